import type { BlockAction } from '@slack/bolt';
import { isHiddenFrom } from '../../domain/rehearsal/rehearsal.ts';
import { findMark } from '../blocks/rehearsal-mark.ts';
import { parseTarget } from '../target.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

type Press = { readonly body: BlockAction; readonly value: string | undefined };

/** Whether somebody pressed a button of a rehearsal that is over: it may be deleted already, and only its mark tells what it was. */
export async function isRehearsalGone(
  { storage }: Pick<ListenerContext, 'storage'>,
  { workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>,
  { body, value }: Press,
): Promise<boolean> {
  const target = parseTarget(value);
  if (target === null || findMark(body.message ?? body.view) === null) return false;
  const review = await storage.forWorkspace(workspaceId).reviews.find(target.reviewId);
  return review === null || isHiddenFrom(review, userId);
}
