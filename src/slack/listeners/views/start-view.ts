import { memberRefusal } from '../../../domain/member.ts';
import type { Review } from '../../../domain/review-record.ts';
import { type StartRefusal, startReview } from '../../../usecases/start-review.ts';
import { FIELDS } from '../../ids.ts';
import type { FieldErrors, FormError } from '../../parse/field-errors.ts';
import type { TeamMember } from '../../parse/read-team.ts';
import { parseStartForm } from '../../parse/start-form.ts';
import { parseStartMetadata, type StartMetadata } from '../../parse/start-metadata.ts';
import type { ListenerContext } from '../listener-context.ts';
import { mayManageClient } from '../may-manage.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewHandler, ViewOutcome } from '../view-listener.ts';

const FIELD_OF: Readonly<Record<StartRefusal, [field: string, error: FormError]>> = {
  empty: [FIELDS.newClient, 'client_missing'],
  too_long: [FIELDS.newClient, 'client_name_too_long'],
  no_letters: [FIELDS.newClient, 'client_name_no_letters'],
  client_not_found: [FIELDS.newClient, 'client_unknown'],
  client_archived: [FIELDS.newClient, 'client_archived'],
  client_parted: [FIELDS.newClient, 'client_parted'],
  team_too_small: [FIELDS.team('sales'), 'too_few_for_private'],
  deadline_past: [FIELDS.deadline, 'deadline_past'],
  deadline_invalid: [FIELDS.deadline, 'deadline_invalid'],
};

/** The start form. The channel and every person are looked at again: things change while a form is open. */
export const startHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const parsed = parseStartForm(body.view);
  if (!parsed.ok) return refuse(parsed.errors);
  const metadata = parseStartMetadata(body.view.private_metadata);
  const { clientChoice, team, mode, preset, deadlineDate, question, publicConfirmed } = parsed.value;
  if (!(await mayManageClient(ctx, actor, 'id' in clientChoice ? clientChoice.id : '')))
    return refuse({ [FIELDS.newClient]: managerRefusal(actor) });
  if (!metadata) return refuse({ [FIELDS.newClient]: 'old_form' });
  const channel = await ctx.guard.check(metadata.channelId);
  if (!channel.ok)
    return { outcome: { kind: 'texts', texts: { [FIELDS.newClient]: actor.t.refusals.channel[channel.reason] } } };
  // The channel may have been made public while the form was open.
  if (!channel.channel.isPrivate && !publicConfirmed)
    return refuse({ [metadata.isPublic ? FIELDS.publicConfirmed : FIELDS.newClient]: 'public_not_confirmed' });
  const wrong = await findWrongPeople(ctx, team, channel.channel.memberIds);
  if (Object.keys(wrong).length > 0) return refuse(wrong);

  const { workspaceId, userId } = actor;
  const result = await startReview(ctx, {
    workspaceId,
    userId,
    channelId: metadata.channelId,
    client: clientChoice,
    team,
    mode,
    preset,
    deadlineDate,
    question,
  });
  if (result.ok) return { outcome: { kind: 'close' } };
  if (result.reason === 'already_open')
    return isOfThisForm(result.open, metadata, userId)
      ? { outcome: { kind: 'close' } }
      : refuse({ [fieldOfClient(clientChoice)]: 'client_has_open_review' });
  const [field, error] = FIELD_OF[result.reason];
  return refuse({ [field]: error });
};

/** The form came twice, to two replicas: the other has started what this one was to start, and there is nothing to refuse. */
function isOfThisForm(open: Review, { channelId, openedAt }: StartMetadata, userId: string): boolean {
  const isSince = openedAt !== undefined && open.startedAt.getTime() >= Date.parse(openedAt);
  return isSince && open.channelId === channelId && open.facilitatorId === userId;
}

function fieldOfClient(choice: { id: string } | { newName: string }): string {
  return 'id' in choice ? FIELDS.client : FIELDS.newClient;
}

/** People who cannot be asked, or could not read the thread. */
async function findWrongPeople(
  ctx: ListenerContext,
  team: readonly TeamMember[],
  channelMembers: readonly string[],
): Promise<FieldErrors> {
  const members = await ctx.directory.findAll(team.map(({ userId }) => userId));
  const errors: Record<string, FormError> = {};
  for (const [i, { userId, role }] of team.entries()) {
    const member = members[i];
    if (!member || memberRefusal(member) !== null) errors[FIELDS.team(role)] = 'person_not_allowed';
    else if (!channelMembers.includes(userId)) errors[FIELDS.team(role)] ??= 'person_not_in_channel';
  }
  return errors;
}

function refuse(errors: FieldErrors): { outcome: ViewOutcome } {
  return { outcome: { kind: 'errors', errors } };
}
