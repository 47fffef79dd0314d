import { setTimeout as pause } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { ClientPage } from '../../usecases/read-client-page.ts';
import { renderClientView } from '../blocks/views/client-view.ts';
import { sendTrouble } from '../outbox/send-trouble.ts';
import type { Actor } from './actor.ts';
import type { ShownView } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';

/** Slack looks at a new file for some seconds before a view may show it. */
const PAUSES_MS = [0, 2_000, 4_000];

type OpenPage = { readonly shown: ShownView; readonly page: ClientPage };

/**
 * Adds the chart to a client's page that is open already. Where Slack does not take the picture the page stays as it is: the same facts
 * stand on it in words.
 */
export async function showClientChart(
  ctx: ListenerContext,
  { t, language }: Pick<Actor, 't' | 'language'>,
  { shown, page }: OpenPage,
): Promise<void> {
  const picture = await ctx.clientCharts.find(page, language);
  if (picture === null) return;
  for (const pauseMs of PAUSES_MS) {
    await pause(pauseMs);
    try {
      await updateShown(ctx, shown, renderClientView(page, t, picture));
      return;
    } catch (error) {
      const trouble = sendTrouble(error);
      ctx.logger.info({ trouble }, 'the chart of a client was not shown');
      const isRefused = trouble.kind === 'post_failed' && trouble.reason.startsWith('invalid_');
      if (!isRefused) return;
    }
  }
  ctx.clientCharts.forget(picture);
}

/** Replaces a view that is as it was shown; null when it was closed, or a form has taken its place meanwhile. */
export async function updateShown(
  ctx: ListenerContext,
  { id, hash }: ShownView,
  view: ModalView,
): Promise<ShownView | null> {
  try {
    const updated = await ctx.slack.views.update({ view_id: id, hash, view });
    return { id, hash: updated.view?.hash ?? '' };
  } catch (error) {
    const trouble = sendTrouble(error);
    if (trouble.kind === 'post_failed' && ['not_found', 'hash_conflict'].includes(trouble.reason)) return null;
    throw error;
  }
}
