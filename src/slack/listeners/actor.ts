import { setTimeout as wait } from 'node:timers/promises';
import { isManager, type Member } from '../../domain/member.ts';
import type { WorkspaceSettings } from '../../domain/workspace.ts';
import { type Language, languageOfLocale, type Messages, translate } from '../../i18n/index.ts';
import { unknownMember } from '../guard/to-member.ts';
import type { ListenerContext } from './listener-context.ts';

/** The person behind an interaction, as far as Slack knows them. */
export type Actor = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly member: Member;
  /** Slack said who this is; false when it did not answer. */
  readonly isKnown: boolean;
  readonly isManager: boolean;
  readonly language: Language;
  readonly t: Messages;
  readonly settings: WorkspaceSettings;
};

/** How long Slack may take to say who somebody is; then they count as unknown, as when it cannot say. */
export type Patience = { readonly lookUpMs?: number };

/** What to say to a person when their workspace's settings cannot be read: by their Slack locale alone. */
export async function findMessages(ctx: ListenerContext, userId: string, patience: Patience = {}): Promise<Messages> {
  const { defaults } = ctx;
  const { member } = await findMember(ctx, userId, patience);
  return translate(languageOfLocale(member.locale, defaults.language));
}

/** Looks the person up: language from their Slack locale, the workspace's where Slack does not say; manager or not. */
export async function findActor(
  ctx: ListenerContext,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  patience: Patience = {},
): Promise<Actor> {
  const { member, isKnown } = await findMember(ctx, userId, patience);
  // A workspace that is seen for the first time lives where the person who called on it lives.
  const defaults = { ...ctx.defaults, timeZone: member.timeZone ?? ctx.defaults.timeZone };
  const settings = await ctx.storage.forWorkspace(workspaceId).workspace.findOrCreate(defaults);
  const language = languageOfLocale(member.locale, settings.language);
  return {
    workspaceId,
    userId,
    member,
    isKnown,
    isManager: isManager(member, settings.managerIds),
    language,
    t: translate(language),
    settings,
  };
}

type Found = { readonly member: Member; readonly isKnown: boolean };

async function findMember({ directory }: ListenerContext, userId: string, { lookUpMs }: Patience): Promise<Found> {
  const unknown: Found = { member: unknownMember(userId), isKnown: false };
  const lookUp = directory
    .lookUpAll([userId])
    .then(([found]) => (found ? { member: found.member, isKnown: found.retryAfterMs === null } : unknown));
  if (lookUpMs === undefined) return lookUp;
  const found = new AbortController();
  const late = wait(lookUpMs, unknown, { signal: found.signal });
  return Promise.race([lookUp, late]).finally(() => found.abort());
}
