import type { KnownBlock } from '@slack/types';
import { join, type Mrkdwn } from '../../domain/escaping.ts';
import { bandOf } from '../../domain/health.ts';
import type { Alert } from '../../domain/health-alert.ts';
import type { NamedInPulse } from '../../domain/named-in-pulse.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Messages } from '../../i18n/index.ts';
import type { ClientAlert } from '../../usecases/read-alert.ts';
import { ACTIONS } from '../ids.ts';
import { encodePulseTarget } from '../pulse-target.ts';
import { actions, button, context, section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

/** More kinds of trouble than these are counted. */
const MAX_NAMED = 5;

/** `dismissedBy`: this reader said "not now". */
export type AlertModel = Omit<ClientAlert, 'client'> & {
  readonly client: { readonly id: string; readonly name: string };
  readonly dismissedBy: string | null;
};

/**
 * What a manager is told of a client's week: the most serious thing first, then what else was raised, the figures behind it and what to
 * do. A hard stop has no author, no number and no time. Nothing where nothing was raised.
 */
export function renderHealthAlert(model: AlertModel, t: Messages): RenderedMessage[] {
  const { alerts, answered, week, client } = model;
  const [first, ...others] = alerts;
  if (first === undefined) return [];
  const figures = [
    answered === null ? t.alerts.notClosed : t.alerts.answered({ week: isoWeekNumber(week), ...answered }),
    ...namedLines(model.named, t),
  ];
  const also = others.flatMap((alert) => alsoLine(alert, t));
  return [
    rendered([
      section(headingOf(first, client.name, t)),
      ...(first.condition === 'hard_stop' ? hardStopBlocks(model.named, t) : []),
      ...(also.length === 0 ? [] : [section(join(also))]),
      context(join(figures)),
      ...(model.dismissedBy === null ? [] : [context(t.alerts.dismissed(model.dismissedBy))]),
      actions('alert', buttonsOf(model, t)),
    ]),
  ];
}

/** "pays late ×2, ignores our working hours ×1", the most named first; what is beyond five is counted. */
export function namedList(signals: NamedInPulse['signals'], t: Messages): string {
  const shown = signals
    .slice(0, MAX_NAMED)
    .map(({ id, respondents }) => t.alerts.signal({ label: t.vocabulary.signal[id], count: respondents }));
  const left = signals.length - shown.length;
  return [...shown, ...(left > 0 ? [t.alerts.moreSignals(left)] : [])].join(', ');
}

/** The hard stops that were named, as a list that reads well after "the client". */
export function hardStopList({ hardStops }: NamedInPulse, t: Messages): string {
  const labels = hardStops.map((id) => t.vocabulary.signal[id]);
  return new Intl.ListFormat(t.forms.locale, { type: 'conjunction' }).format(labels);
}

function headingOf(alert: Alert, name: string, t: Messages): Mrkdwn {
  const { heading } = t.alerts;
  switch (alert.condition) {
    case 'hard_stop':
      return heading.hardStop(name);
    case 'critical':
      return heading.critical({ name, health: alert.health });
    case 'sharp_fall':
      return heading.sharpFall({ name, from: alert.from, to: alert.to, band: bandOf(alert.to) });
    case 'long_fall':
      return heading.longFall({ name, weeks: alert.weeks.join(' → '), band: bandOf(alert.weeks.at(-1) ?? 0) });
  }
}

/** Nothing for a hard stop, which stands first. */
function alsoLine(alert: Alert, t: Messages): Mrkdwn[] {
  const { also } = t.alerts;
  switch (alert.condition) {
    case 'hard_stop':
      return [];
    case 'critical':
      return [also.critical(alert.health)];
    case 'sharp_fall':
      return [also.sharpFall(alert)];
    case 'long_fall':
      return [also.longFall(alert.weeks.join(' → '))];
  }
}

function hardStopBlocks(named: NamedInPulse, t: Messages): KnownBlock[] {
  return [section(t.alerts.hardStop(hardStopList(named, t))), section(t.summary.verifyFirst)];
}

function namedLines({ signals, isWithheld }: NamedInPulse, t: Messages): Mrkdwn[] {
  if (isWithheld) return [t.alerts.withheld];
  return signals.length === 0 ? [] : [t.alerts.named(namedList(signals, t))];
}

function buttonsOf({ client, week, dismissedBy }: AlertModel, t: Messages) {
  const value = encodePulseTarget({ week, clientId: client.id });
  const start = { text: t.alerts.button.start, actionId: ACTIONS.startFromPulse, value };
  if (dismissedBy !== null) return [button(start)];
  return [
    button({ ...start, style: 'primary' }),
    button({ text: t.alerts.button.notNow, actionId: ACTIONS.alertNotNow, value }),
  ];
}
