import type { WebClient } from '@slack/web-api';
import { refuseByInfo } from './classify-channel.ts';
import { readPages } from './read-pages.ts';
import { readTrouble } from './read-trouble.ts';

export type FoundChannel =
  | { readonly kind: 'one'; readonly id: string }
  /** Not among those the app is in, or there shared with another organisation. */
  | { readonly kind: 'none' | 'not_ours' };

/** Finds channels the app is in by name, id or link. */
export type NamedChannels = { find(said: string): FoundChannel };

const LIST_PAGE = 200;
const MAX_LIST_PAGES = 20;

/** The channels the app is in, by name; null when Slack does not say. Each is looked at again before anything is posted there. */
export async function readNamedChannels(reads: WebClient, teamId: string): Promise<NamedChannels | null> {
  try {
    const pages = await readPages(
      (position) =>
        reads.users.conversations({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: LIST_PAGE,
          ...position,
        }),
      MAX_LIST_PAGES,
    );
    if (!pages) return null;
    const channels = pages.flatMap((page) => page.channels ?? []).filter((one) => one.id);
    // The list gives no is_member: it holds the channels we are in.
    const ours = channels.map((one) => ({
      ...one,
      refusal: refuseByInfo({ ...one, is_member: true } as never, teamId),
    }));
    return {
      find(said) {
        const wanted = said.trim().replace(/^<#([A-Z0-9]+)(?:\|[^>]*)?>$/, '$1');
        const name = wanted.replace(/^#/, '').toLowerCase();
        const id = /(?:^|\/archives\/)([CG][A-Z0-9]+)/.exec(wanted)?.[1];
        const found = ours.find((one) => one.id === id || one.name?.toLowerCase() === name);
        if (!found?.id) return { kind: 'none' };
        return found.refusal === null ? { kind: 'one', id: found.id } : { kind: 'not_ours' };
      },
    };
  } catch (error) {
    readTrouble(error);
    return null;
  }
}
