import type { KnownBlock } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import { join, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { Figures } from '../../domain/figures.ts';
import { MIN_PEOPLE_FOR_WORDS } from '../../domain/statement.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, capitalised, context, section, title } from './building-blocks.ts';
import { mostNamed } from './most-named.ts';
import { checklistButton } from './parting-button.ts';
import { planButton } from './plan-button.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { meetingButtons, readinessButtons } from './sections/meeting.ts';
import { verdictMark } from './verdict-mark.ts';

const SIGNALS_ON_CARD = 2;

/** The card of a finished review: what came of it first, then why, then the next thing to do. */
export function renderResultCard(card: CardModel, t: Messages): RenderedMessage {
  const { result, decision, clientName } = card;
  const decided =
    decision === null ? [] : [section(t.decision.post.sentence(decision.decidedBy, decision.choice, clientName))];
  const buttons = [
    ...decideButton(card, t),
    ...readinessButtons(card, t),
    ...planButton(card, t),
    ...checklistButton({ ...card, choice: decision?.choice ?? null }, t),
    ...meetingButtons(card, decision?.choice ?? null, t),
    ...summaryButton(card, t),
  ];
  const blocks: KnownBlock[] = [
    title(t.card.title(clientName)),
    ...decided,
    ...(result === null ? [] : [section(join(resultLines(result, decision !== null, t)))]),
    context(closingLine(card, t)),
    ...(buttons.length === 0 ? [] : [actions('result', buttons)]),
  ];
  const isWaiting = decision === null && result !== null;
  const notification = isWaiting
    ? t.card.notification.closed(t.summary.verdict[result.verdict.mode](clientName))
    : rendered(blocks).text;
  return { text: notification, blocks };
}

function resultLines(
  { verdict, figures }: NonNullable<CardModel['result']>,
  isDecided: boolean,
  t: Messages,
): Mrkdwn[] {
  const { votes, invited, tookPart, positives, voices } = figures;
  const label = isDecided && verdict.mode !== 'not_enough_voices' ? `${t.card.verdictLabel} ` : '';
  const verdictLine = md`${verdictMark(verdict.mode)} ${label}*${t.summary.shortVerdict[verdict.mode]}*`;
  const hasVotes = votes.keep + votes.part + votes.unsure > 0;
  const counts = [
    capitalised(t.card.tookPart(tookPart, invited)),
    ...(hasVotes ? [t.card.votes(votes.keep, votes.part, votes.unsure)] : []),
  ];
  const good =
    positives.answered === 0 ? [] : [t.card.goodNamed(positives.named, Math.max(voices, positives.answered))];
  const said = [troubleLine(figures, t), ...good].filter((line) => line !== '');
  return [verdictLine, md`${counts.join(' · ')}`, ...(said.length === 0 ? [] : [md`${said.join(' ')}`])];
}

function troubleLine(figures: Figures, t: Messages): string {
  const named = mostNamed(figures, SIGNALS_ON_CARD);
  // Of fewer people a private review says nothing, not even that they named no trouble.
  const isSaid = figures.voices >= MIN_PEOPLE_FOR_WORDS;
  if (named.length === 0) return figures.complaints.total === 0 && isSaid ? t.card.noTrouble : '';
  const counted = named.map(({ id, voices }) => t.card.signalCount(t.vocabulary.signal[id], voices, figures.voices));
  return t.card.mostNamed(counted.join(' · '));
}

function closingLine({ decision, result }: CardModel, t: Messages): Mrkdwn {
  if (decision !== null) return t.card.decidedAt(decision.decidedAt);
  const waits = md`${t.card.waitsForDecision}`;
  return result === null ? waits : join([t.card.closedAt(result.closedAt), waits], ' · ');
}

function decideButton({ decision, reviewId, undecidedVersion }: CardModel, t: Messages) {
  if (decision !== null && (undecidedVersion ?? null) === null) return [];
  const value = encodeTarget({ reviewId });
  const text = decision === null ? t.card.buttons.decide : t.meeting.buttons.decideAgain;
  return [button({ text, actionId: ACTIONS.decide, value, style: 'primary' as const })];
}

function summaryButton({ summaryUrl, reviewId }: CardModel, t: Messages) {
  if (summaryUrl === null) return [];
  const value = encodeTarget({ reviewId });
  return [button({ text: t.card.buttons.readSummary, actionId: ACTIONS.readSummary, value, url: summaryUrl })];
}
