import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEEDS } from '../../src/domain/client-need.ts';
import {
  countByNeed,
  type DigestClientFacts,
  foldQuiet,
  pickComments,
  planChart,
  planDigest,
} from '../../src/domain/digest.ts';

const WEEK = 2967;
const FEW = { asked: 2, respondents: 2, signals: [], hardStops: [] };

/** A client with these scores, the last one of this week, of whom three of three answered. */
function aClient(name: string, scores: readonly (number | null)[], more: Partial<DigestClientFacts> = {}) {
  const weeks = scores.map((health, i) => ({ week: WEEK - scores.length + 1 + i, health }));
  const now = { asked: 3, respondents: 3, signals: [], hardStops: [], comments: 0 };
  const items = { open: 0, overdue: 0 };
  return { id: name, name, weeks, now, texts: [], alerts: [], hasOpenReview: false, items, ...more };
}

const plan = (...clients: DigestClientFacts[]) => planDigest({ week: WEEK, asked: 3, answered: 3, clients });

const anyClients = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 14 }),
      respondents: fc.integer({ min: 0, max: 5 }),
      texts: fc.array(fc.string(), { maxLength: 7 }),
      hasOpenReview: fc.boolean(),
    }),
    { selector: ({ name }) => name, maxLength: 40 },
  )
  .map((all) =>
    all.map(({ name, scores, respondents, texts, hasOpenReview }) =>
      aClient(name, scores, {
        ...{ texts, hasOpenReview },
        now: {
          ...{ asked: 5, respondents, comments: texts.length, hardStops: [] },
          signals: respondents === 0 ? [] : [{ id: 'off_hours', respondents: 1 }],
        },
      }),
    ),
  );

describe('the digest', () => {
  it('puts clients in order of need, the least healthy first', () => {
    const { clients } = plan(
      aClient('Well', [80, 82]),
      aClient('Silent', [70, null]),
      aClient('Falls', [90, 75]),
      aClient('Critical', [52, 34]),
      aClient('Watched', [60, 60]),
      aClient('Worse', [39, 12]),
    );
    expect(clients.map(({ name, need, change, health }) => [name, need, health, change])).toEqual([
      ['Worse', 'critical', 12, -27],
      ['Critical', 'critical', 34, -18],
      ['Falls', 'falling', 75, -15],
      ['Watched', 'watch', 60, 0],
      ['Well', 'healthy', 82, 2],
      ['Silent', 'no_data', null, null],
    ]);
    expect(clients.at(-1)?.last).toEqual({ week: WEEK - 1, health: 70 });
    expect(countByNeed(clients)).toEqual({ critical: 2, falling: 1, watch: 1, healthy: 1, no_data: 1 });
  });

  it('has every client exactly once, in the order of needs, whatever they are', () => {
    fc.assert(
      fc.property(anyClients, (all) => {
        const { clients } = plan(...all);
        expect(clients.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        const needs = clients.map(({ need }) => NEEDS.indexOf(need));
        expect(needs).toEqual([...needs].sort((a, b) => a - b));
        const { own, folded } = foldQuiet(clients);
        expect([...own, ...folded].map(({ id }) => id).sort()).toEqual(clients.map(({ id }) => id).sort());
      }),
    );
  });

  it('says nothing that fewer than three people said, but counts their comments', () => {
    fc.assert(
      fc.property(anyClients, (all) => {
        for (const { id, comments, signals, answers } of plan(...all).clients) {
          const facts = all.find((one) => one.id === id);
          const isFew = (facts?.now?.respondents ?? 0) < 3;
          expect(comments.texts).toEqual(isFew ? [] : facts?.texts);
          expect(comments.withheld).toBe(isFew ? facts?.texts.length : 0);
          if (isFew) expect(signals).toEqual([]);
          expect(answers?.areFew).toBe(isFew && facts?.now?.respondents !== 0);
        }
      }),
    );
  });

  it('names a hard stop whatever was sent before, without how many named it', () => {
    const now = { asked: 1, respondents: 1, signals: [], comments: 0 };
    const hardStops = [{ id: 'harassment' as const, respondents: 1 }];
    const [client] = plan(aClient('Acme', [80], { now: { ...now, hardStops }, alerts: ['critical'] })).clients;
    expect(client?.alerts).toEqual(['hard_stop', 'critical']);
    expect(JSON.stringify(client)).not.toContain('harassment');
  });
});

describe('folding', () => {
  const many = (count: number, more: Partial<DigestClientFacts> = {}) =>
    plan(...Array.from({ length: count }, (_, i) => aClient(`Client ${i}`, [80, 80], more))).clients;

  it.each([
    ['twenty healthy clients have a line each', many(20), 20],
    ['more of them share a paragraph', many(21), 0],
    ['but not those of whom something was said', many(21, { texts: ['Thanks'] }), 21],
    ['nor those whose comments are not shown', many(21, { now: { ...FEW, comments: 1 } }), 21],
    ['nor those with an alert', many(21, { alerts: ['hard_stop'] }), 21],
    ['nor those whose review is open', many(21, { hasOpenReview: true }), 21],
    ['nor those with open items', many(21, { items: { open: 1, overdue: 0 } }), 21],
  ])('%s', (_, clients, own) => {
    expect(foldQuiet(clients).own).toHaveLength(own);
  });

  it('reads five comments of a client and forty in all, and counts the rest', () => {
    const clients = many(20, { texts: ['1', '2', '3', '4', '5', '6'] });
    const picked = [...pickComments(clients).values()];
    expect(picked.map(({ texts }) => texts.length)).toEqual([...Array(8).fill(5), ...Array(12).fill(0)]);
    expect(picked.reduce((sum, { texts, more }) => sum + texts.length + more, 0)).toBe(120);
  });
});

describe('the chart of the digest', () => {
  it('has the twelve last weeks of the clients that need attention', () => {
    const scores = [99, ...Array.from({ length: 12 }, (_, i) => 50 - i)];
    const chart = planChart(plan(aClient('Falls', scores), aClient('Well', [80])), 8);
    expect(chart?.weeks).toEqual(Array.from({ length: 12 }, (_, i) => WEEK - 11 + i));
    expect(chart?.lines).toEqual([{ name: 'Falls', scores: scores.slice(1) }]);
  });

  it('begins with the first score, with gaps where there is none', () => {
    const chart = planChart(plan(aClient('New', [30]), aClient('Old', [60, null, 55])), 8);
    expect(chart).toEqual({
      weeks: [WEEK - 2, WEEK - 1, WEEK],
      lines: [
        { name: 'New', scores: [null, null, 30] },
        { name: 'Old', scores: [60, null, 55] },
      ],
      left: 0,
    });
  });

  it('is of one week where nothing is known of others', () => {
    expect(planChart(plan(aClient('New', [30])), 8)).toMatchObject({ weeks: [WEEK], lines: [{ scores: [30] }] });
  });

  it('leaves out, and counts, whom it has no line for', () => {
    const chart = planChart(plan(...[1, 2, 3].map((n) => aClient(`Client ${n}`, [n]))), 2);
    expect([chart?.lines.map(({ name }) => name), chart?.left]).toEqual([['Client 1', 'Client 2'], 1]);
  });

  it.each([
    ['nobody needs attention', [aClient('Well', [80])]],
    ['nobody answered', [aClient('Silent', [null])]],
    ['there is no client', []],
  ])('is none when %s', (_, clients) => {
    expect(planChart(plan(...clients), 8)).toBeNull();
  });
});
