import { describe, expect, it } from 'vitest';
import {
  findDifferences,
  findLost,
  findToldWords,
  findViolations,
  findWrongCounts,
  type Outcome,
  type PostCount,
  wrongStart,
} from '../support/fault/kill-checks.ts';
import { endStep, type Waiting } from '../support/fault/kill-waiting.ts';

/** The checks of the kill suites, given what a broken app would leave behind. */

const reveal: PostCount = {
  purpose: 'reveal:…:complaints',
  isDirect: false,
  standing: [1, 1],
  posted: [1, 1],
  unknown: 0,
};
const invitation: PostCount = { purpose: 'invitation:…:U1', isDirect: true, standing: [1], posted: [1], unknown: 0 };

describe('the counts of messages', () => {
  it.each<[string, Partial<PostCount>]>([
    ['once each', {}],
    ['in a channel, once in spite of an unknown outcome', { unknown: 2 }],
    ['to a person, once more for each unknown outcome', { ...invitation, standing: [3], posted: [3], unknown: 2 }],
  ])('take messages that are there %s', (_, message) => {
    expect(findWrongCounts({ counts: [{ ...reveal, ...message }], strangers: [] })).toEqual([]);
  });

  it.each<[string, Partial<PostCount>]>([
    ['posted twice in a channel after an unknown outcome', { standing: [1, 2], posted: [1, 2], unknown: 1 }],
    ['posted twice in a channel, one of them deleted since', { posted: [2, 1] }],
    ['of which a part never came', { standing: [1, 0], posted: [1, 0] }],
    ['that never came', { standing: [], posted: [] }],
    ['that was deleted', { standing: [1, 0] }],
    ['sent to a person twice without a reason', { ...invitation, standing: [2], posted: [2] }],
    [
      'sent to a person oftener than its outcome was unknown',
      { ...invitation, standing: [3], posted: [3], unknown: 1 },
    ],
  ])('name a message %s', (_, message) => {
    const wrong = { ...reveal, ...message };
    expect(findWrongCounts({ counts: [reveal, wrong, invitation], strangers: [] })).toEqual([
      expect.stringContaining(wrong.purpose),
    ]);
  });

  it('name a message that has no known mark', () => {
    expect(findWrongCounts({ counts: [reveal], strangers: ['Who has lessons?'] })).toEqual([
      'nobody knows of the message “Who has lessons?”',
    ]);
  });
});

describe('the comparison with an undisturbed review', () => {
  const calm: Outcome = {
    counts: [reveal, invitation],
    strangers: [],
    verdict: [{ stance: 'part', pressure: 61, figures: { voices: 5 } }],
    shown: 'calm1mara and calm1tom',
  };
  const alike: Outcome = { ...calm, shown: 'wild1tom and wild1mara' };
  const compare = (disturbed: Partial<Outcome>) =>
    findDifferences({ calm, disturbed: { ...alike, ...disturbed } }, ['wild1mara', 'wild1tom'], (word) =>
      word.replace('wild', 'calm'),
    );

  it('takes the same messages, words and figures', () => {
    expect(compare({})).toEqual([]);
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['a message that was never owed', { counts: [invitation] }, 'reveal:…:complaints was never owed'],
    [
      'a message too many',
      { counts: [...calm.counts, { ...invitation, purpose: 'reminder:…:U1' }] },
      'reminder:…:U1 is owed, and undisturbed it was not',
    ],
    ['words that are not shown', { shown: 'wild1tom' }, '“wild1mara” is shown 0 times, undisturbed 1 times'],
    [
      'words that are shown twice',
      { shown: 'wild1tom, wild1mara, wild1tom' },
      '“wild1tom” is shown 2 times, undisturbed 1 times',
    ],
  ])('names %s', (_, disturbed, said) => {
    expect(compare(disturbed)).toEqual([said]);
  });

  it.each([
    ['another stance', [{ stance: 'keep', pressure: 61, figures: { voices: 5 } }]],
    ['a voice that is missing', [{ stance: 'part', pressure: 61, figures: { voices: 4 } }]],
    ['no verdict', []],
    ['a second version', [calm.verdict[0], calm.verdict[0]]],
  ])('names a verdict with %s', (_, verdict) => {
    expect(compare({ verdict: verdict as Outcome['verdict'] })).toEqual([expect.stringMatching(/^the verdict is /)]);
  });
});

describe('the search for answers', () => {
  const stored = ['{"text": "It hurts: one."}', '{"text": "It hurts: two."}'];

  it('takes answers that are there once', () => {
    expect(findLost(['one', 'two'], stored)).toEqual([]);
  });

  it('names an answer that is lost, and one that is there twice', () => {
    expect(findLost(['one', 'two', 'three'], [...stored, '{"text": "It hurts: two."}'])).toEqual(['two', 'three']);
  });

  it('names log lines that hold a word of one', () => {
    expect(findToldWords(['{"msg":"saved one"}', '{"msg":"saved"}'], ['one', 'two'])).toEqual(['{"msg":"saved one"}']);
  });

  it('names what Slack complains about, but for acknowledgements of the dead', () => {
    const late = 'interactive: not acknowledged within 3 s: view_submission';
    expect(findViolations([late, 'chat.postMessage: no text'])).toEqual(['chat.postMessage: no text']);
  });
});

describe('the start of a review', () => {
  it.each([
    [{ wasTaken: true, reviews: 1 }, null],
    [{ wasTaken: false, reviews: 0 }, null],
    [{ wasTaken: false, reviews: 1 }, null],
    [{ wasTaken: true, reviews: 0 }, 'the start form was taken, and there is no review'],
    [{ wasTaken: true, reviews: 2 }, 'there are 2 reviews of one client'],
  ])('with %j says %j', (start, said) => {
    expect(wrongStart(start)).toBe(said);
  });
});

describe('the end of a step', () => {
  const step = { id: 'r1', phase: 'lessons', endsByTimer: true };
  /** A review whose step ends at ten; `afterTen` is its state from then on. */
  function worldWhere(afterTen: string): Waiting {
    const tenMs = Date.parse('2026-11-24T10:00:00Z');
    let nowMs = tenMs - 60_000;
    const state = () => (nowMs >= tenMs ? afterTen : 'lessons');
    return {
      now: () => new Date(nowMs),
      whole: async () => {},
      passTime: async (ms) => {
        nowMs += ms;
      },
      query: async (sql) => (sql.includes('"Review"') ? [{ state: state(), phaseEndsAt: new Date(tenMs) }] : []),
    };
  }

  it('comes by its time', async () => {
    await expect(endStep(worldWhere('vote'), step)).resolves.toBeUndefined();
  });

  it('is missed when its timer was forgotten', async () => {
    await expect(endStep(worldWhere('lessons'), step)).rejects.toThrow('ticks for the end of lessons');
  });
});
