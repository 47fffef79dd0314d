import type { ModalView } from '@slack/types';
import type { Alert } from '../../../src/domain/health-alert.ts';
import type { NamedInPulse } from '../../../src/domain/named-in-pulse.ts';
import { HARD_STOP_IDS, WEIGHTED_SIGNAL_IDS } from '../../../src/domain/signals.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderDryRun } from '../../../src/slack/blocks/ephemeral/dry-run.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderPulseState } from '../../../src/slack/blocks/ephemeral/pulse-state.ts';
import { type AlertModel, renderHealthAlert } from '../../../src/slack/blocks/health-alert.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderChooseChannel } from '../../../src/slack/blocks/views/choose-channel.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import type { OwnPulseState, PulseState } from '../../../src/usecases/read-pulse-state.ts';
import type { PulseNow } from '../../../src/usecases/send-pulses-now.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const WEEK = 2968;
const AT = new Date('2026-11-27T17:00:00Z');

/** As much as can be named in a week. */
export const ALL_NAMED: NamedInPulse = {
  hardStops: HARD_STOP_IDS,
  signals: WEIGHTED_SIGNAL_IDS.map((id, at) => ({ id, respondents: 50 - at })),
  isWithheld: false,
};
const NOTHING_NAMED: NamedInPulse = { hardStops: [], signals: [], isWithheld: false };

const ALERTS: Readonly<Record<Alert['condition'], Alert>> = {
  hard_stop: { condition: 'hard_stop', hardStops: [{ id: 'harassment', respondents: 1 }] },
  critical: { condition: 'critical', health: 34 },
  sharp_fall: { condition: 'sharp_fall', from: 52, to: 34 },
  long_fall: { condition: 'long_fall', weeks: [71, 61, 52, 34] },
};

/** Each condition alone, and all of them at once. */
function alertModels(size: Size, { clientName }: SampleWords): [string, AlertModel][] {
  const isLargest = size === 'largest';
  const common = {
    ...{ client: { id: REVIEW_ID, name: clientName }, week: WEEK },
    answered: isLargest ? { respondents: 49, asked: 50 } : { respondents: 1, asked: 1 },
    named: isLargest ? ALL_NAMED : NOTHING_NAMED,
    dismissedBy: null,
  };
  const atOnce = { ...common, alerts: [ALERTS.hard_stop], answered: null };
  return [
    ...Object.values(ALERTS).map((alert): [string, AlertModel] => [
      alert.condition,
      { ...common, alerts: [alert], named: { ...common.named, hardStops: HARD_STOP_IDS } },
    ]),
    ['hard stop, at once', { ...atOnce, named: { ...NOTHING_NAMED, hardStops: ['harassment'] } }],
    ['everything', { ...common, named: ALL_NAMED, alerts: Object.values(ALERTS) }],
    ['few answered', { ...common, alerts: [ALERTS.critical], named: { ...NOTHING_NAMED, isWithheld: true } }],
    ['not now', { ...common, alerts: [ALERTS.sharp_fall], dismissedBy: 'U0MARA' }],
  ];
}

const OWN: readonly OwnPulseState[] = [
  { kind: 'open', week: WEEK, answered: 2, asked: 5, closesAt: AT, isDeclined: true },
  { kind: 'closed', answered: 5, asked: 5 },
  ...(['deactivated', 'bot', 'guest', 'outside', 'day_off', 'stale', 'new'] as const).map(
    (why) => ({ kind: 'skipped', why }) as const,
  ),
  { kind: 'waiting', day: '2026-11-26', hour: 15 },
  { kind: 'waiting', day: null, hour: 15 },
  { kind: 'none' },
  { kind: 'off' },
];

function stateAt(size: Size, { clientName }: SampleWords): PulseState {
  const schedule = { weekday: 4, hour: 15 };
  if (size === 'none') return { isOn: true, schedule, nextDay: null, hasPeople: false, latest: null };
  const people = manyPeople();
  const why = (at: number) => (['day_off', 'stale', 'new', 'guest', 'deactivated'] as const)[at % 5] ?? 'new';
  return {
    ...{ isOn: true, schedule, nextDay: '2026-11-26', hasPeople: true },
    latest: {
      ...{ week: WEEK, openUntil: null, asked: people, answered: 4999 },
      left: people.map((userId, at) => ({ userId, why: why(at) })),
      clients: Array.from({ length: 200 }, () => ({ name: clientName, asked: 50, answered: 49 })),
    },
  };
}

function manyPeople(): string[] {
  return Array.from({ length: 5000 }, (_, at) => `U0PERSON${String(at).padStart(4, '0')}`);
}

function dryRunAt(size: Size, { clientName }: SampleWords, t: Messages): RenderedMessage {
  if (size === 'none') return renderDryRun({ plans: [], nameOf: new Map() }, t);
  const nameOf = new Map(Array.from({ length: 200 }, (_, at) => [`${at}`, clientName]));
  const window = { week: WEEK, opensAt: AT, closesAt: AT };
  const whys = Object.keys(t.pulse.dryRun.why) as (keyof Messages['pulse']['dryRun']['why'])[];
  const plans = manyPeople().map((userId, at): PulseNow => {
    const asked = { userId, clientIds: [...nameOf.keys()] };
    return at % 2 === 0
      ? { ...asked, kind: 'ask', window }
      : { ...asked, kind: 'leave', why: whys[at % whys.length] ?? 'unknown' };
  });
  return renderDryRun({ plans, nameOf }, t);
}

/** What managers see of a client that goes wrong, and what `pulse` says. */
export function alertScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const message = (name: string, renderer: string, messages: readonly RenderedMessage[]) =>
    messageScreens({ name, group: 'To one person', renderers: [renderer] }, messages);
  const modal = (name: string, renderer: string, view: ModalView): Screen => ({
    ...{ name, group: 'Forms', renderers: [renderer], kind: 'modal', view },
  });
  const { clientName } = words;
  const channel = { mrkdwn: '<#C0TEAM>' as never };
  const said = {
    gone: t.alerts.gone,
    'review open': t.alerts.openAlready({ name: clientName, channel }),
  };
  const own = size === 'none' ? OWN : OWN.slice(0, 1);
  return [
    ...alertModels(size, words).flatMap(([name, model]) =>
      message(`health alert, ${name}`, 'renderHealthAlert', renderHealthAlert(model, t)),
    ),
    ...message('health alert, not yours', 'renderNotice', [renderNotice(t.alerts.notYours)]),
    ...Object.entries(said).map(([name, text]) =>
      modal(`start from pulse, ${name}`, 'renderMessageView', renderMessageView({ title: t.startForm.title, text }, t)),
    ),
    ...[null, t.refusals.channel.not_member].map((refusal, at) =>
      modal(
        `start from pulse, which channel${at === 0 ? '' : ', another one'}`,
        'renderChooseChannel',
        renderChooseChannel({ question: t.alerts.chooseChannel(clientName), refusal, target: '-' }, t),
      ),
    ),
    ...own.flatMap((one, at) =>
      message(`pulse state ${at}, member`, 'renderPulseState', [renderPulseState({ own: one, everybody: null }, t)]),
    ),
    ...[true, false].flatMap((isOn) =>
      message(`pulse state, manager, ${isOn ? 'on' : 'off'}`, 'renderPulseState', [
        renderPulseState({ own: OWN[0] ?? { kind: 'none' }, everybody: { ...stateAt(size, words), isOn } }, t),
      ]),
    ),
    ...[0, 5000].flatMap((left) =>
      message(`pulse sent, ${left} left`, 'renderNotice', [renderNotice(t.pulse.sent({ sent: 5000, left }))]),
    ),
    ...message('pulse, dry run', 'renderDryRun', [dryRunAt(size, words, t)]),
  ];
}
