import type { WebClient } from '@slack/web-api';
import type { Member } from '../../domain/member.ts';
import { readPages } from './read-pages.ts';
import { readTrouble } from './read-trouble.ts';
import { type SlackUser, toMember } from './to-member.ts';

export type FoundPerson =
  | { readonly kind: 'one'; readonly member: Member }
  | { readonly kind: 'none' | 'many' | 'email_hidden' };

/** Finds people by what they are called in a table: e-mail address, @name, member ID or mention. */
export type NamedPeople = { find(said: string): FoundPerson };

const LIST_PAGE = 500;
const MAX_LIST_PAGES = 40;

/** Everybody of the workspace by name; null when Slack does not say. E-mail addresses are there where the optional scope is. */
export async function readNamedPeople(reads: WebClient, teamId: string): Promise<NamedPeople | null> {
  try {
    const pages = await readPages((position) => reads.users.list({ limit: LIST_PAGE, ...position }), MAX_LIST_PAGES);
    return (
      pages &&
      indexPeople(
        pages.flatMap((page) => page.members ?? []),
        teamId,
      )
    );
  } catch (error) {
    readTrouble(error);
    return null;
  }
}

/** People by every name they have. A user name is one person's; a display or real name may be several people's. */
export function indexPeople(users: readonly SlackUser[], teamId: string): NamedPeople {
  const unique = new Map<string, Member>();
  const shared = new Map<string, Map<string, Member>>();
  let hasEmails = false;
  for (const user of users) {
    if (!user.id) continue;
    const member = toMember(user, { id: user.id, teamId });
    const { email, display_name: displayName, real_name: realName } = user.profile ?? {};
    hasEmails ||= Boolean(email);
    unique.set(user.id.toLowerCase(), member);
    for (const name of [email, user.name]) if (name) unique.set(folded(name), member);
    for (const name of [displayName, realName, user.real_name].filter((one) => one))
      shared.set(folded(name ?? ''), (shared.get(folded(name ?? '')) ?? new Map()).set(member.id, member));
  }
  return {
    find(said) {
      const mentioned = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(said.trim())?.[1];
      const wanted = folded(mentioned ?? said.trim().replace(/^@/, ''));
      const own = unique.get(wanted);
      if (own) return { kind: 'one', member: own };
      const [first, ...more] = shared.get(wanted)?.values() ?? [];
      if (first) return more.length > 0 ? { kind: 'many' } : { kind: 'one', member: first };
      return { kind: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(wanted) && !hasEmails ? 'email_hidden' : 'none' };
    },
  };
}

function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
