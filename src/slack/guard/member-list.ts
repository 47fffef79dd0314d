import type { WebClient } from '@slack/web-api';
import type { Member } from '../../domain/member.ts';
import { readTrouble } from './read-trouble.ts';
import { toMember } from './to-member.ts';

export type MemberList = {
  /**
   * Reads on from where the last call ended, until the end or until Slack asks to wait. Everybody once the end is reached; null
   * before that, and when Slack does not say.
   */
  read(): Promise<readonly Member[] | null>;
  /** Whether some pages are read and others wait for Slack to allow them. */
  isUnderWay(): boolean;
};

export type MemberListOptions = {
  readonly reads: WebClient;
  readonly teamId: string;
  readonly clock: () => Date;
  /** Called with each page as it comes: what is known need not wait for the rest. */
  readonly onPage: (members: readonly Member[]) => void;
};

/** Slack allows about twenty pages a minute: ten thousand people. */
const PAGE = 500;
const MAX_PAGES = 200;
/** What was read before is out of date by then, and the place in the list may be forgotten. */
const GIVE_UP_AFTER_MS = 10 * 60_000;

type Reading = { readonly members: Member[]; readonly startedAt: number; cursor: string; pages: number };

/**
 * Everybody of a workspace, page by page within Slack's limits. Nobody waits for a limit to end: the pages so far are used, and the
 * next call goes on from there. One call at a time.
 */
export function createMemberList({ reads, teamId, clock, onPage }: MemberListOptions): MemberList {
  let reading: Reading | null = null;
  let notBefore = 0;
  const now = () => clock().getTime();

  async function readPage(current: Reading): Promise<void> {
    const position = current.cursor === '' ? {} : { cursor: current.cursor };
    const page = await reads.users.list({ limit: PAGE, include_locale: true, ...position });
    const members = (page.members ?? []).flatMap((user) => (user.id ? [toMember(user, { id: user.id, teamId })] : []));
    current.members.push(...members);
    current.cursor = page.response_metadata?.next_cursor ?? '';
    current.pages += 1;
    onPage(members);
  }

  async function read(): Promise<readonly Member[] | null> {
    if (now() < notBefore) return null;
    const isStale = reading !== null && now() - reading.startedAt > GIVE_UP_AFTER_MS;
    const current: Reading =
      reading !== null && !isStale ? reading : { members: [], startedAt: now(), cursor: '', pages: 0 };
    reading = current;
    try {
      do await readPage(current);
      while (current.cursor !== '' && current.pages < MAX_PAGES);
      reading = null;
      return current.cursor === '' ? current.members : null;
    } catch (error) {
      const trouble = readTrouble(error);
      if (trouble.kind === 'passing') notBefore = now() + trouble.retryAfterMs;
      if (trouble.kind === 'answer' || current.pages === 0) reading = null;
      return null;
    }
  }

  return { read, isUnderWay: () => reading !== null };
}
