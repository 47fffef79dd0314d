import { describe, expect, it } from 'vitest';
import { emptyFields } from '../../../src/domain/client-profile.ts';
import type { RecordedReview } from '../../../src/domain/export/client-record.ts';
import { exportJson } from '../../../src/domain/export/export-json.ts';
import type { ClientExport } from '../../../src/domain/export/plan-client-export.ts';
import { weekOf } from '../../../src/domain/pulse-week.ts';
import { decideVerdict } from '../../../src/domain/verdict.ts';
import { translate } from '../../../src/i18n/index.ts';
import { renderReport } from '../../../src/slack/export/report.ts';
import { someFigures } from '../../support/answers.ts';
import { aMeeting, anItem } from '../../support/follow-up.ts';
import { NO_CONTEXT } from '../../support/sample-models.ts';

const AT = new Date('2026-11-20T23:30:00Z');
const t = translate('en');

const aReview: RecordedReview = {
  ...{
    id: 'review-1',
    mode: 'open',
    state: 'decided',
    question: 'Renew?',
    facilitatorId: 'UMARA',
    startedAt: AT,
    closedAt: AT,
  },
  ...{ said: [], plan: null, items: [anItem({ state: 'dropped', reason: 'No time' })] },
  verdicts: [1, 2].map((version) => {
    const figures = someFigures();
    return { version, at: AT, figures, verdict: decideVerdict(figures, NO_CONTEXT) };
  }),
  decisions: [
    {
      verdictVersion: 1,
      choice: 'part_now',
      rationale: null,
      hardStop: 'confirmed',
      decidedBy: 'UMARA',
      decidedAt: AT,
    },
  ],
  outcomes: [{ verdictVersion: 1, day: 30, answer: 'no', why: 'They came back', answeredBy: 'UMARA', answeredAt: AT }],
  meetings: [
    aMeeting({
      state: 'recorded',
      record: { theirView: 'We are fine', ourView: 'We are not', heardUs: 'partly', willingToMend: 'no', agreed: '' },
    }),
  ],
};

const aWeek = (day: string, respondents: number) =>
  ({
    ...{ clientId: 'client-1', week: weekOf(day), asked: 4, respondents, health: 30, band: 'critical', meanRating: 2 },
    ...{ trend: 33.4, comments: 1, closedAt: AT },
    signals: [{ id: 'off_hours', respondents: 1 }],
    hardStops: [{ id: 'harassment', respondents: 1 }],
  }) as ClientExport['weeks'][number];

const record: ClientExport = {
  client: {
    ...{ ...emptyFields('North|wind'), id: 'client-1', status: 'parted', isArchived: true, revenueShare: 0.25 },
    ...{ monthlyRevenue: 4000, contractEnd: '2026-12-31', noticeDays: 30, managerIds: ['UMARA'] },
    team: [{ userId: 'ULENA', role: 'delivery', isFromGroup: false }],
  },
  ...{ usualCurrency: 'EUR', timeZone: 'Europe/Berlin', exportedAt: AT, intake: null, evidence: [] },
  reviews: [aReview],
  partings: [
    {
      playbook: {
        ...{ reviewId: 'review-1', clientId: 'client-1', mode: 'planned', endOn: '2027-01-06', basis: 'assumed' },
        ...{ channel: 'call', startedById: 'UMARA', startedAt: AT, state: 'finished' },
      },
      steps: [
        {
          ...{ id: 's1', stepId: null, title: 'Cake', ownerId: null, givenById: null, giving: 0 },
          ...{ dueOn: '2026-12-01', isDateOwn: false },
          ...{ state: 'not_needed', note: null, reason: 'Nobody came', version: 1 },
        },
      ],
      notices: [{ channel: 'email', language: 'en', text: 'We part', savedById: 'UMARA', savedAt: AT }],
    },
  ],
  weeks: [aWeek('2026-11-02', 3), aWeek('2026-11-09', 2)],
  names: new Map([['UMARA', 'Mara *M*']]),
};

describe('renderReport', () => {
  const report = renderReport(record, t);

  it('says what is set up, in the zone of the workspace, with names where Slack knows them', () => {
    expect(report).toMatch(/^# North\\\|wind\n\nEverything on record on 21 November 2026\./);
    for (const line of ['Status: parted', 'Archived', 'Pays: €4,000 a month', 'Share of our revenue: 25%'])
      expect(report).toContain(`- ${line}\n`);
    expect(report).toContain('- Managers: Mara \\*M\\*\n- Account team: ULENA (delivery)\n');
    expect(report).toContain(t.clientExport.report.notFilled);
  });

  it('says what came of a review: verdicts, decision, plan, meeting, outcome', () => {
    expect(report).toContain('#### Verdict, version 2 of 21 November 2026');
    expect(report).toContain('Part now, by Mara \\*M\\* on 21 November 2026\n\nHard stop: confirmed');
    expect(report).toContain('(ULENA, by 4 December 2026, dropped; because: No time)');
    expect(report).toContain('#### Client meeting on 30 November 2026: held');
    expect(report).toContain('**Their view**\n\n> We are fine\n\n**Our view**\n\n> We are not');
    expect(report).toContain('- Will they mend it? No');
    expect(report).toContain('**After 30 days: it was not right**\n\n> They came back');
  });

  it('lists the steps of the parting, and the notice as it was left', () => {
    expect(report).toContain('Last day: 6 January 2027, finished');
    expect(report).toContain('- Cake (nobody yet, by 1 December 2026, not needed). Nobody came');
    expect(report).toContain('**Notice as it was left (Email)**\n\n> We part');
  });

  it('names the trouble of a week from three respondents on, and a hard stop always, without how many', () => {
    const [newer, older] = report.split('\n').filter((line) => line.startsWith('| 9 ') || line.startsWith('| 2 '));
    expect(newer).toContain('2 of 4 | bullies or harasses our people; withheld: fewer than three answered |');
    expect(older).toContain('3 of 4 | bullies or harasses our people; ignores our working hours (1 of 3) |');
  });
});

describe('exportJson', () => {
  it('keeps its keys', () => {
    const data = JSON.parse(exportJson(record));
    expect(Object.keys(data)).toEqual(
      'format exportedAt timeZone client intake reviews partings evidence health people'.split(' '),
    );
    expect(data.health).toMatchObject([
      { weekOf: '2026-11-02', signals: [{ id: 'off_hours', respondents: 1 }], hardStops: ['harassment'] },
      { weekOf: '2026-11-09', signals: null, hardStops: ['harassment'] },
    ]);
    expect(Object.keys(data.reviews[0])).toEqual(
      'id mode state isOpen question facilitatorId startedAt closedAt said verdicts decisions outcomes plan items meetings'.split(
        ' ',
      ),
    );
    expect(data.partings[0]).toMatchObject({
      state: 'finished',
      steps: [{ title: 'Cake' }],
      notices: [{ text: 'We part' }],
    });
  });
});
