import { isManager, type Member } from '../../domain/member.ts';
import type { WorkspaceSettings } from '../../domain/workspace.ts';
import { type Language, languageOf, type Messages, translate } from '../../i18n/index.ts';
import { unknownMember } from '../guard/to-member.ts';
import type { Who } from './interaction.ts';
import type { ListenerContext } from './listener-context.ts';
import { TookTooLong, within } from './within.ts';

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

/**
 * How long Slack may take to say who somebody is; then they count as unknown, as when it cannot say. And the database to say which
 * language somebody chose, when it may be what is out of order.
 */
export type Patience = { readonly lookUpMs?: number; readonly choiceMs?: number };

const CHOICE_MS = 500;

/** What to say to a person when something is out of order: in their own language as far as it can be read. */
export async function findMessages(ctx: ListenerContext, who: Who, patience: Patience = {}): Promise<Messages> {
  const [{ member }, own] = await Promise.all([findMember(ctx, who.userId, patience), findChoice(ctx, who, patience)]);
  return translate(languageOf({ own, locale: member.locale }, ctx.defaults.language));
}

/** Looks the person up: their language, manager or not. */
export async function findActor(
  ctx: ListenerContext,
  { workspaceId, userId }: Who,
  patience: Patience = {},
): Promise<Actor> {
  const stores = ctx.storage.forWorkspace(workspaceId);
  const [{ member, isKnown }, known] = await Promise.all([
    findMember(ctx, userId, patience),
    stores.workspace.findWithLanguage(userId),
  ]);
  // A workspace that is seen for the first time lives where the person who called on it lives.
  const defaults = { ...ctx.defaults, timeZone: member.timeZone ?? ctx.defaults.timeZone };
  const settings = known?.settings ?? (await stores.workspace.findOrCreate(defaults));
  const own = known?.ownLanguage ?? null;
  const language = languageOf({ own, locale: member.locale }, settings.language);
  return {
    workspaceId,
    userId,
    member,
    isKnown,
    isManager: isManager(member, settings),
    language,
    t: translate(language),
    settings,
  };
}

async function findChoice(
  { storage }: ListenerContext,
  { workspaceId, userId }: Who,
  { choiceMs = CHOICE_MS }: Patience,
): Promise<Language | null> {
  const ask = async () => storage.forWorkspace(workspaceId).memberSettings.findLanguage(userId);
  return within(choiceMs, ask()).catch(() => null);
}

type Found = { readonly member: Member; readonly isKnown: boolean };

async function findMember({ directory }: ListenerContext, userId: string, { lookUpMs }: Patience): Promise<Found> {
  const unknown: Found = { member: unknownMember(userId), isKnown: false };
  const lookUp = directory
    .lookUpAll([userId])
    .then(([found]) => (found ? { member: found.member, isKnown: found.retryAfterMs === null } : unknown));
  if (lookUpMs === undefined) return lookUp;
  return within(lookUpMs, lookUp).catch((error: unknown) => {
    if (error instanceof TookTooLong) return unknown;
    throw error;
  });
}
