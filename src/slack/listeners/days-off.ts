import type { ModalView } from '@slack/types';
import { type DayRange, dayOf } from '../../domain/calendar.ts';
import { isPausedOn } from '../../domain/own-pause.ts';
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

/** The form with the days off and the pause that are not over yet, and the days `add` filled in. */
export async function buildDaysOffForm(ctx: ListenerContext, actor: Actor, add?: DayRange): Promise<ModalView> {
  const { memberSettings } = ctx.storage.forWorkspace(actor.workspaceId);
  const { userId, t } = actor;
  const [daysOff, pauses] = await Promise.all([
    memberSettings.findDaysOff([userId]),
    memberSettings.findPauses([userId]),
  ]);
  const today = dayOf(ctx.clock(), zoneOf(actor));
  const coming = (daysOff.get(userId) ?? []).filter(({ to }) => to >= today);
  const pausedUntil = pauses.get(userId) ?? null;
  const model = { daysOff: coming, pausedUntil: isPausedOn(pausedUntil, today) ? pausedUntil : null, add };
  return renderDaysOffForm(model, t);
}

/** The zone of a person's calendar: their own, the workspace's where Slack does not say. */
export function zoneOf({ member, settings }: Pick<Actor, 'member' | 'settings'>): string {
  return member.timeZone ?? settings.timeZone;
}
