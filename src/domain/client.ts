/** What the relationship is in now; only a decision changes it (method 1, 6). */
export const CLIENT_STATUSES = ['active', 'repairing', 'parting', 'parted'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

export const MAX_CLIENT_NAME_LENGTH = 80;

export type ClientNameRefusal = 'empty' | 'too_long' | 'no_letters';

export type ClientName =
  | { readonly ok: true; readonly name: string; readonly nameKey: string }
  | { readonly ok: false; readonly reason: ClientNameRefusal };

/**
 * A client's name as a person typed it: white space folded, at most 80 characters, with at least one letter or digit (so that
 * it can be typed, searched and read aloud). `nameKey` is the same for names that differ only in case, width or spacing.
 */
export function parseClientName(typed: string): ClientName {
  const name = typed
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\u200d' ? c : ' '))
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '') return { ok: false, reason: 'empty' };
  if (!/[\p{L}\p{N}]/u.test(name)) return { ok: false, reason: 'no_letters' };
  if (Array.from(name).length > MAX_CLIENT_NAME_LENGTH) return { ok: false, reason: 'too_long' };
  return { ok: true, name, nameKey: name.normalize('NFKC').toLocaleLowerCase('und') };
}

export type Client = {
  readonly id: string;
  readonly name: string;
  readonly status: ClientStatus;
  /** What the client pays a month, in `currency`; null when not known. */
  readonly monthlyRevenue: number | null;
  /** ISO 4217; null: the workspace's. */
  readonly currency: string | null;
  /** The client's share of our revenue, 0..1; null when not known. */
  readonly revenueShare: number | null;
  /** No longer offered; its history stays. */
  readonly isArchived: boolean;
};
