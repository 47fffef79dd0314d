import { describe, expect, it } from 'vitest';
import { type ChannelFacts, suggestChannel } from '../../../src/domain/parting/channel-choice.ts';
import { type NoticeFacts, noticeRefusal, planNotice } from '../../../src/domain/parting/notice-draft.ts';
import { someFigures } from '../../support/answers.ts';
import { anEntry, aSignal } from '../../support/follow-up.ts';

const hardStops = [{ id: 'harassment', voices: 1, reports: 1 }] as const;
const cool = { answered: 9, named: 3, cannotName: 6, warmth: 1 / 3 };

describe('the channel', () => {
  const suggestedFor = (facts: Partial<ChannelFacts>, figures: Parameters<typeof someFigures>[0] = {}) =>
    suggestChannel({
      ...{ mode: 'planned', evidence: [], willingToMend: null, figures: someFigures({ positives: cool, ...figures }) },
      ...facts,
    });

  it.each([
    ['email when we part now', { mode: 'now' }, {}, 'email', 'hard_stop'],
    ['email after a hard stop', {}, { hardStops }, 'email', 'hard_stop'],
    ['email where the tone is hostile', {}, { signals: [aSignal('manipulation')] }, 'email', 'hostile'],
    ['email where money is in dispute', {}, { signals: [aSignal('non_payment')] }, 'email', 'money_at_stake'],
    ['email where the log names sums', { evidence: [{ amount: 10 }] }, {}, 'email', 'money_at_stake'],
    ['a meeting where they want to mend', { willingToMend: 'partly' }, {}, 'meeting', 'delicate'],
    ['a meeting where most like them', {}, { positives: { ...cool, warmth: 0.6 } }, 'meeting', 'well_liked'],
    ['a call otherwise', { evidence: [{ amount: null }, { amount: 0 }], willingToMend: 'no' }, {}, 'call', 'simple'],
  ] as const)('is %s', (_, facts, figures, channel, because) => {
    expect(suggestedFor(facts, figures)).toEqual({ channel, because });
  });
});

describe('the draft of a notice', () => {
  const facts: NoticeFacts = {
    ...{ channel: 'email', mode: 'planned', language: 'en', clientName: 'Northwind', companyName: 'Studio' },
    ...{ senderName: 'Mara', writtenOn: '2026-12-07', endOn: '2027-01-06', noticeDays: 30 },
    ...{ evidence: [], positivesNamed: 3 },
  };

  it('gives facts as reasons: what, when and how much, most frequent first', () => {
    const evidence = [
      anEntry({ id: 'a', signal: 'scope_creep', amount: null, currency: null, happenedOn: '2026-09-01' }),
      anEntry({ id: 'b', happenedOn: '2026-10-05', amount: 0.1 }),
      anEntry({ id: 'c', happenedOn: '2026-11-05', amount: 0.2 }),
    ];
    expect(planNotice({ ...facts, evidence }).reasons).toEqual([
      { signal: 'late_payment', dates: ['2026-10-05', '2026-11-05'], amounts: [{ currency: 'EUR', total: 0.3 }] },
      { signal: 'scope_creep', dates: ['2026-09-01'], amounts: [] },
    ]);
  });

  it('counts a corrected entry once, as corrected', () => {
    const later = new Date('2026-10-06T10:00:00Z');
    const evidence = [anEntry({ id: 'a' }), anEntry({ id: 'b', correctsId: 'a', amount: 400, loggedAt: later })];
    const [reason] = planNotice({ ...facts, evidence }).reasons;
    expect(reason).toMatchObject({ dates: ['2026-10-05'], amounts: [{ total: 400 }] });
  });

  it.each([
    ['how the team feels', 'team_harm'],
    ['a hard stop', 'harassment'],
    ['what has no kind', null],
    ['other things', 'other'],
  ] as const)('says nothing of %s', (_, signal) => {
    expect(planNotice({ ...facts, evidence: [anEntry({ signal })] }).reasons).toEqual([]);
  });

  it('carries no words of the log and nobody who wrote it', () => {
    const text = JSON.stringify(planNotice({ ...facts, evidence: [anEntry()] }));
    expect(text).not.toMatch(/September invoice|ULENA/);
  });

  it('does not claim a notice period that is not kept', () => {
    expect(planNotice(facts).noticeDays).toBe(30);
    expect(planNotice({ ...facts, endOn: '2027-01-05' }).noticeDays).toBeNull();
  });

  it('gives no reasons, thanks or offers when we part now', () => {
    const draft = planNotice({ ...facts, mode: 'now', evidence: [anEntry()] });
    expect(draft).toMatchObject({ reasons: [], isThankful: false, offersTransition: false });
  });

  it.each([
    ['a text', null],
    [' \n', 'notice_empty'],
    ['x'.repeat(12_001), 'notice_too_long'],
  ])('is kept or refused (%#)', (text, expected) => {
    expect(noticeRefusal(text)).toBe(expected);
  });
});
