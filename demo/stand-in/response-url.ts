import { deleteMessage, postUnchecked, updateMessage } from './message-methods.ts';
import type { Fields, World } from './world.ts';

const MOST_USES = 5;

/** A POST to a response URL; answers the HTTP status. Replies are ephemeral unless `in_channel` is asked for. */
export async function answerResponseUrl(world: World, id: string, body: Fields): Promise<number> {
  const context = world.responses.get(id);
  if (!context || context.uses >= MOST_USES) return 404;
  context.uses += 1;
  const { channel, user, messageTs } = context;
  const original = messageTs ? world.messages.find(channel, messageTs) : undefined;
  if (original && body.delete_original) await deleteMessage(world, original);
  else if (original && body.replace_original) return statusOf(await updateMessage(world, original, body));
  if (!body.text && !body.blocks) return 200;
  const method = body.response_type === 'in_channel' ? 'chat.postMessage' : 'chat.postEphemeral';
  return statusOf(await postUnchecked(world, method, { ...body, channel, user }));
}

function statusOf(result: { ok: boolean }): number {
  return result.ok ? 200 : 400;
}
