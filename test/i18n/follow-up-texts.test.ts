import { describe, expect, it } from 'vitest';
import type { EvidenceEntry } from '../../src/domain/evidence/evidence.ts';
import { planPrepSheet } from '../../src/domain/meeting/prep-sheet.ts';
import { NOTICE_SIGNALS, type NoticeDraft, planNotice } from '../../src/domain/parting/notice-draft.ts';
import { MAX_ITEM_LENGTH } from '../../src/domain/plan/plan-item.ts';
import { SUGGESTION_IDS } from '../../src/domain/plan/suggestions.ts';
import { WEIGHTED_SIGNAL_IDS } from '../../src/domain/signals.ts';
import type { Said } from '../../src/domain/statement.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { prepSheetText } from '../../src/i18n/prep-sheet-text.ts';
import { someFigures } from '../support/answers.ts';
import { anEntry, aSignal } from '../support/follow-up.ts';

const stringsOf = (node: unknown): string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsOf) : [];
};
const complaint: Said = {
  ...{ kind: 'complaint', text: 'word '.repeat(200), signals: [], severity: 2, frequency: 'once', concerns: null },
  authorId: null,
};
const manyEntries: readonly EvidenceEntry[] = NOTICE_SIGNALS.flatMap((signal, i) =>
  Array.from({ length: 9 }, (_, n) =>
    anEntry({
      id: `${signal}${n}`,
      signal,
      happenedOn: `2026-0${n + 1}-1${i}`,
      text: 'fact '.repeat(500),
      amount: 1e9,
    }),
  ),
);

describe.each(LANGUAGES)('the texts after the verdict in %s', (language) => {
  const t = translate(language);
  const { plan, meeting, readiness, evidence, parting, outcome, intake } = t;
  const draft = (overrides: Partial<NoticeDraft> = {}): NoticeDraft => ({
    ...planNotice({
      ...{ channel: 'email', mode: 'planned', language, clientName: 'Northwind', companyName: 'Studio Lark' },
      ...{ senderName: 'Mara Stein', writtenOn: '2026-12-07', endOn: '2027-01-06', noticeDays: 30 },
      ...{ evidence: [anEntry(), anEntry({ id: 'b', signal: 'scope_creep', amount: null })], positivesNamed: 3 },
    }),
    ...overrides,
  });
  const noticeTexts = (overrides: Partial<NoticeDraft> = {}) =>
    Object.values(parting.notice).map((write) => write(draft(overrides)));

  it('never shout', () => {
    const all = stringsOf([plan, meeting, readiness, evidence, parting, outcome, intake]);
    expect([...all, ...noticeTexts()].filter((text) => text.includes('!'))).toEqual([]);
  });

  it('fit where they stand', () => {
    const options = stringsOf([
      Object.values(plan.question).map(({ option }) => option),
      Object.values(plan.suggestion).map(({ label }) => label),
      Object.values(parting.step).map(({ name }) => name),
      ...[meeting.heardUs, meeting.willing, readiness.level, outcome.answer, intake.state, plan.state, parting.state],
    ]);
    expect(options.filter((text) => text.length > 75)).toEqual([]);
    const buttons = stringsOf([plan.buttons, meeting.buttons, readiness.buttons, parting.buttons]);
    expect(buttons.filter((text) => text.length > 30)).toEqual([]);
    const { planTitle, recordTitle } = meeting.form;
    const titles = [planTitle, recordTitle, readiness.title, evidence.title, outcome.title, intake.title];
    expect(titles.filter((text) => text.length > 24)).toEqual([]);
    const placeholders = Object.values(intake.placeholder);
    expect(placeholders.filter((text) => text.length > 150)).toEqual([]);
    expect(SUGGESTION_IDS.filter((id) => plan.suggestion[id].text.length > MAX_ITEM_LENGTH)).toEqual([]);
  });

  it('say different things for different signals', () => {
    expect(new Set(Object.values(meeting.topic)).size).toBe(Object.keys(meeting.topic).length);
    expect(new Set(Object.values(plan.suggestion).map(({ text }) => text)).size).toBe(SUGGESTION_IDS.length);
  });

  it('make a letter with dates, reasons, sums, thanks and an offer', () => {
    const letter = parting.notice.letter(draft());
    for (const fact of ['Northwind', '2027', '4,000|4 000|4\u00a0000', 'Mara Stein', 'Studio Lark', '30'])
      expect(letter).toMatch(new RegExp(fact));
    expect(letter).toContain(meeting.topic.late_payment.slice(1));
    expect(letter).toContain(meeting.topic.scope_creep.slice(1));
  });

  it('make whole texts where little is known', () => {
    for (const mode of ['planned', 'now'] as const)
      for (const text of noticeTexts({
        mode,
        reasons: [],
        noticeDays: null,
        isThankful: false,
        offersTransition: false,
      }))
        expect(text).not.toMatch(/undefined|null|NaN|\.\.|\n{3}|\[object/);
  });

  it('say nothing of the facts after a hard stop', () => {
    const letter = parting.notice.letter(draft({ mode: 'now', reasons: [] }));
    expect(letter).not.toContain(meeting.topic.late_payment.slice(1));
    expect(letter.length).toBeLessThan(parting.notice.letter(draft()).length);
  });

  it('keep the longest letter within a file that people read', () => {
    const { reasons } = planNotice({ ...draft(), evidence: manyEntries, positivesNamed: 3 });
    expect(Math.max(...noticeTexts({ reasons }).map((text) => text.length))).toBeLessThan(3000);
  });

  it('keep the fullest prep sheet within one field', () => {
    const figures = someFigures({
      signals: WEIGHTED_SIGNAL_IDS.map((id) => aSignal(id)),
      pressure: 88.8,
      hours: { perWeek: 99.5, givenBy: 9 },
    });
    const said = {
      complaints: Array.from({ length: 50 }, () => complaint),
      positives: [complaint, complaint, complaint],
      lessons: [],
    };
    const sheet = planPrepSheet({
      summary: { clientName: 'N'.repeat(80), mode: 'open', figures, said },
      ...{ evidence: manyEntries, asks: SUGGESTION_IDS, colleagues: { names: [], placeholder: '…' } },
    });
    const text = prepSheetText(sheet, t);
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('leave out of the prep sheet what is not known', () => {
    const sheet = planPrepSheet({
      summary: {
        clientName: 'Northwind',
        mode: 'private',
        figures: someFigures({ voices: 2 }),
        said: { complaints: [], positives: [], lessons: [] },
      },
      ...{ evidence: [], asks: [], colleagues: { names: [], placeholder: '…' } },
    });
    const text = prepSheetText(sheet, t);
    expect(text).toContain(meeting.sheet.noFacts);
    expect(text).not.toContain(meeting.sheet.asks);
    expect(text).not.toContain(meeting.sheet.complaints);
  });
});

describe('Russian numerals after the verdict', () => {
  const { plan, intake } = translate('ru');

  it.each([
    [1, 'Всё сделано: 1 пункт', '1 вопрос*'],
    [2, 'Всё сделано: 2 пункта', '2 вопроса*'],
    [5, 'Всё сделано: 5 пунктов', '5 вопросов*'],
    [21, 'Всё сделано: 21 пункт', '21 вопрос*'],
  ])('agree with %i', (count, summary, risks) => {
    expect(plan.summary({ open: 0, done: count, overdue: 0 })).toBe(summary);
    expect(intake.risks(count)).toContain(risks);
  });
});
