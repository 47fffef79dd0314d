import type { ModalView } from '@slack/types';
import { dayOf } from '../../domain/calendar.ts';
import { renderDaysOffForm } from '../blocks/views/days-off-form.ts';
import type { Actor } from './actor.ts';
import { openForm, replyTo } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import type { ActionArgs } from './run-listener.ts';

/** *I am away*: the form of a person's own days off. */
export async function openDaysOff({ ctx, actor, body }: ActionArgs): Promise<void> {
  const isOpened = await openForm(ctx, body, await buildDaysOffForm(ctx, actor));
  if (!isOpened) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** The form with the days off that are not over yet. */
export async function buildDaysOffForm(ctx: ListenerContext, actor: Actor): Promise<ModalView> {
  const { memberSettings } = ctx.storage.forWorkspace(actor.workspaceId);
  const own = (await memberSettings.findDaysOff([actor.userId])).get(actor.userId) ?? [];
  const today = dayOf(ctx.clock(), zoneOf(actor));
  return renderDaysOffForm(
    own.filter(({ to }) => to >= today),
    actor.t,
  );
}

/** The zone of a person's calendar: their own, the workspace's where Slack does not say. */
export function zoneOf({ member, settings }: Pick<Actor, 'member' | 'settings'>): string {
  return member.timeZone ?? settings.timeZone;
}
