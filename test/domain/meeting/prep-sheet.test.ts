import { describe, expect, it } from 'vitest';
import { type PrepSheetFacts, planPrepSheet } from '../../../src/domain/meeting/prep-sheet.ts';
import { prefillPlan } from '../../../src/domain/plan/plan-prefill.ts';
import type { Said } from '../../../src/domain/statement.ts';
import { someFigures } from '../../support/answers.ts';
import { anEntry, aSignal } from '../../support/follow-up.ts';

const say = (kind: Said['kind'], text: string, more: Partial<Said> = {}): Said => ({
  ...{ kind, text, signals: [], severity: null, frequency: null, concerns: null, authorId: 'ULENA' },
  ...more,
});
const said = {
  complaints: [
    say('complaint', 'They wrote to Lena at midnight', { signals: ['off_hours'] }),
    say('complaint', 'He touched a colleague', { signals: ['harassment', 'off_hours'] }),
  ],
  positives: [say('positive', 'They credit <@UTOM> by name')],
  lessons: [],
};
const figures = someFigures({
  pressure: 41,
  signals: [aSignal('off_hours', { voices: 4 }), aSignal('late_payment', { voices: 2 })],
  hardStops: [{ id: 'harassment', voices: 1, reports: 1 }],
  hours: { perWeek: 7, givenBy: 2 },
  votes: { keep: 1, part: 8, unsure: 0 },
});
const colleagues = { names: ['Lena Fischer'], placeholder: '…' };

function sheetOf(mode: 'open' | 'private', overrides: Partial<PrepSheetFacts> = {}) {
  return planPrepSheet({
    summary: { clientName: 'Northwind', mode, figures, said },
    ...{ evidence: [anEntry()], asks: ['contact_windows'], colleagues },
    ...overrides,
  });
}

describe('the prep sheet', () => {
  it('has the numbers, the dated facts and what we ask for', () => {
    expect(sheetOf('open')).toMatchObject({
      numbers: {
        ...{ pressure: 41, hoursPerWeek: 7, amounts: [{ currency: 'EUR', total: 4000 }] },
        signals: [{ id: 'off_hours', voices: 4, of: 9 }, { id: 'late_payment' }],
      },
      facts: [{ on: '2026-10-05', amount: 4000 }],
      asks: ['contact_windows'],
    });
  });

  it('quotes an open review without authors and names of colleagues', () => {
    const { quotes } = sheetOf('open');
    expect(quotes).toEqual({ complaints: ['They wrote to … at midnight'], positives: ['They credit … by name'] });
  });

  it('quotes nothing of a private review, and counts nothing that fewer than three stand behind', () => {
    const { quotes, numbers } = sheetOf('private');
    expect(quotes).toEqual({ complaints: [], positives: [] });
    expect(numbers.signals.map(({ id }) => id)).toEqual(['off_hours']);
    expect(numbers.hoursPerWeek).toBeNull();
  });

  it.each([
    ['open', 2, 41],
    ['private', 2, null],
    ['private', 3, 41],
  ] as const)('in a review that is %s, with %i voices, gives the pressure as %s', (mode, voices, expected) => {
    const few = { clientName: 'Northwind', mode, figures: { ...figures, voices }, said };
    expect(sheetOf(mode, { summary: few }).numbers.pressure).toBe(expected);
  });

  it.each([
    ['open', 2, { named: 2, of: 9 }],
    ['private', 2, null],
    ['open', 0, null],
  ] as const)('in a review that is %s, says of %i who named something good: %o', (mode, named, expected) => {
    const summary = {
      clientName: 'N',
      mode,
      said,
      figures: { ...figures, positives: { ...figures.positives, named } },
    };
    expect(sheetOf(mode, { summary }).numbers.good).toEqual(expected);
  });

  it.each(['open', 'private'] as const)('never speaks of a hard stop, of votes or of who logged what: %s', (mode) => {
    const evidence = [anEntry(), anEntry({ id: 'stop', signal: 'harassment', text: 'He touched a colleague' })];
    const text = JSON.stringify(sheetOf(mode, { evidence }));
    expect(text).not.toMatch(/harass|touched|vote|ULENA|UTOM|Lena/);
  });

  it('keeps the newest facts, in short', () => {
    const evidence = Array.from({ length: 9 }, (_, i) =>
      anEntry({ id: `e${i}`, happenedOn: `2026-10-0${i + 1}`, text: 'long '.repeat(100) }),
    );
    const { facts } = sheetOf('open', { evidence });
    expect(facts.map(({ on }) => on)).toEqual([4, 5, 6, 7, 8, 9].map((day) => `2026-10-0${day}`));
    expect(facts.every(({ text }) => text.length <= 120 && text.endsWith('…'))).toBe(true);
  });
});

describe('the pros and cons of a plan', () => {
  const summary = { said, hiddenCost: { hoursPerWeek: 11, money: 2860, revenueShare: null }, currency: 'EUR' };

  it('are filled from what the team said, without authors and names', () => {
    expect(prefillPlan({ summary, monthlyRevenue: 12_000, revenueShare: null, colleagues })).toEqual({
      keepPros: ['They credit … by name'],
      keepCons: ['They wrote to … at midnight', 'He touched a colleague'],
      partPros: { hoursPerWeek: 11, money: 2860 },
      partCons: { monthlyRevenue: 12_000, revenueShare: null },
      currency: 'EUR',
    });
  });

  it('say nothing that is not known, and fit a field', () => {
    const many = Array.from({ length: 30 }, (_, i) => say('positive', `${i} ${'x'.repeat(300)}`));
    const full = {
      ...summary,
      said: { ...said, positives: many },
      hiddenCost: { ...summary.hiddenCost, hoursPerWeek: 0 },
    };
    const prefill = prefillPlan({ summary: full, monthlyRevenue: null, revenueShare: null, colleagues });
    expect(prefill).toMatchObject({ partPros: null, partCons: null });
    expect(prefill.keepPros.length).toBe(9);
  });
});
