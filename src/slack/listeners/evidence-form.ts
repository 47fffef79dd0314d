import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { dayOf } from '../../domain/calendar.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import type { EvidenceEntry } from '../../domain/evidence/evidence.ts';
import { memberRefusal } from '../../domain/member.ts';
import { zoneOfMember } from '../../usecases/pulse-people.ts';
import { renderEvidenceForm } from '../blocks/views/evidence-form.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

/** What a form of the evidence log shows at first. */
export type EvidenceDraft = {
  /** The client it is about; null where the person chooses. */
  readonly clientId: string | null;
  /** Where it was opened: the client of this channel is the likely one. */
  readonly channelId?: string;
  readonly notices?: readonly Mrkdwn[];
  readonly text?: string;
  /** Of the message; now where there is none. */
  readonly happenedAt?: Date;
  readonly link?: string | null;
  /** The page of the log that it is opened from. */
  readonly page?: number | null;
};

/** Why this person cannot log anything; null when they can: everybody of ours who is no guest. */
export function evidenceRefusalText({ member, isKnown, t }: Pick<Actor, 'member' | 'isKnown' | 't'>): Mrkdwn | null {
  if (memberRefusal(member) === null) return null;
  return isKnown ? t.evidence.guests : t.refusals.personUnknown;
}

/** The form of a new entry, or why there is none for this person. */
export async function buildEvidenceForm(ctx: ListenerContext, actor: Actor, draft: EvidenceDraft): Promise<ModalView> {
  const { t, settings, workspaceId } = actor;
  const refusal = evidenceRefusalText(actor);
  if (refusal !== null) return says(refusal, actor);
  const stores = ctx.storage.forWorkspace(workspaceId);
  const known = draft.clientId === null ? null : await stores.clients.find(draft.clientId);
  const choices = known ? [] : await stores.clients.list();
  if (!known && choices.length === 0) return says(t.evidence.noClients, actor);
  const likelyId = known ? null : await findLikelyClient(ctx, actor, draft.channelId);
  const likely = known ?? choices.find(({ id }) => id === likelyId);
  const zone = zoneOfMember(actor.member, settings.timeZone);
  return renderEvidenceForm(
    {
      metadata: { key: randomUUID(), clientId: known?.id ?? null, correctsId: null, page: draft.page ?? null },
      client: known ? { name: known.name } : { choices, likelyId },
      notices: draft.notices ?? [],
      initial: {
        text: draft.text ?? '',
        happenedOn: dayOf(draft.happenedAt ?? ctx.clock(), zone),
        ...{ signal: null, amount: null, link: draft.link ?? null },
        currency: likely?.currency ?? settings.currency,
      },
    },
    t,
  );
}

/** The form that corrects an entry, with what it says now. */
export function correctionForm(
  actor: Actor,
  { entry, clientName, page }: { entry: EvidenceEntry; clientName: string; page: number | null },
): ModalView {
  const { text, happenedOn, signal, amount, currency, link, clientId, id } = entry;
  return renderEvidenceForm(
    {
      metadata: { key: randomUUID(), clientId, correctsId: id, page },
      client: { name: clientName },
      notices: [],
      initial: { text, happenedOn, signal, amount, link, currency: currency ?? actor.settings.currency },
    },
    actor.t,
  );
}

/** The client whose channel this is, where it is one client's alone. */
async function findLikelyClient(ctx: ListenerContext, actor: Actor, channelId?: string): Promise<string | null> {
  if (channelId === undefined) return null;
  const profiles = await ctx.storage.forWorkspace(actor.workspaceId).clients.listProfiles();
  const [first, ...more] = profiles.filter((client) => !client.isArchived && client.channelId === channelId);
  return first && more.length === 0 ? first.id : null;
}

function says(text: Mrkdwn, { t }: Pick<Actor, 't'>): ModalView {
  return renderMessageView({ title: t.evidence.title, text }, t);
}
