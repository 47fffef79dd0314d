import { setTimeout as pause } from 'node:timers/promises';
import type { ClientPage } from '../../usecases/read-client-page.ts';
import { renderClientView } from '../blocks/views/client-view.ts';
import { sendTrouble } from '../outbox/send-trouble.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { updateView } from './show-desk.ts';

/** Slack looks at a new file for some seconds before a view may show it. */
const PAUSES_MS = [0, 2_000, 4_000];

type Shown = { readonly viewId: string; readonly page: ClientPage };

/**
 * Adds the chart to a client's page that is open already. Where Slack does not take the picture the page stays as it is: the same facts
 * stand on it in words.
 */
export async function showClientChart(
  ctx: ListenerContext,
  { t, language }: Pick<Actor, 't' | 'language'>,
  { viewId, page }: Shown,
): Promise<void> {
  const picture = await ctx.clientCharts.find(page, language);
  if (picture === null) return;
  for (const pauseMs of PAUSES_MS) {
    await pause(pauseMs);
    try {
      return await updateView(ctx, viewId, renderClientView(page, t, picture));
    } catch (error) {
      const trouble = sendTrouble(error);
      ctx.logger.info({ trouble }, 'the chart of a client was not shown');
      const isRefused = trouble.kind === 'post_failed' && trouble.reason.startsWith('invalid_');
      if (!isRefused) return;
    }
  }
  ctx.clientCharts.forget(picture);
}
