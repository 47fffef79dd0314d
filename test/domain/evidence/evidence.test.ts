import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCorrection, currentEntries } from '../../../src/domain/evidence/current-entries.ts';
import { checkEvidence, type TypedEvidence } from '../../../src/domain/evidence/evidence.ts';
import { anEntry } from '../../support/follow-up.ts';

const typed: TypedEvidence = {
  ...{ text: ' Paid late ', happenedOn: '05.10.2026', signal: 'late_payment', amount: '4 000,50', currency: 'usd' },
  link: 'https://acme.slack.com/archives/C1/p1',
};
const facts = { today: '2026-11-23', usualCurrency: 'EUR' };
const at = (day: number) => new Date(Date.UTC(2026, 10, day));

describe('an entry of the log', () => {
  it('is taken as given, tidied up', () => {
    expect(checkEvidence(typed, facts)).toEqual({
      ok: true,
      evidence: {
        ...{ text: 'Paid late', happenedOn: '2026-10-05', signal: 'late_payment', amount: 4000.5, currency: 'USD' },
        link: typed.link,
      },
    });
  });

  it.each<[string, Partial<TypedEvidence>, object]>([
    ['an amount of nothing', { amount: '0', currency: null }, { amount: 0, currency: 'EUR' }],
    ['no money, no currency', { amount: ' ' }, { amount: null, currency: null }],
    ['no kind', { signal: null }, { signal: null }],
    ['another kind', { signal: 'other' }, { signal: 'other' }],
    ['today', { happenedOn: '2026-11-23' }, { happenedOn: '2026-11-23' }],
    ['3,000 characters', { text: 'x'.repeat(3000) }, { text: 'x'.repeat(3000) }],
  ])('may have %s', (_, overrides, evidence) => {
    expect(checkEvidence({ ...typed, ...overrides }, facts)).toMatchObject({ ok: true, evidence });
  });

  it.each<[Partial<TypedEvidence>, string, string]>([
    [{ text: ' ' }, 'text', 'text_missing'],
    [{ text: 'x'.repeat(10_000) }, 'text', 'text_too_long'],
    [{ happenedOn: null }, 'happenedOn', 'date_missing'],
    [{ happenedOn: '31.02.2026' }, 'happenedOn', 'date_invalid'],
    [{ happenedOn: '2026-11-24' }, 'happenedOn', 'date_future'],
    [{ signal: 'rudeness' }, 'signal', 'signal_unknown'],
    [{ amount: 'a lot' }, 'amount', 'amount_invalid'],
    [{ amount: '1e9' }, 'amount', 'amount_invalid'],
    [{ amount: '-1' }, 'amount', 'amount_negative'],
    [{ amount: '−1' }, 'amount', 'amount_negative'],
    [{ amount: '9999999999999' }, 'amount', 'amount_too_large'],
    [{ currency: 'euros' }, 'currency', 'currency_invalid'],
    [{ link: 'javascript:alert(1)' }, 'link', 'link_invalid'],
    [{ link: 'https://a|b' }, 'link', 'link_invalid'],
  ])('is refused (%#): %s', (overrides, field, reason) => {
    expect(checkEvidence({ ...typed, ...overrides }, facts)).toEqual({ ok: false, problems: [{ field, reason }] });
  });

  it('names every wrong field at once', () => {
    const result = checkEvidence({ ...typed, text: '', amount: 'x', happenedOn: '' }, facts);
    expect(!result.ok && result.problems.map(({ field }) => field)).toEqual(['amount', 'text', 'happenedOn']);
  });
});

describe('corrections', () => {
  const chain = [
    anEntry({ id: 'a', loggedAt: at(1) }),
    anEntry({ id: 'b', correctsId: 'a', loggedAt: at(2) }),
    anEntry({ id: 'c', correctsId: 'b', loggedAt: at(3), happenedOn: '2026-10-06' }),
    anEntry({ id: 'd', loggedAt: at(1), happenedOn: '2026-11-01' }),
  ];

  it('stand for what they correct, which stays behind them', () => {
    const shown = currentEntries(chain).map(({ entry, history }) => [entry.id, history.map(({ id }) => id)]);
    expect(shown).toEqual([
      ['d', []],
      ['c', ['b', 'a']],
    ]);
  });

  it('made twice at once are one chain, and the later stands', () => {
    const twice = [chain[0], chain[1], anEntry({ id: 'e', correctsId: 'a', loggedAt: at(4) })].flatMap((e) => e ?? []);
    expect(currentEntries(twice).map(({ entry, history }) => [entry.id, history.length])).toEqual([['e', 2]]);
  });

  it('lose no entry, whatever the order', () => {
    const anyLog = fc
      .array(fc.nat(10), { maxLength: 12 })
      .map((targets) =>
        targets.map((target, i) =>
          anEntry({ id: `e${i}`, correctsId: target < i ? `e${target}` : null, loggedAt: at(i + 1) }),
        ),
      );
    fc.assert(
      fc.property(anyLog, (log) => {
        const shown = currentEntries(log);
        expect(shown.reduce((sum, { history }) => sum + 1 + history.length, 0)).toBe(log.length);
        expect(shown.length).toBe(log.filter(({ correctsId }) => correctsId === null).length);
        expect(currentEntries([...log].reverse())).toEqual(shown);
      }),
    );
  });

  it.each([
    ['c', 'client-1', true],
    ['b', 'client-1', 'already_corrected'],
    ['c', 'client-2', 'entry_not_found'],
    ['x', 'client-1', 'entry_not_found'],
  ])('of %s for %s: %s', (correctsId, clientId, expected) => {
    const checked = checkCorrection(chain, { clientId, correctsId });
    expect(checked.ok || checked.reason).toBe(expected);
  });
});
