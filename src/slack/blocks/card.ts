import type { Button, KnownBlock } from '@slack/types';
import { PHASES, type Phase } from '../../domain/answer.ts';
import type { CardModel } from '../../domain/card.ts';
import { join, type Mrkdwn, md, safe } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { absenceBlocks } from './absences.ts';
import {
  actions,
  button,
  capitalised,
  confirmation,
  context,
  mentions,
  section,
  sections,
  title,
} from './building-blocks.ts';
import { clipAtWord } from './clip.ts';
import { person, quote, words } from './quote.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { renderResultCard } from './result-card.ts';
import { intakeOnCard } from './sections/intake.ts';
import { stepButtons } from './step-buttons.ts';
import { walkButtons } from './walk-button.ts';

const MAX_CELLS = 10;

/** The card is one message kept up to date, so a long question is clipped here; the first prompt has all of it. */
const MAX_QUESTION_ON_CARD = 600;

/** The card of a review in its channel, in every state; always one message (screens: card in the channel). */
export function renderCard(card: CardModel, t: Messages): RenderedMessage {
  if (card.state === 'closed' || card.state === 'decided') return renderResultCard(card, t);
  if (card.state === 'cancelled') return renderCancelled(card, t);
  return card.state === 'short_of_voices' ? renderWaiting(card, t) : renderStep(card, card.state, t);
}

function renderCancelled(card: CardModel, t: Messages): RenderedMessage {
  return rendered([
    title(t.card.title(card.clientName)),
    section(t.card.cancelled(card.cancelledById ?? card.facilitatorId)),
  ]);
}

function renderStep(card: CardModel, phase: Phase, t: Messages): RenderedMessage {
  const number = PHASES.indexOf(phase) + 1;
  const question = t.vocabulary.step[phase];
  const until = card.phaseEndsAt === null ? [] : [t.card.until(card.phaseEndsAt)];
  const progress = t.card.progress(card.answered, card.invited);
  const { reviewId } = card;
  const blocks: KnownBlock[] = [
    title(t.card.title(card.clientName)),
    section(join([t.card.step(number, question), ...until], '   ')),
    context(md`${t.card.mode[card.mode]}`),
    ...progressBlocks(card, t),
    ...questionBlocks(card, t),
    ...intakeOnCard(card.notAgreed ?? [], t),
    actions('step', [...stepButtons(reviewId, phase, t), ...walkButtons(card, t), myAnswers(reviewId, t)]),
    context(t.card.forFacilitator(card.facilitatorId)),
    actions('facilitator', [nextStep(card, phase, t), facilitate(reviewId, t)]),
  ];
  return { text: t.card.notification.open(card.clientName, number, question, capitalised(progress)), blocks };
}

function renderWaiting(card: CardModel, t: Messages): RenderedMessage {
  const { reviewId } = card;
  const value = encodeTarget({ reviewId });
  const [answer, nothing] = stepButtons(reviewId, 'complaints', t) as [Button, Button];
  const have = card.voices?.have ?? card.answered;
  const until = card.phaseEndsAt === null ? [] : [t.card.waitingUntil(card.phaseEndsAt)];
  return rendered([
    title(t.card.title(card.clientName)),
    section(join([t.card.waiting(have, card.voices?.need ?? card.invited, card.invited), ...until])),
    context(md`${t.card.mode[card.mode]}`),
    ...progressBlocks(card, t),
    ...questionBlocks(card, t),
    ...intakeOnCard(card.notAgreed ?? [], t),
    actions('step', [answer, nothing, myAnswers(reviewId, t)]),
    context(t.card.forFacilitator(card.facilitatorId)),
    actions('facilitator', [
      button({ text: t.card.buttons.extend, actionId: ACTIONS.extend, value }),
      button({
        text: t.card.buttons.closeWithoutVerdict,
        actionId: ACTIONS.nextPhase,
        value,
        style: 'danger',
        confirm: confirmation(t.card.confirmClose),
      }),
      facilitate(reviewId, t),
    ]),
  ]);
}

function progressBlocks(card: CardModel, t: Messages): KnownBlock[] {
  const count = md`${progressBar(card.answered, card.invited)}  ${t.card.progress(card.answered, card.invited)}`;
  const roles = card.roles.map(({ role, isHeard }) => md`${t.vocabulary.role[role]} ${isHeard ? '✓' : '–'}`);
  const line = roles.length === 0 ? count : md`${safe(count)}  ·  ${safe(join(roles, '  '))}`;
  const names: Mrkdwn[] =
    card.answeredBy === null || card.answeredBy.length === 0 ? [] : [t.card.answeredBy(mentions(card.answeredBy))];
  return [...sections([line, ...names]), ...absenceBlocks(card.notWaitedFor, t)];
}

/** One cell for each person up to ten, else tenths; full only when everyone answered, empty only when nobody did. */
export function progressBar(answered: number, invited: number): string {
  const cells = Math.min(MAX_CELLS, invited);
  if (cells <= 0) return '';
  const share = Math.round((Math.min(answered, invited) / invited) * cells);
  const filled = answered >= invited ? cells : Math.min(cells - 1, Math.max(answered > 0 ? 1 : 0, share));
  return '■'.repeat(filled) + '□'.repeat(cells - filled);
}

function questionBlocks(card: CardModel, t: Messages): KnownBlock[] {
  if (card.question === null) return [];
  const shown = clipAtWord(card.question, MAX_QUESTION_ON_CARD);
  const asks = [person(card.facilitatorId), words(` ${t.card.asks}`)];
  const rest = shown.endsWith('…') && shown !== card.question ? [context(md`${t.card.questionGoesOn}`)] : [];
  return [...quote(shown, asks), ...rest];
}

function myAnswers(reviewId: string, t: Messages): Button {
  return button({ text: t.card.buttons.myAnswers, actionId: ACTIONS.myAnswers, value: encodeTarget({ reviewId }) });
}

function facilitate(reviewId: string, t: Messages): Button {
  return button({ text: t.desk.button.open, actionId: ACTIONS.facilitate, value: encodeTarget({ reviewId }) });
}

function nextStep({ reviewId, invited, answered }: CardModel, phase: Phase, t: Messages): Button {
  const { title: heading, text, confirm, deny } = t.card.confirmNextStep;
  const missing = Math.max(0, invited - answered);
  return button({
    text: t.card.buttons.nextStep,
    actionId: ACTIONS.nextPhase,
    value: encodeTarget({ reviewId, phase }),
    confirm: confirmation({ title: heading, text: text(missing, phase === 'vote'), confirm, deny }),
  });
}
