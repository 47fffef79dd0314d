import type { WebClient } from '@slack/web-api';
import type { CardModel } from '../domain/card.ts';
import {
  isDigestMessage,
  isMeetingMessage,
  isPartingMessage,
  isPlanMessage,
  isPulseMessage,
  purposeOf,
} from '../domain/post.ts';
import { rehearsalEnd } from '../domain/rehearsal/rehearsal.ts';
import { translate } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { cardOf } from '../usecases/read-card.ts';
import { readPlan } from '../usecases/read-plan.ts';
import { isReminderDue } from '../usecases/remind-participants.ts';
import { markMessages, rehearsalMark } from './blocks/rehearsal-mark.ts';
import { carriesItsWords, renderCarried, renderPost } from './blocks/render-post.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import { createDigestRenderer, type DigestRendererOptions } from './digest-renderer.ts';
import type { Directory } from './guard/directory.ts';
import { createMeetingRenderer } from './meeting-renderer.ts';
import type { SayablePost } from './outbox/post-store.ts';
import { isDirect } from './outbox/sent-part.ts';
import { findPartingMessages } from './parting-renderer.ts';
import { findPermalink } from './permalink.ts';
import { createPlanRenderer } from './plan-renderer.ts';
import { createPulseRenderer } from './pulse-renderer.ts';
import { createFindLanguage } from './reader-language.ts';

export type PostRendererOptions = Deps &
  DigestRendererOptions & {
    readonly workspaceId: string;
    readonly directory: Directory;
    readonly reads: WebClient;
    /** Whether Slack lets the app read the threads of this channel. */
    readonly readsThreadsOf: (channelId: string) => Promise<boolean>;
  };

/**
 * Turns a post of the outbox into messages at the moment it is delivered: the card is as it is then, a channel reads the
 * language of the review, a person their own. `gone` when the review is no longer there.
 */
export function createPostRenderer(options: PostRendererOptions) {
  const { storage, workspaceId, reads } = options;
  const renderPulse = createPulseRenderer(options);
  const renderPlanMessage = createPlanRenderer(options);
  const renderMeeting = createMeetingRenderer(options);
  const findLanguage = createFindLanguage(options);
  const renderDigest = createDigestRenderer(options);

  return async (post: SayablePost): Promise<readonly RenderedMessage[] | 'gone'> => {
    if (post.message.kind === 'retracted') return [];
    const stores = storage.forWorkspace(workspaceId);
    if (isDigestMessage(post.message)) return renderDigest({ ...post, message: post.message });
    if (isPulseMessage(post.message)) return renderPulse(post.message);
    if (isPlanMessage(post.message)) return renderPlanMessage(post.message, isInSlack(post));
    const review = post.reviewId === null ? null : await stores.reviews.find(post.reviewId);
    if (!review) return 'gone';
    if (isMeetingMessage(post.message)) return renderMeeting(post.message, review);
    const language = isDirect(post.channelId) ? await findLanguage(post.channelId, review.language) : review.language;
    const { message } = post;
    if (isPartingMessage(message))
      return findPartingMessages(
        options,
        { workspaceId, review, message, isInSlack: isInSlack(post) },
        translate(language),
      );
    if (message.kind === 'reminder') {
      // Between owing and sending the person may have answered.
      const isDue = await isReminderDue(options, { workspaceId, reviewId: review.id, ...message });
      if (!isDue) return 'gone';
    }
    const t = translate(language);
    const mark = (messages: readonly RenderedMessage[]) =>
      review.isRehearsal ? markMessages(messages, rehearsalMark(rehearsalEnd(review), t), t) : messages;
    if (carriesItsWords(message)) return mark(renderCarried(message, t));
    const card = await cardOf(options, stores, review);
    const withLink: CardModel = {
      ...card,
      summaryUrl: card.result ? await findPermalink(reads, stores, purposeOf.summary(review.id, 1)) : null,
    };
    const takesReplies =
      message.kind === 'prompt' &&
      review.mode === 'open' &&
      !review.isRehearsal &&
      (await options.readsThreadsOf(review.channelId));
    const plan = message.kind === 'plan' ? await readPlan(options, { workspaceId, reviewId: review.id }) : null;
    const facts = { plan, reviewId: review.id, card: withLink, channelId: review.channelId, takesReplies };
    return mark(renderPost(message, facts, t));
  };
}

/** Whether a part of it stands in Slack, or may. */
function isInSlack({ sentTs, sendingPart }: SayablePost): boolean {
  return sentTs.length > 0 || sendingPart !== null;
}
