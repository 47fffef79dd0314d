import type { CardModel } from '../../domain/card.ts';
import type { ReviewMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import type { PlanModel } from '../../usecases/read-plan.ts';
import { renderAnswer, renderWithdrawn } from './answer.ts';
import { renderCard } from './card.ts';
import { renderChannelRefused } from './channel-refused.ts';
import { renderDecision } from './decision-post.ts';
import { renderCancelledNote, renderReopened, renderTakenOver } from './facilitation-posts.ts';
import { renderInvitation } from './invitation.ts';
import { renderMoved } from './moved.ts';
import { renderOutcomeQuestion } from './outcome-question.ts';
import { renderPaused } from './paused.ts';
import { renderPlan } from './plan.ts';
import { renderPrompt } from './prompt.ts';
import { renderReminder } from './reminder.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { renderLateReveal, renderReveal } from './reveal.ts';
import { renderShortOfVoices } from './short-of-voices.ts';
import { renderSummary } from './summary.ts';
import { renderVerdictAgain } from './verdict-again.ts';

/** What a post says that it does not carry itself, read at delivery. */
export type PostFacts = {
  readonly reviewId: string;
  /** The card as it is now: card, prompt, invitation and the comparison of a decision with its verdict are made from it. */
  readonly card: CardModel;
  /** The review's channel, named in an invitation. */
  readonly channelId: string;
  /** The action plan, for its card. */
  readonly plan?: PlanModel | null;
  /** Replies in the review's thread are answers, see prompt.ts. */
  readonly takesReplies: boolean;
};

const CARRIED = ['answer', 'withdrawn', 'reveal', 'late_reveal'] as const;
type CarriedMessage = Extract<ReviewMessage, { readonly kind: (typeof CARRIED)[number] }>;

/** Whether a message is made of its own words alone: hundreds of these may be due at once, and nothing else is read for them. */
export function carriesItsWords(message: ReviewMessage): message is CarriedMessage {
  return CARRIED.some((kind) => kind === message.kind);
}

/** Such a message, ready for Slack. */
export function renderCarried(message: CarriedMessage, t: Messages): RenderedMessage[] {
  switch (message.kind) {
    case 'answer':
      return renderAnswer(message, t);
    case 'withdrawn':
      return renderWithdrawn(message.userId, message.phase, t);
    case 'reveal':
      return renderReveal(message, t);
    case 'late_reveal':
      return renderLateReveal(message.said, message.withheld, t);
  }
}

/**
 * Every message about a review, ready for Slack: in order, each within Slack's limits, the further ones saying that they continue.
 * Card, invitation, short_of_voices, withdrawn, channel_refused, paused and moved are always one message; an answer that is a vote is
 * none, and so is what was taken back.
 */
export function renderPost(message: ReviewMessage, facts: PostFacts, t: Messages): RenderedMessage[] {
  if (carriesItsWords(message)) return renderCarried(message, t);
  switch (message.kind) {
    case 'card':
      return [renderCard(facts.card, t)];
    case 'prompt':
      return renderPrompt(message.phase, facts, t);
    case 'invitation':
      return [renderInvitation(facts.card, facts.channelId, t)];
    case 'reminder':
      return renderReminder(message, facts, t);
    case 'short_of_voices':
      return [renderShortOfVoices(message, facts.card, t)];
    case 'reopened':
      return [renderReopened(message.phase, facts.card, t)];
    case 'taken_over':
      return [renderTakenOver(message, t)];
    case 'cancelled':
      return [renderCancelledNote(message.byId, t)];
    case 'summary':
      return renderSummary(message.summary, t, facts.card.decision !== null);
    case 'decision':
      return renderDecision(message, facts.card, t);
    case 'channel_refused':
      return [renderChannelRefused(message, t)];
    case 'paused':
      return [renderPaused(message, facts.reviewId, t)];
    case 'moved':
      return [renderMoved(message.fromChannelId, t)];
    case 'plan':
      return facts.plan ? renderPlan(facts.plan, t) : [];
    case 'verdict_again':
      return renderVerdictAgain(message, facts.card, t);
    case 'outcome':
      return [renderOutcomeQuestion(message, facts.card, t)];
    case 'retracted':
      return [];
  }
}
