import type { AccountMember, ClientFields, ClientProfile, FollowedGroup } from '../../../domain/client-profile.ts';
import { memberRefusal } from '../../../domain/member.ts';
import { marksOf } from '../../../usecases/client-marks.ts';
import { type SaveClientResult, saveClient } from '../../../usecases/save-client.ts';
import { renderClientForm } from '../../blocks/views/client-form.ts';
import { renderClientSaved } from '../../blocks/views/saved-views.ts';
import { FIELDS } from '../../ids.ts';
import { type ClientSubmission, parseClientForm } from '../../parse/client-submission.ts';
import type { FieldErrors, FormError } from '../../parse/field-errors.ts';
import type { Actor } from '../actor.ts';
import type { ListenerContext } from '../listener-context.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewHandler, ViewOutcome } from '../view-listener.ts';

/** The form of a client. People, group and channel are looked at again: things change while a form is open. */
export const clientHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parseClientForm(body.view);
  if (!parsed.ok) return refuse(parsed.errors);
  if (!actor.isManager) return refuse({ [FIELDS.clientName]: managerRefusal(actor) });
  const { edited, team, fields } = parsed.value;
  const { workspaceId, userId, t } = actor;
  const stores = ctx.storage.forWorkspace(workspaceId);
  const current = edited && (await stores.clients.findProfile(edited.clientId));
  if (edited && !current) return refuse({ [FIELDS.clientName]: 'client_unknown' });
  const wrong = await findWrongPeople(ctx, parsed.value);
  if (Object.keys(wrong).length > 0) return refuse(wrong);
  // A channel that was there before is looked at again before every post; here it keeps nobody from saving the rest.
  if (fields.channelId !== null && fields.channelId !== current?.channelId) {
    const channel = await ctx.guard.check(fields.channelId);
    if (!channel.ok)
      return { outcome: { kind: 'texts', texts: { [FIELDS.channel]: t.clientSetup.channel[channel.reason] } } };
  }
  const group = await findGroup(ctx, parsed.value, current);
  if (!group.ok) return refuse({ [FIELDS.userGroup]: 'user_group_unreadable' });
  const fromGroup = new Set(current?.team.filter(({ isFromGroup }) => isFromGroup).map((person) => person.userId));
  const members = team.map((person): AccountMember => ({ ...person, isFromGroup: fromGroup.has(person.userId) }));
  const sent: ClientFields = { ...fields, team: members, userGroup: group.userGroup };
  const result = await saveClient(ctx, {
    ...{ workspaceId, userId, fields: sent, groupMemberIds: group.memberIds },
    edited,
  });
  return { outcome: await outcomeOf(ctx, actor, { result, isNew: edited === null, clientName: fields.name }) };
};

type Saved = { readonly result: SaveClientResult; readonly isNew: boolean; readonly clientName: string };

async function outcomeOf(
  ctx: ListenerContext,
  actor: Actor,
  { result, isNew, clientName }: Saved,
): Promise<ViewOutcome> {
  if (result.ok)
    return isNew ? { kind: 'view', view: renderClientSaved({ ...result, clientName }, actor.t) } : { kind: 'close' };
  if (result.reason !== 'changed_meanwhile') {
    const errors = {
      client_not_found: 'client_unknown',
      name_taken: 'client_name_taken',
      name_taken_archived: 'client_name_taken_archived',
    } as const;
    return { kind: 'errors', errors: { [FIELDS.clientName]: errors[result.reason] } };
  }
  const { current, clashes, merged } = result;
  const model = {
    fields: merged,
    edited: { clientId: current.id, read: marksOf(current) },
    userGroups: await ctx.clientLookups.userGroups.list(),
    usualCurrency: actor.settings.currency,
    clashes: { fields: clashes, current },
  };
  return { kind: 'view', view: renderClientForm(model, actor.t) };
}

/** People who cannot be asked; of a team that follows a group nobody gets there otherwise. */
async function findWrongPeople(ctx: ListenerContext, { team, fields }: ClientSubmission): Promise<FieldErrors> {
  const named = [
    ...team.map(({ userId, role }) => ({ userId, field: FIELDS.team(role) })),
    ...fields.managerIds.map((userId) => ({ userId, field: FIELDS.managers })),
  ];
  const members = await ctx.directory.findAll(named.map(({ userId }) => userId));
  const errors: Record<string, FormError> = {};
  for (const [i, { field }] of named.entries()) {
    const member = members[i];
    if (!member || memberRefusal(member) !== null) errors[field] = 'person_not_allowed';
  }
  return errors;
}

type FoundGroup =
  | { readonly ok: true; readonly userGroup: FollowedGroup | null; readonly memberIds: readonly string[] | null }
  | { readonly ok: false };

/** The group as it is now. One that the client follows already and that cannot be read stays, and the team with it. */
async function findGroup(
  ctx: ListenerContext,
  { userGroupId }: ClientSubmission,
  current: ClientProfile | null,
): Promise<FoundGroup> {
  const before = current?.userGroup ?? null;
  if (userGroupId === undefined || (userGroupId === before?.id && before?.isGone))
    return { ok: true, userGroup: before, memberIds: null };
  if (userGroupId === null) return { ok: true, userGroup: null, memberIds: null };
  const found = await ctx.clientLookups.userGroups.find(userGroupId);
  if (found && !found.isGone) {
    const userGroup = { id: userGroupId, name: found.name ?? userGroupId, isGone: false };
    return { ok: true, userGroup, memberIds: found.memberIds };
  }
  return userGroupId === before?.id ? { ok: true, userGroup: before, memberIds: null } : { ok: false };
}

function refuse(errors: FieldErrors): { outcome: ViewOutcome } {
  return { outcome: { kind: 'errors', errors } };
}
