import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { dayOf } from '../domain/calendar.ts';
import { isManager, type Member, memberRefusal } from '../domain/member.ts';
import { wallClock } from '../domain/wall-clock.ts';
import { languageOf, translate } from '../i18n/index.ts';
import type { HomeRef, Refreshed } from '../jobs/home-refresher.ts';
import type { Logger } from '../ops/logging.ts';
import type { Deps } from '../usecases/deps.ts';
import { findHomeFacts, homeOf } from '../usecases/read-home.ts';
import { HOME_ROOM, renderHome } from './blocks/home/home.ts';
import { renderHomeNotice } from './blocks/home/home-notice.ts';
import type { Directory } from './guard/directory.ts';
import { sendTrouble } from './outbox/send-trouble.ts';

export type HomePublisherOptions = Deps & {
  readonly directory: Directory;
  readonly slack: WebClient;
  readonly logger: Logger;
};

export type HomePublisher = {
  /** Somebody opened their Home: it is shown as it is now. `shown` is Slack's hash of what they see, if they see anything. */
  open(home: HomeRef & { readonly shown: string | null }): Promise<Refreshed>;
  /** Shows a Home anew if it says something else than before. */
  refresh(home: HomeRef): Promise<Refreshed>;
};

/** What was shown last: our digest of it, and Slack's hash. */
type Shown = { readonly content: string; readonly hash: string | null; readonly at: number };

/** Another copy of the app may have shown something else since: what is remembered is trusted this long. */
const TRUSTED_MS = 10 * 60_000;

/** Reads people's Homes and shows them, for one person one at a time, so that an older one never comes after a newer one. */
export function createHomePublisher(options: HomePublisherOptions): HomePublisher {
  const { clock } = options;
  // In memory alone: a row that changes when somebody has answered would join a person to an answer.
  const remembered = new Map<string, Shown>();
  const inTurn = createTurns();
  const keyOf = ({ workspaceId, userId }: HomeRef) => `${workspaceId} ${userId}`;
  const known = (home: HomeRef) => {
    const shown = remembered.get(keyOf(home));
    return shown && clock().getTime() - shown.at < TRUSTED_MS ? shown : null;
  };

  async function show(home: HomeRef, view: HomeView, hash: string | null): Promise<Refreshed | 'conflict'> {
    try {
      const { slack } = options;
      const answer = await slack.views.publish({ user_id: home.userId, view, ...(hash === null ? {} : { hash }) });
      const shown = { content: digestOf(view), hash: answer.view?.hash ?? null, at: clock().getTime() };
      remembered.set(keyOf(home), shown);
      return { kind: 'published' };
    } catch (error) {
      remembered.delete(keyOf(home));
      return whatNow(options, error);
    }
  }

  /** Somebody else has shown something since: with what is true now, whatever is there. */
  async function showOver(home: HomeRef, view: HomeView, hash: string | null): Promise<Refreshed> {
    const first = await show(home, view, hash);
    if (first !== 'conflict') return first;
    const again = await show(home, (await build(options, home)).view, null);
    return again === 'conflict' ? { kind: 'later', afterMs: 1_000 } : again;
  }

  return {
    open: ({ shown, ...home }) =>
      inTurn(keyOf(home), async () => {
        const built = await build(options, home);
        const noted = built.isOurs ? noteOpened(options, home, built) : undefined;
        const result = await showOver(home, built.view, shown);
        await noted;
        return result;
      }),
    refresh: (home) =>
      inTurn(keyOf(home), async () => {
        const built = await build(options, home);
        const before = known(home);
        if (built.isPassing || before?.content === digestOf(built.view)) return { kind: 'unchanged' };
        return showOver(home, built.view, before?.hash ?? null);
      }),
  };
}

type Built = {
  readonly view: HomeView;
  /** One of our people, and not somebody who is politely told that there is nothing here. */
  readonly isOurs: boolean;
  readonly isManager: boolean;
  /** It says that something is out of order for a moment. */
  readonly isPassing: boolean;
};

/** The Home of a person: one look at the database, and at the same time one at who they are, which is remembered for minutes. */
async function build(options: HomePublisherOptions, home: HomeRef): Promise<Built> {
  const { directory, clock, defaults } = options;
  const [lookups, facts] = await Promise.all([
    directory.lookUpAll([home.userId]),
    findHomeFacts(options, home, HOME_ROOM),
  ]);
  const [found] = lookups;
  if (!found) throw new Error('the directory says nothing of a person: expected one answer for each');
  const { member, retryAfterMs } = found;
  if (facts === null) {
    await meetWorkspace(options, home, member);
    return build(options, home);
  }
  const language = facts.settings.language ?? defaults.language;
  const t = translate(languageOf({ own: facts.own.language, locale: member.locale }, language));
  const isPassing = retryAfterMs !== null;
  const refusal = memberRefusal(member);
  if (isPassing || refusal !== null) {
    const text = isPassing ? t.home.refused.unknown : t.home.refused.notOurs;
    return { view: renderHomeNotice(text), isOurs: false, isManager: false, isPassing };
  }
  const reader = {
    ...{ userId: home.userId, timeZone: member.timeZone },
    isManager: isManager(member, facts.settings),
  };
  const hour = wallClock(clock(), member.timeZone ?? facts.settings.timeZone).getUTCHours();
  const view = renderHome({ home: homeOf(options, facts, reader), hour }, t);
  return { view, isOurs: true, isManager: reader.isManager, isPassing };
}

/** A workspace that is seen for the first time lives where the person who opened their Home lives. */
async function meetWorkspace(
  { storage, defaults }: HomePublisherOptions,
  { workspaceId }: HomeRef,
  { timeZone }: Member,
): Promise<void> {
  const { workspace } = storage.forWorkspace(workspaceId);
  await workspace.findOrCreate({ ...defaults, timeZone: timeZone ?? defaults.timeZone });
}

/** Not noting it costs an update later, no more. */
async function noteOpened(
  { storage, clock, logger }: HomePublisherOptions,
  { workspaceId, userId }: HomeRef,
  { isManager: isManagerNow }: Built,
): Promise<void> {
  await storage
    .forWorkspace(workspaceId)
    .home.noteOpened(userId, { on: dayOf(clock(), 'UTC'), isManager: isManagerNow })
    .catch((err: unknown) => logger.warn({ err }, 'it was not noted that a Home was opened'));
}

function whatNow({ logger }: HomePublisherOptions, error: unknown): Refreshed | 'conflict' {
  const trouble = sendTrouble(error);
  if (trouble.kind === 'post_failed' && trouble.reason === 'hash_conflict') return 'conflict';
  if (trouble.kind === 'rate_limited') return { kind: 'later', afterMs: trouble.retryAfterMs };
  const isOff = trouble.kind === 'post_failed' && trouble.reason === 'not_enabled';
  logger.warn(
    { trouble },
    isOff
      ? 'the Home tab is off: turn it on in the app’s settings, or paste manifest.yml again'
      : 'a Home was not shown',
  );
  return { kind: 'unchanged' };
}

function digestOf({ blocks }: HomeView): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url');
}

/** Work under one key is done one after another. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return mine;
  };
}
