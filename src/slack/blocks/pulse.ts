import type { KnownBlock } from '@slack/types';
import { bold, join, type Mrkdwn, md, safe } from '../../domain/escaping.ts';
import { RATINGS } from '../../domain/health.ts';
import type { Messages } from '../../i18n/index.ts';
import type { OwnPulse } from '../../usecases/read-pulse.ts';
import { ACTIONS, PULSE_RATE_ACTIONS } from '../ids.ts';
import { encodePulseTarget } from '../pulse-target.ts';
import { actions, button, context, section, sections } from './building-blocks.ts';
import { pack } from './pack.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

type Row = OwnPulse['clients'][number];

/**
 * The pulse of one person: a row of five buttons per client with what they chose, in as many messages as it takes. Once it is over
 * the choices stand without buttons. Nothing when no client is left to ask about.
 */
export function renderPulse(pulse: OwnPulse, t: Messages): RenderedMessage[] {
  const texts = t.pulse;
  if (pulse.clients.length === 0) return [];
  if (!pulse.isOpen) {
    const lines = pulse.clients.map((row) => clientLine(row, t));
    const pieces = sections([texts.closed, ...lines]).map((block) => [block]);
    // What is over is not read aloud client by client.
    return pack(pieces, texts.continued).map((blocks) => ({ text: texts.closed, blocks }));
  }
  const value = encodePulseTarget({ week: pulse.week });
  const last = actions('pulse', [
    button({ text: texts.button.more, actionId: ACTIONS.pulseMore, value }),
    ...(pulse.isDeclined
      ? []
      : [button({ text: texts.button.notThisWeek, actionId: ACTIONS.pulseNotThisWeek, value })]),
  ]);
  const pieces = [
    [section(texts.question), context(texts.until(pulse.closesAt))],
    ...pulse.clients.map((row) => clientRow(row, pulse.week, t)),
    [...(pulse.isDeclined ? [context(texts.declined)] : []), last],
  ];
  return pack(pieces, texts.continued).map(rendered);
}

/** The one reminder, to somebody who has answered nothing. */
export function renderPulseReminder({ closesAt }: Pick<OwnPulse, 'closesAt'>, t: Messages): RenderedMessage {
  const { text, link } = t.pulse.reminder;
  return rendered([section(text(closesAt)), context(md`${link}`)]);
}

function clientRow(row: Row, week: number, t: Messages): KnownBlock[] {
  const buttons = RATINGS.map((rating) =>
    button({
      text: String(rating),
      actionId: PULSE_RATE_ACTIONS[rating],
      value: encodePulseTarget({ week, clientId: row.id, rating }),
      ...(row.answer?.rating === rating ? { style: 'primary' as const } : {}),
    }),
  );
  return [section(row.answer === null ? md`${bold(row.name)}` : clientLine(row, t)), actions(row.id, buttons)];
}

function clientLine({ name, answer }: Row, t: Messages): Mrkdwn {
  const { given, signals, comment, noAnswer } = t.pulse;
  if (answer === null) return md`${bold(name)}: ${noAnswer}`;
  const said = [
    given(answer.rating),
    ...(answer.signals.length === 0 ? [] : [signals(answer.signals.length)]),
    ...(answer.comment === null ? [] : [comment]),
  ];
  return md`${bold(name)}: ${safe(
    join(
      said.map((one) => md`${one}`),
      ', ',
    ),
  )}`;
}
