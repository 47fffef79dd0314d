import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { aComplaint, answersOf, anyReview, invitedPeople } from '../support/answers.ts';

const complaints = (...list: ReturnType<typeof aComplaint>[]): Answer => ({ phase: 'complaints', complaints: list });
const positive = (text: string | null): Answer => ({ phase: 'positives', text });
const vote = (choice: 'keep' | 'part' | 'unsure', hoursPerWeek: number | null = null): Answer => ({
  phase: 'vote',
  vote: choice,
  hoursPerWeek,
});
const noLesson: Answer = { phase: 'lessons', relationship: null, learned: null, elsewhere: null };

function figuresFrom(answers: readonly Answer[], invited = 5) {
  return figuresOf({ invited: invitedPeople(invited), answers: answersOf(answers), rolesHeard: ['sales'] });
}

describe('figures', () => {
  it('count as a voice who has nothing to complain about', () => {
    expect(figuresFrom([complaints(), complaints(aComplaint())])).toMatchObject({ invited: 5, voices: 2 });
  });

  it('count no voice for an answer to a later question alone', () => {
    expect(figuresFrom([positive('They pay in a day'), vote('keep')])).toMatchObject({ voices: 0, tookPart: 1 });
  });

  it('take participation from the record where there is one', () => {
    const input = { invited: invitedPeople(5), answers: answersOf([complaints()]), rolesHeard: [], tookPart: 4 };
    expect(figuresOf(input).tookPart).toBe(4);
  });

  it('take the best attended question as participation otherwise', () => {
    expect(figuresFrom([complaints(), noLesson, noLesson, noLesson])).toMatchObject({ voices: 1, tookPart: 3 });
  });

  it('take the last of two answers under one key', () => {
    const answers = [complaints(aComplaint()), complaints()].map((answer) => ({ personKey: 'same', answer }));
    const figures = figuresOf({ invited: invitedPeople(3), answers, rolesHeard: [] });
    expect(figures).toMatchObject({ voices: 1, pressure: 0, complaints: { total: 0 } });
  });

  it('sum up each signal', () => {
    const figures = figuresFrom([
      complaints(
        aComplaint({ severity: 3, frequency: 'constantly' }),
        aComplaint({ severity: 1, frequency: 'once', signals: ['scope_creep', 'late_payment'] }),
      ),
      complaints(aComplaint({ frequency: 'once' })),
      complaints(aComplaint({ signals: ['harassment', 'other'] })),
    ]);
    expect(figures.signals).toMatchObject([
      { id: 'scope_creep', voices: 2, reports: 3, usualFrequency: 'once', maxSeverity: 3, unbearableAndConstant: 1 },
      { id: 'late_payment', voices: 1, reports: 1, usualFrequency: 'once', maxSeverity: 1, unbearableAndConstant: 0 },
    ]);
    expect(figures.hardStops).toEqual([{ id: 'harassment', voices: 1, reports: 1 }]);
  });

  it('prefer the more frequent of two equally usual frequencies', () => {
    const figures = figuresFrom([
      complaints(aComplaint({ frequency: 'constantly' }), aComplaint({ frequency: 'once' })),
    ]);
    expect(figures.signals[0]?.usualFrequency).toBe('constantly');
  });

  it('do not join an unbearable and a constant complaint of one person', () => {
    const figures = figuresFrom([
      complaints(
        aComplaint({ severity: 3, frequency: 'sometimes' }),
        aComplaint({ severity: 2, frequency: 'constantly' }),
      ),
    ]);
    expect(figures.signals[0]?.unbearableAndConstant).toBe(0);
  });

  it('count complaints by whom they concern and how often they happen', () => {
    const figures = figuresFrom([
      complaints(aComplaint({ concerns: 'everyone', frequency: 'constantly' }), aComplaint({ signals: ['other'] })),
      complaints(aComplaint({ concerns: 'one_person', frequency: 'once' }), aComplaint({ concerns: 'few_people' })),
    ]);
    expect(figures.complaints).toEqual({
      total: 4,
      byConcerns: { one_person: 1, few_people: 1, everyone: 1, not_said: 1 },
      byFrequency: { once: 1, sometimes: 2, constantly: 1 },
    });
  });

  it.each([
    ['half of the voices name one', [complaints(), complaints()], [positive('Kind'), positive(null)], 0.5],
    ['a silent voice names none', [complaints(), complaints()], [positive('Kind')], 0.5],
    ['nobody was asked yet', [complaints(), complaints()], [], null],
    ['more people than voices name one', [complaints()], [positive('Kind'), positive('Quick')], 1],
    ['there are no voices', [], [positive('Kind')], null],
  ])('give the warmth where %s', (_, first, second, warmth) => {
    const figures = figuresOf({
      invited: invitedPeople(5),
      answers: [...answersOf(first, 'a'), ...answersOf(second, 'b')],
      rolesHeard: [],
    });
    expect(figures.positives.warmth).toBe(warmth);
  });

  it('tally votes and add up hours exactly', () => {
    const figures = figuresFrom([vote('keep', 0.1), vote('part', 0.2), vote('unsure'), vote('keep', 0)]);
    expect(figures.votes).toEqual({ keep: 2, part: 1, unsure: 1 });
    expect(figures.hours).toEqual({ perWeek: 0.3, givenBy: 3 });
  });

  it('list each role once, in the order of roles', () => {
    const figures = figuresOf({ invited: invitedPeople(12), answers: [], rolesHeard: ['support', 'sales', 'support'] });
    expect(figures.roles).toEqual({
      invited: ['sales', 'account', 'delivery', 'support', 'finance'],
      heard: ['sales', 'support'],
    });
  });
});

describe('figures of any review', () => {
  it('are the same whatever the order of the answers', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        expect(figuresOf({ ...review, answers: [...review.answers].reverse() })).toEqual(figuresOf(review));
      }),
    );
  });

  it('are the same when a person has another key in each phase', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const answers = review.answers.map(({ personKey, answer }) => ({
          personKey: `${answer.phase}/${[...personKey].reverse().join('')}`,
          answer,
        }));
        expect(figuresOf({ ...review, answers })).toEqual(figuresOf(review));
      }),
    );
  });

  it('hold no words and no keys', () => {
    const planted = 'PLANTED-SECRET';
    const plantIn = (answer: Answer): Answer => {
      switch (answer.phase) {
        case 'complaints':
          return { ...answer, complaints: answer.complaints.map((complaint) => ({ ...complaint, text: planted })) };
        case 'positives':
          return positive(planted);
        case 'lessons':
          return { ...answer, relationship: planted, learned: planted, elsewhere: planted };
        case 'vote':
          return answer;
      }
    };
    fc.assert(
      fc.property(anyReview, (review) => {
        const json = JSON.stringify(
          figuresOf({
            ...review,
            invited: review.invited.map((person) => ({ ...person, personKey: planted + person.personKey })),
            answers: review.answers.map((given) => ({
              personKey: planted + given.personKey,
              answer: plantIn(given.answer),
            })),
          }),
        );
        expect(json).not.toContain(planted);
      }),
    );
  });

  it('survive being stored as JSON', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const figures = figuresOf(review);
        expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
      }),
    );
  });
});
