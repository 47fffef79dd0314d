import {
  isDigestMessage,
  isMeetingMessage,
  isPartingMessage,
  isPlanMessage,
  isPulseMessage,
} from '../../src/domain/post.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { renderWhoAnswered } from '../../src/slack/blocks/ephemeral/who-answered.ts';
import { renderPost } from '../../src/slack/blocks/render-post.ts';
import { renderDesk } from '../../src/slack/blocks/views/desk.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { readDesk } from '../../src/usecases/read-desk.ts';
import { readOverview } from '../../src/usecases/read-overview.ts';
import { readShownWords } from '../../src/usecases/read-shown-words.ts';
import { readWhoAnswered } from '../../src/usecases/read-who-answered.ts';
import { dumpTables } from './table-dump.ts';
import { asText, traceIn } from './trace.ts';
import { FACILITATOR, WORKSPACE, type World } from './usecase-world.ts';

/**
 * All that the person who runs a review, and is a manager, can come to see of it: their pages and commands, every message as it is said,
 * and the whole database but the keys of private answers. As plain text in which two plays of the same review can be compared.
 */
export async function seenByFacilitator(world: World, reviewId: string): Promise<string[]> {
  const { ReviewSecret, Answer = [], ...rest } = await dumpTables(world.pool);
  const answers = Answer.map(({ personKey, ...answer }) => answer);
  return [
    ...(await pagesSeen(world, reviewId)),
    ...(await messagesSeen(world, reviewId)),
    ...traceIn({ ...rest, Answer: answers }),
  ];
}

async function pagesSeen({ deps }: World, reviewId: string): Promise<string[]> {
  const who = { workspaceId: WORKSPACE, reviewId, userId: FACILITATOR };
  const desk = await readDesk(deps, { ...who, isManager: true, isOpening: false });
  const answered = await readWhoAnswered(deps, who);
  const model = desk.ok && desk.kind === 'facilitator' ? { ...desk.desk, notice: null } : null;
  const rendered = LANGUAGES.flatMap((language) => {
    const t = translate(language);
    return [model && renderDesk(model, t), answered.ok ? renderWhoAnswered({ mode: 'private', ...answered }, t) : null];
  });
  return Object.entries({
    desk,
    answered,
    status: await readOverview(deps, { ...who, isManager: true }),
    wordsToHide: await readShownWords(deps, who),
    rendered,
  }).map(([page, seen]) => `${page} ${asText(seen)}`);
}

async function messagesSeen({ deps, stores }: World, reviewId: string): Promise<string[]> {
  const card = await readCard(deps, { workspaceId: WORKSPACE, reviewId });
  if (!card) throw new Error(`there is no review ${reviewId}`);
  const posts = await Promise.all(
    (await stores.outbox.listOf(reviewId)).map(({ purpose }) => stores.outbox.find(purpose)),
  );
  return posts.flatMap((post) => {
    const message = post?.message;
    if (!message || isPulseMessage(message) || isDigestMessage(message)) return [];
    if (isPlanMessage(message) || isMeetingMessage(message) || isPartingMessage(message)) return [];
    const facts = { reviewId, card, channelId: 'C1', takesReplies: false };
    return LANGUAGES.map((language) => `${post.channelId} ${asText(renderPost(message, facts, translate(language)))}`);
  });
}
