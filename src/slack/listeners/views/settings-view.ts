import { memberRefusal } from '../../../domain/member.ts';
import { saveDigestChannel } from '../../../usecases/save-digest-channel.ts';
import { savePulseSettings, saveSettings } from '../../../usecases/save-settings.ts';
import { FIELDS } from '../../ids.ts';
import { daysOffFieldError, parseDaysOffField } from '../../parse/days-off-form.ts';
import { parseDigestChannel } from '../../parse/digest-channel.ts';
import { parsePulseSettings, parseSettingsForm } from '../../parse/settings-form.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewHandler } from '../view-listener.ts';

/** The workspace's settings, from a manager. Guests, bots and people from outside cannot be managers, and the digest goes only where clients may be discussed. */
export const settingsHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parseSettingsForm(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  const days = parseDaysOffField(body.view);
  const pulse = parsePulseSettings(body.view);
  if (!pulse.ok) return { outcome: { kind: 'errors', errors: pulse.errors } };
  if (!days.ok) return { outcome: { kind: 'texts', texts: { [FIELDS.daysOff]: daysOffFieldError(days, actor.t) } } };
  if (!actor.isManager) return { outcome: { kind: 'errors', errors: { [FIELDS.language]: managerRefusal(actor) } } };
  const managers = await ctx.directory.findAll(parsed.value.managerIds);
  if (managers.some((member) => memberRefusal(member) !== null))
    return { outcome: { kind: 'errors', errors: { [FIELDS.managers]: 'person_not_allowed' } } };
  const digestChannelId = parseDigestChannel(body.view);
  const channel = digestChannelId ? await ctx.guard.check(digestChannelId) : null;
  if (channel?.ok === false)
    return {
      outcome: { kind: 'texts', texts: { [FIELDS.digestChannel]: actor.t.digest.settings.refused[channel.reason] } },
    };
  const settings = { ...parsed.value, daysOff: days.daysOff };
  const { workspaceId, userId } = actor;
  await saveSettings(ctx, { workspaceId, userId, settings });
  if (pulse.value) await savePulseSettings(ctx, { workspaceId, userId, pulse: pulse.value });
  if (digestChannelId !== undefined) await saveDigestChannel(ctx, { workspaceId, userId, channelId: digestChannelId });
  return { outcome: { kind: 'close' } };
};
