import { healthChartAltText } from '../../../src/charts/health-chart-alt-text.ts';
import { type DigestClientFacts, planChart, planDigest } from '../../../src/domain/digest.ts';
import { ALERT_CONDITIONS } from '../../../src/domain/health-alert.ts';
import { CHANNEL_REFUSALS } from '../../../src/domain/post.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../../src/domain/pulse-schedule.ts';
import { HARD_STOP_IDS, WEIGHTED_SIGNAL_IDS } from '../../../src/domain/signals.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderDigest } from '../../../src/slack/blocks/digest.ts';
import { renderDigestRefused } from '../../../src/slack/blocks/digest-refused.ts';
import { renderSettingsForm } from '../../../src/slack/blocks/views/settings-form.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const WEEK = 2968;
const MAX_LINES = 8;
const idOf = (at: number) => `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`;
const weeksOf = (scores: readonly (number | null)[]) =>
  scores.map((health, i) => ({ week: WEEK - scores.length + 1 + i, health }));

/** Six clients, one of each need and one of which few spoke. */
function fewClients({ clientName, text }: SampleWords): DigestClientFacts[] {
  const none = { asked: 4, respondents: 0, signals: [], hardStops: [], comments: 0 };
  const named = [
    { id: 'off_hours' as const, respondents: 3 },
    { id: 'late_payment' as const, respondents: 2 },
  ];
  const some = { ...none, respondents: 3 };
  const client = (at: number, scores: readonly (number | null)[], more: Partial<DigestClientFacts> = {}) => ({
    ...{ id: idOf(at), name: at === 0 ? clientName : `${clientName} ${at + 1}`, weeks: weeksOf(scores) },
    ...{ now: some, texts: [], alerts: [], hasOpenReview: false, items: { open: 0, overdue: 0 }, ...more },
  });
  return [
    client(0, [78, 70, 52, 34], {
      ...{ now: { ...some, asked: 7, respondents: 5, signals: named, comments: 2 }, texts: [text, text] },
      alerts: ['critical', 'sharp_fall'],
    }),
    client(1, [90, 82]),
    client(2, [60, 61], { hasOpenReview: true, items: { open: 1, overdue: 0 } }),
    client(3, [80, 85]),
    client(4, [70, null], { now: none }),
    client(5, [75], { now: { ...none, respondents: 2, comments: 2 } }),
  ];
}

/** 200 clients of every need, most of them with as much as can be said; or the few. */
function sampleClients(size: Size, words: SampleWords): DigestClientFacts[] {
  if (size === 'none') return fewClients(words);
  const respondents = 9;
  const everything = {
    ...{ asked: 50, respondents, comments: 9 },
    signals: WEIGHTED_SIGNAL_IDS.map((id) => ({ id, respondents })),
    hardStops: HARD_STOP_IDS.map((id) => ({ id, respondents })),
  };
  const nothing = { asked: 50, respondents: 0, signals: [], hardStops: [], comments: 0 };
  return Array.from({ length: 200 }, (_, at) => {
    const scores =
      [
        [50, 34],
        [90, 82],
        [50, 60],
        [80, 85],
        [80, null],
      ][at % 5] ?? [];
    const isQuiet = at % 5 > 2;
    return {
      ...{ id: idOf(at), name: words.clientName, weeks: weeksOf(scores), hasOpenReview: at % 10 === 0 },
      ...{ now: isQuiet ? nothing : everything, texts: isQuiet ? [] : Array<string>(9).fill(words.text) },
      items: isQuiet ? { open: 0, overdue: 0 } : { open: 20, overdue: 11 },
      alerts: isQuiet ? [] : ALERT_CONDITIONS,
    };
  });
}

/** What managers see of the weekly digest. */
export function digestScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const facts = { week: WEEK, asked: 16, answered: 14, clients: sampleClients(size, words) };
  const digest = planDigest(facts);
  const chart = planChart(digest, MAX_LINES);
  if (chart === null) throw new Error('the sample digest has clients that need attention');
  const shown = { chart, altText: healthChartAltText(chart, t.chart) };
  const readyBy = new Date('2026-11-27T18:01:00Z');
  const noAnswer = { asked: 4, respondents: 0, signals: [], hardStops: [], comments: 0 };
  const silent = facts.clients.map((client) => ({ ...client, weeks: [], now: noAnswer, texts: [], alerts: [] }));
  const nobody = planDigest({ ...facts, answered: 0, clients: silent });
  const well = planDigest({ ...facts, clients: facts.clients.map((client) => ({ ...client, weeks: weeksOf([80]) })) });
  const inChannel = (name: string, messages: Parameters<typeof messageScreens>[1]) =>
    messageScreens({ name: `digest, ${name}`, group: 'In the channel', renderers: ['renderDigest'] }, messages);
  const withPicture = renderDigest(digest, { ...shown, file: { id: 'F0CHART0001', readyBy } }, t);
  return [
    ...inChannel('with its chart', withPicture),
    ...inChannel(
      'whose chart Slack did not take',
      withPicture.slice(-1).map(({ text, blocks, picture }) => ({ text, blocks: [...(picture?.instead ?? blocks)] })),
    ),
    ...inChannel('with the chart in words', renderDigest(digest, { ...shown, file: null }, t)),
    ...inChannel('nobody answered', renderDigest(nobody, null, t)),
    ...inChannel('nobody needs attention', renderDigest(well, null, t)),
    ...inChannel('no clients', renderDigest(planDigest({ ...facts, clients: [] }), null, t)),
    ...CHANNEL_REFUSALS.flatMap((reason) =>
      messageScreens(
        { name: `digest, refused, ${reason}`, group: 'To one person', renderers: ['renderDigestRefused'] },
        [renderDigestRefused({ kind: 'digest_refused', week: WEEK, channelId: 'C0DIGEST', reason }, t)],
      ),
    ),
    ...CHANNEL_REFUSALS.map(
      (reason): Screen => ({
        ...{ name: `settings, digest channel, ${reason}`, group: 'Forms', renderers: ['renderErrors'], kind: 'errors' },
        errors: { [FIELDS.digestChannel]: t.digest.settings.refused[reason] },
      }),
    ),
    {
      ...{ name: 'settings, with pulse and digest', group: 'Forms', renderers: ['renderSettingsForm'], kind: 'modal' },
      view: renderSettingsForm(SETTINGS, t, {
        isOn: true,
        schedule: DEFAULT_PULSE_SCHEDULE,
        digestChannelId: 'C0DIGEST',
      }),
    },
  ];
}

const SETTINGS = {
  ...({ language: 'en', timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' } as const),
  daysOff: [],
  installerId: 'U0MARA',
};
