import type { ModalView } from '@slack/types';
import { channelLink, join, type Mrkdwn, md } from '../../domain/escaping.ts';
import { purposeOf } from '../../domain/post.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Review } from '../../domain/review-record.ts';
import { translate } from '../../i18n/index.ts';
import { type ClientAlert, readAlert } from '../../usecases/read-alert.ts';
import { cardLink } from '../blocks/ephemeral/review-line.ts';
import { hardStopList, namedList } from '../blocks/health-alert.ts';
import { renderChooseChannel } from '../blocks/views/choose-channel.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import { findPermalink } from '../permalink.ts';
import { encodePulseTarget, type PulseTarget } from '../pulse-target.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { mayManageClient } from './may-manage.ts';
import { managerRefusalText } from './refusal-text.ts';
import { buildStartForm, type StartPrefill } from './start-form.ts';

type Wanted = {
  readonly target: PulseTarget | null;
  /** Where the person wants it to run; null for the client's own channel. */
  readonly channelId: string | null;
};

/**
 * The start form of a client as its pulse suggests it: with the client, its team and what was named. A channel is asked for where the
 * client has none that will do; where a review is open already, the way to it.
 */
export async function buildStartFromPulse(
  ctx: ListenerContext,
  actor: Actor,
  { target, channelId }: Wanted,
): Promise<ModalView> {
  const { t, workspaceId } = actor;
  const say = (text: Mrkdwn) => renderMessageView({ title: t.startForm.title, text }, t);
  const stores = ctx.storage.forWorkspace(workspaceId);
  const { week = 0, clientId = '' } = target ?? {};
  const alert = await readAlert(ctx, { workspaceId, week, clientId });
  if (!(await mayManageClient(ctx, actor, clientId))) return say(managerRefusalText(actor));
  if (!alert || alert.client.isArchived) return say(t.alerts.gone);
  if (alert.client.status === 'parted') return say(md`${t.parting.refused.client_parted}`);
  const open = await stores.reviews.findOpenByClient(clientId);
  if (open) return say(await openAlready(ctx, actor, open));
  const { name, channelId: ownChannelId } = alert.client;
  const choose = (refusal: Mrkdwn | null) =>
    renderChooseChannel(
      { question: t.alerts.chooseChannel(name), refusal, target: encodePulseTarget({ week, clientId }) },
      t,
    );
  const wanted = channelId ?? ownChannelId;
  if (wanted === null) return choose(null);
  const verdict = await ctx.guard.check(wanted);
  if (!verdict.ok) return choose(t.refusals.channel[verdict.reason]);
  const prefill = { ...prefillOf(alert, actor), client: { clientId } };
  return buildStartForm(ctx, actor, { channelId: wanted, channel: verdict.channel, prefill });
}

/** What was named goes into the question to the team, which they can change; a hard stop is only told to them. */
function prefillOf({ named, week }: ClientAlert, { t, settings }: Actor): Omit<StartPrefill, 'client'> {
  // The question is read in the channel.
  const words = translate(settings.language);
  const signals = namedList(named.signals, words);
  return {
    question: signals === '' ? null : words.alerts.form.question({ week: isoWeekNumber(week), signals }),
    note: named.hardStops.length === 0 ? null : t.alerts.form.hardStop(hardStopList(named, t)),
  };
}

async function openAlready(ctx: ListenerContext, { t, workspaceId }: Actor, review: Review): Promise<Mrkdwn> {
  const stores = ctx.storage.forWorkspace(workspaceId);
  const url = await findPermalink(ctx.slack, stores, purposeOf.card(review.id));
  const text = t.alerts.openAlready({ name: review.clientName, channel: channelLink(review.channelId) });
  return url === null ? text : join([text, md``, cardLink(url, t)]);
}
