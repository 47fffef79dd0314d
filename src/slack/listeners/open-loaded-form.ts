import type { ModalView } from '@slack/types';
import type { Messages } from '../../i18n/index.ts';
import { renderLoadingView } from '../blocks/views/loading-view.ts';
import { isTriggerGone } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';

type Request = {
  readonly triggerId: string;
  /** The form in whose place this one is shown; none: a form of its own. */
  readonly inPlaceOf?: string | undefined;
  readonly t: Messages;
  readonly build: () => Promise<ModalView>;
};

/**
 * Opens a form whose facts have to be looked up. Slack waits three seconds for a form: a page that says so is opened at once and
 * replaced. False when the press was too old for Slack to open anything.
 */
export async function openLoadedForm(
  ctx: ListenerContext,
  { triggerId, inPlaceOf, t, build }: Request,
): Promise<boolean> {
  if (inPlaceOf !== undefined) {
    await ctx.slack.views.update({ view_id: inPlaceOf, view: await build() });
    return true;
  }
  let viewId: string | undefined;
  try {
    const opened = await ctx.slack.views.open({ trigger_id: triggerId, view: renderLoadingView(t) });
    viewId = opened.view?.id;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return false;
  }
  if (viewId) await ctx.slack.views.update({ view_id: viewId, view: await build() });
  return true;
}
