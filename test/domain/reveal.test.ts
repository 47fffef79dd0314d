import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Complaint, Role } from '../../src/domain/answer.ts';
import { planClosing, type Respondents } from '../../src/domain/closing.ts';
import { planPrivateRecord, planReveal } from '../../src/domain/reveal.ts';
import type { KeyedAnswer, Review } from '../../src/domain/review-record.ts';
import { shuffled } from '../../src/domain/shuffle.ts';
import { aContext } from '../support/answers.ts';

const complaint = (text: string, signal: Complaint['signals'][number] = 'other'): Complaint => ({
  text,
  signals: [signal],
  severity: 2,
  frequency: 'sometimes',
  concerns: null,
});
const said = (key: string, complaints: Complaint[], isLate = false): KeyedAnswer<Answer> => ({
  phase: 'complaints',
  personKey: key,
  answer: { phase: 'complaints', complaints },
  isLate,
});
const first = () => 0;

const review: Review = {
  id: '00000000-0000-4000-8000-000000000001',
  clientId: '00000000-0000-4000-8000-000000000002',
  clientName: 'Northwind',
  channelId: 'C1',
  facilitatorId: 'U0',
  mode: 'private',
  preset: 'async',
  language: 'en',
  question: null,
  state: 'vote',
  version: 3,
  deadline: null,
  phaseStartedAt: null,
  phaseEndsAt: null,
  revealed: ['complaints', 'positives', 'lessons'],
  pausedReason: null,
  pausedAt: null,
  remindFromAt: null,
  cancelledById: null,
  isRehearsal: false,
  startedAt: new Date('2026-11-02T09:00:00Z'),
  closedAt: null,
};

describe('a private reveal', () => {
  it('shows nothing while fewer than three people answered', () => {
    const reveal = planReveal('complaints', [said('a', [complaint('x')]), said('b', [complaint('y')])], first);
    expect(reveal).toEqual({ phase: 'complaints', answered: 2, isShown: false, said: [] });
  });

  it('counts "nothing to complain about" as an answer that hides the others', () => {
    const reveal = planReveal('complaints', [said('a', [complaint('x')]), said('b', []), said('c', [])], first);
    expect(reveal.said.map(({ text }) => text)).toEqual(['x']);
  });

  it('names nobody', () => {
    const reveal = planReveal(
      'complaints',
      ['U1', 'U2', 'U3'].map((key) => said(key, [complaint('x')])),
      first,
    );
    expect(JSON.stringify(reveal)).not.toMatch(/U[123]/);
  });
});

describe('what is kept of a private review', () => {
  it('drops late words of fewer than three people and counts them', () => {
    const answers = [
      ...['a', 'b', 'c'].map((key) => said(key, [complaint(key)])),
      said('late', [complaint('late words')], true),
    ];
    const record = planPrivateRecord(answers, ['complaints'], first);
    expect(record.withheld).toEqual({ complaints: 1, positives: 0, lessons: 0 });
    expect(JSON.stringify(record)).not.toContain('late words');
  });

  it('shows late words of three people together', () => {
    const answers = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, i) => said(key, [complaint(key)], i >= 3));
    const record = planPrivateRecord(answers, ['complaints'], first);
    expect(record.fresh.map(({ text }) => text).sort()).toEqual(['d', 'e', 'f']);
    expect(record.said).toHaveLength(6);
  });

  it('drops words that were shown when so many took theirs back that they would point at their author', () => {
    const left = [said('a', [complaint('changed since')]), said('b', [complaint('b')])];
    const record = planPrivateRecord(left, ['complaints'], first);
    expect(record).toMatchObject({ said: [], fresh: [], withheld: { complaints: 2 } });
  });

  it('shows a question that had too few answers once late ones make them three', () => {
    const answers = [said('a', [complaint('a')]), said('b', [complaint('b')]), said('c', [complaint('c')], true)];
    expect(planPrivateRecord(answers, [], first).fresh).toHaveLength(3);
  });
});

/** The same complaints dealt out to people in two ways; each names another signal, so that no figure tells the ways apart. */
const SIGNALS = ['low_pay', 'scope_creep', 'off_hours', 'team_harm', 'disloyalty', 'no_contract'] as const;
const complaints = SIGNALS.map((signal, i) => complaint(`text ${i}`, signal));

function close(deal: readonly number[], seed: number) {
  const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
  const answers = people.map((person, i) =>
    said(
      person,
      complaints.filter((_, c) => deal[c] === i),
    ),
  );
  const respondents: Respondents = { complaints: people, positives: [], lessons: [], vote: [] };
  let state = seed;
  const randomInt = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const participants = people.map((userId) => ({ userId, role: 'delivery' as Role, absence: null }));
  const money = { hourlyCost: null, monthlyRevenue: null, currency: 'EUR' };
  const closing = planClosing({ review, participants, answers, respondents, context: aContext(), money }, randomInt);
  return {
    statements: closing.statements,
    figures: closing.figures,
    summary: closing.summary,
    reveal: planReveal('complaints', answers, randomInt),
  };
}

const sorted = (value: readonly { text: string }[]) => [...value].sort((a, b) => a.text.localeCompare(b.text));

describe('privacy', () => {
  it('cannot tell what one person said from what two people said', () => {
    const anyDeal = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyDeal, anyDeal, fc.nat(), fc.nat(), (dealA, dealB, seedA, seedB) => {
        const a = close(dealA, seedA);
        const b = close(dealB, seedB);
        // Apart from the order, which is random in both, everything stored and posted is the same.
        expect(sorted(a.statements)).toEqual(sorted(b.statements));
        expect(sorted(a.reveal.said)).toEqual(sorted(b.reveal.said));
        expect(a.reveal.answered).toBe(b.reveal.answered);
        expect(a.figures).toEqual(b.figures);
        expect({ ...a.summary, said: sorted(a.summary.said.complaints) }).toEqual({
          ...b.summary,
          said: sorted(b.summary.said.complaints),
        });
      }),
    );
  });

  it('puts statements into an order that does not depend on who said them', () => {
    const people = [0, 1, 2, 3];
    const counts = new Map<number, number>();
    let state = 7;
    const randomInt = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    for (let i = 0; i < 4000; i += 1) {
      const firstOut = shuffled(people, randomInt)[0] as number;
      counts.set(firstOut, (counts.get(firstOut) ?? 0) + 1);
    }
    for (const person of people) expect(counts.get(person)).toBeGreaterThan(850);
  });
});

describe('a private review that few people answered', () => {
  it('keeps no kind of trouble, no vote and no hours of theirs, but a hard stop', () => {
    const answers: KeyedAnswer<Answer>[] = [
      said('a', [complaint('late again', 'late_payment'), complaint('he shouted', 'harassment')]),
      said('b', []),
      { phase: 'vote', personKey: 'c', answer: { phase: 'vote', vote: 'part', hoursPerWeek: 7 }, isLate: false },
    ];
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
    const closing = planClosing(
      {
        review: { ...review, revealed: [] },
        participants: people.map((userId) => ({ userId, role: 'delivery' as Role, absence: null })),
        answers,
        respondents: { complaints: ['p1', 'p2'], positives: [], lessons: [], vote: ['p1'] },
        context: aContext(),
        money: { hourlyCost: 50, monthlyRevenue: null, currency: 'EUR' },
      },
      first,
    );
    const kept = JSON.stringify(closing);
    for (const trace of ['late_payment', 'late again', 'he shouted']) expect(kept).not.toContain(trace);
    expect(closing.figures.votes).toEqual({ keep: 0, part: 0, unsure: 0 });
    expect(closing.summary.hiddenCost.hoursPerWeek).toBe(0);
    expect(closing.figures.hardStops).toMatchObject([{ id: 'harassment', voices: 1 }]);
    expect(closing.verdict).toMatchObject({ mode: 'now', verifyFirst: true });
  });
});
