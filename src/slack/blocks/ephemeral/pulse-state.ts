import type { Button, KnownBlock } from '@slack/types';
import { join, type Mrkdwn, safe } from '../../../domain/escaping.ts';
import { isoWeekNumber } from '../../../domain/pulse-week.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { OwnPulseState, PulseState, PulseWeekState } from '../../../usecases/read-pulse-state.ts';
import { ACTIONS } from '../../ids.ts';
import { encodePulseTarget } from '../../pulse-target.ts';
import { actions, button, confirmation, context, divider, section, sections } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { foldLine } from './fold-line.ts';
import { foldByReason, foldPeople } from './fold-people.ts';

/** Slack refuses messages over some 13 kB; all of them together stay under 10. */
const MAX_ASKED_BYTES = 1500;
const MAX_LEFT_BYTES = 2400;
const MAX_CLIENTS_BYTES = 2400;

/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 2);
const DAY_MS = 24 * 60 * 60_000;

/** `everybody`: for managers. */
export type PulseStateModel = { readonly own: OwnPulseState; readonly everybody: PulseState | null };

/** How somebody stands with their own pulse and, for a manager, how the pulse of the week stands. What has no room is counted. */
export function renderPulseState({ own, everybody }: PulseStateModel, t: Messages): RenderedMessage {
  const text = ownLine(own, t);
  if (everybody === null) return { text, blocks: [section(text), ...ownBlocks(own, t)] };
  const state = stateBlocks(everybody, t);
  // That it is off is said once.
  if (own.kind === 'off') return { text, blocks: state };
  return { text, blocks: [section(text), ...ownBlocks(own, t), divider(), ...state] };
}

function ownLine(own: OwnPulseState, t: Messages): Mrkdwn {
  const texts = t.pulse.state;
  switch (own.kind) {
    case 'open':
      return texts.own.open({ ...own, until: own.closesAt });
    case 'closed':
      return texts.own.closed(own);
    case 'skipped':
      return t.pulseState.own.skipped(t.pulseState.why[own.why]);
    case 'waiting':
      if (own.day === null) return texts.own.none;
      return t.pulseState.own.waiting({ day: formatPulseDay(own.day, t), hour: formatHour(own.hour) });
    case 'none':
      return texts.own.none;
    case 'off':
      return t.pulseState.own.off;
  }
}

function ownBlocks(own: OwnPulseState, t: Messages): KnownBlock[] {
  if (own.kind !== 'open') return [];
  const value = encodePulseTarget({ week: own.week });
  const answer = button({ text: t.pulseState.answer, actionId: ACTIONS.pulseMore, value, style: 'primary' });
  return [...(own.isDeclined ? [context(t.pulseState.own.declined)] : []), actions('own_pulse', [answer])];
}

function stateBlocks(state: PulseState, t: Messages): KnownBlock[] {
  const { isOn, schedule, nextDay, hasPeople, latest } = state;
  const texts = t.pulse.state;
  const week = latest === null ? [section(texts.none)] : weekBlocks(latest, t);
  if (!isOn) return [...week, section(texts.off)];
  const plan = [
    texts.schedule({ day: formatWeekday(schedule.weekday, t), hour: formatHour(schedule.hour) }),
    ...(nextDay === null ? [] : [t.pulseState.next(formatPulseDay(nextDay, t))]),
  ];
  return [...week, section(hasPeople ? join(plan, ' ') : texts.nobody), ...(hasPeople ? [adminButtons(t)] : [])];
}

function weekBlocks(latest: PulseWeekState, t: Messages): KnownBlock[] {
  const texts = t.pulse.state;
  const { week, openUntil, asked, answered, clients } = latest;
  const heading = texts.heading({ week: isoWeekNumber(week), answered, asked: asked.length });
  const people = foldPeople({ userIds: asked, maxBytes: MAX_ASKED_BYTES }, t);
  const ofClients = foldLine({
    items: clients.map(texts.client),
    maxBytes: MAX_CLIENTS_BYTES,
    more: t.pulseState.more,
  });
  return [
    section(join([heading, openUntil === null ? texts.closed : texts.until(openUntil)])),
    ...(ofClients.length === 0 ? [] : sections([t.pulseState.clients, join(ofClients, ' · ')])),
    ...(asked.length === 0 ? [] : [context(texts.asked(safe(people)))]),
    ...leftLines(latest, t).map(context),
  ];
}

function leftLines({ left }: PulseWeekState, t: Messages): Mrkdwn[] {
  return foldByReason(left, MAX_LEFT_BYTES, t).map(({ why, who }) =>
    t.pulseState.left({ why: t.pulseState.why[why], who: safe(who) }),
  );
}

function adminButtons(t: Messages): KnownBlock {
  const { sendNow, dryRun } = t.pulse.state;
  const buttons: Button[] = [
    button({ text: dryRun, actionId: ACTIONS.pulseDryRun, value: '-' }),
    button({ text: sendNow, actionId: ACTIONS.pulseSendNow, value: '-', confirm: confirmation(t.pulseState.confirm) }),
  ];
  return actions('pulse_admin', buttons);
}

function formatWeekday(weekday: number, t: Messages): string {
  const format = new Intl.DateTimeFormat(t.forms.locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(MONDAY + (weekday - 1) * DAY_MS);
}

/** "Thursday, November 26": a day of the calendar, the same wherever it is read. */
function formatPulseDay(day: string, t: Messages): string {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(t.forms.locale, shape).format(new Date(`${day}T00:00:00Z`));
}

function formatHour(hour: number): string {
  return `${hour}:00`;
}
