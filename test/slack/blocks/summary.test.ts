import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../src/domain/answer.ts';
import { translate } from '../../../src/i18n/index.ts';
import { renderSummary } from '../../../src/slack/blocks/summary.ts';
import {
  complaint,
  type SamplePerson,
  type SampleReview,
  sampleSummary,
  sevenPeople,
} from '../../support/sample-models.ts';

const en = translate('en');
const ru = translate('ru');

const say = (review: SampleReview, t = en) =>
  renderSummary(sampleSummary(review), t)
    .map(({ text }) => text)
    .join('\n');

/** The second worked example of method 4, with the same seven people. */
function heavyTrouble(): SamplePerson[] {
  const constant = { frequency: 'constantly', concerns: 'everyone' } as const;
  const named: [number, Complaint][] = [
    [5, complaint('Again', ['scope_creep'], constant)],
    [4, complaint('Late', ['late_payment', 'off_hours'], constant)],
    [3, complaint('Tired', ['team_harm'], constant)],
    [2, complaint('Threats', ['manipulation'], { severity: 3 })],
  ];
  return sevenPeople().map((person, at) => ({
    ...person,
    complaints: named.filter(([people]) => at < people).map(([, said]) => said),
  }));
}

describe('the summary of the sample review', () => {
  it('says the verdict first, then how sure it is and why', () => {
    expect(say({ people: sevenPeople() })).toMatch(
      new RegExp(
        [
          '^🟡 Verdict: keep Northwind, and repair the work',
          'Confidence: medium \\(only 4 of 7 voted this way\\)\\.',
          '\\*Why\\*',
          ' • How much trouble the team reports: 37 of 100\\. Repair starts at 30\\.',
          ' • Most of those who answered name the same trouble: asks for more than agreed \\(4 of 7\\)\\.',
        ].join('\n'),
      ),
    );
  });

  it('says the same in Russian', () => {
    const text = say({ people: sevenPeople('ru') }, ru);
    expect(text).toMatch(/^🟡 Вердикт по клиенту «Northwind»: продолжать и наладить работу\n/);
    expect(text).toContain('Напряжение в работе с клиентом: 37 из 100. От 30 пора налаживать.');
    expect(text).toContain('просит больше, чем договорились: 4 из 7, иногда · 15 баллов');
    expect(text).toContain('Против вердикта: 2 человека за то, чтобы расстаться.');
  });

  it('shows each trouble, the price, the votes and the dissent', () => {
    const text = say({ people: sevenPeople() });
    expect(text).toContain(' • pays late: 3 of 7 people, constantly · 15 points');
    expect(text).toContain('11 hours a week lost to friction ≈ €2,860 a month, 24% of what they pay.');
    expect(text).toContain('keep 4 · part 2 · unsure 1\nAgainst the verdict: 2 people would part.');
    expect(text).toContain('7 of 7 took part.');
  });

  it('quotes a few words, each about another trouble, and says where the rest is', () => {
    const text = say({ people: sevenPeople() });
    expect(text).toContain(
      'Every sign-off is followed by “one small thing”.\nThe October invoice came in December.\nFriday evening: “we need it on Monday”.\nAll 9 are above in this thread, in full.',
    );
  });

  it('says what would change it, and by how much it misses', () => {
    expect(say({ people: sevenPeople() })).toContain(
      'if trouble reaches 60 of 100 (37 now), at least 3 kinds of trouble',
    );
  });

  it('names people in an open review only', () => {
    expect(say({ people: sevenPeople() })).not.toContain('<@');
    expect(say({ people: sevenPeople(), mode: 'open' })).toContain('part 2 (<@U0DELIV1>, <@U0DELIV2>)');
  });

  it('ends with the one button', () => {
    const last = renderSummary(sampleSummary({ people: sevenPeople() }), en)
      .at(-1)
      ?.blocks.at(-1);
    expect(last).toMatchObject({ type: 'actions', elements: [{ action_id: 'decide', style: 'primary' }] });
  });
});

describe('the summary of another verdict', () => {
  it('says why to part, each figure once', () => {
    const text = say({ people: heavyTrouble() });
    expect(text).toContain('🔴 Verdict: part with Northwind, in an orderly way');
    expect(text).toContain('How much trouble the team reports: 73 of 100. Parting starts at 60.');
    expect(text).toContain('4 kinds of trouble are shared across the team: asks for more than agreed (5 of 7)');
    expect(text).toContain('It does not stop: 12 of 14 complaints are about something constant.');
    expect(text).toContain('Repair alone would start at 30 of 100.');
    expect(text).toContain('*Keep and repair*, if trouble falls under 60 of 100 (73 now)');
  });

  it('says that parting is not affordable yet', () => {
    const text = say({ people: heavyTrouble(), context: { revenueShare: 0.3, readiness: 40 } });
    expect(text).toContain('🟡 Verdict: keep Northwind, and repair the work');
    expect(text).toContain(
      '*We cannot afford to part yet.* The rules say part, but this client brings 30% of our revenue',
    );
  });

  it('says that nothing good is left, and what the client answered', () => {
    const people = sevenPeople().map((person) => ({ ...person, positive: null }));
    const text = say({ people, context: { clientMeeting: { willingToMend: 'no' } } });
    expect(text).toContain('Nobody named one good thing about the work; 7 of 7 said that there is none.');
    expect(text).toContain('We talked to the client, and they will not mend it.');
    expect(text).toContain('*What would change it, all of it together*');
  });

  it('asks to check the facts of a hard stop before anything else', () => {
    const people = sevenPeople().map((person, at) =>
      at === 0
        ? { ...person, complaints: [complaint('He shouts', ['harassment'], { concerns: 'one_person' })] }
        : person,
    );
    const text = say({ people });
    expect(text).toContain('*Check first, act after.*\n• Confirm the facts.');
    expect(text).toContain('Reported by 1 person: the client bullies or harasses our people.');
    expect(text).not.toContain('Try this first');
    expect(say({ people }, ru)).toContain('Сообщил 1 человек: клиент травит наших людей');
  });

  it('suggests another contact where the trouble is one person', () => {
    const people = sevenPeople().map((person) => ({
      ...person,
      complaints: person.complaints?.map((said) => ({ ...said, concerns: 'one_person' as const })) ?? [],
    }));
    expect(say({ people })).toContain('another contact person, or another specialist of ours.* 9 of 9 complaints');
  });

  it('says why there is none with too few answers, and why words are missing', () => {
    const review = { people: sevenPeople().slice(0, 2), invited: 7, withheld: { complaints: 3 } };
    const text = say(review);
    expect(text).toContain('⚪ No verdict on Northwind: not enough answers');
    expect(text).toContain('Confidence: low (only 2 of 7 answered; nobody answered from finance).');
    expect(text).toContain('2 of 7 answered. A verdict needs at least 4');
    expect(text).toContain('*A verdict*, if 2 more people answer.');
    expect(text).toContain('3 answers are counted, not shown');
    expect(text).toContain('Not heard: finance.');
    expect(text).not.toContain('Against the verdict');
  });

  it('stays short where all is well', () => {
    const people = sevenPeople().map((person) => ({ ...person, complaints: [], vote: 'keep' as const }));
    const text = say({ people });
    expect(text).toContain('🟢 Verdict: keep Northwind, as it is\nConfidence: high');
    expect(text).toContain('Nobody named any trouble.');
    expect(text).toContain('Nobody voted against the verdict.');
  });
});
