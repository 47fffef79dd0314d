import type { Complaint } from './answer.ts';

/**
 * Tells one of a person's few complaints from the others by its words, so that a form can say which one it shows: eight hex digits
 * (FNV-1a). Not a secret, and not unique beyond one person's answer.
 */
export function complaintMark({ text }: Pick<Complaint, 'text'>): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export type ComplaintsPlan =
  | { readonly kind: 'change'; readonly complaints: readonly Complaint[] }
  /** They say this already, such as when a form was sent twice. */
  | { readonly kind: 'no_change' }
  | { readonly kind: 'too_many' };

type Sent = {
  /** The mark of the complaint that the form showed; null for a new one. */
  readonly seen: string | null;
  /** Null takes the one that was shown back. */
  readonly complaint: Complaint | null;
};

/**
 * What becomes of a person's complaints when a form about one of them is sent. Only what the form showed is replaced or taken back:
 * when that has changed meanwhile, in another window or in the thread, both versions are kept (product: words are never lost).
 */
export function planComplaints(before: readonly Complaint[], { seen, complaint }: Sent, most: number): ComplaintsPlan {
  const at = seen === null ? -1 : before.findIndex((one) => complaintMark(one) === seen);
  if (complaint === null)
    return at < 0 ? { kind: 'no_change' } : { kind: 'change', complaints: before.filter((_, i) => i !== at) };
  if (at >= 0) return { kind: 'change', complaints: before.map((one, i) => (i === at ? complaint : one)) };
  if (before.some((one) => isSame(one, complaint))) return { kind: 'no_change' };
  return before.length < most ? { kind: 'change', complaints: [...before, complaint] } : { kind: 'too_many' };
}

function isSame(one: Complaint, other: Complaint): boolean {
  return (
    one.text === other.text &&
    one.severity === other.severity &&
    one.frequency === other.frequency &&
    one.concerns === other.concerns &&
    [...one.signals].sort().join() === [...other.signals].sort().join()
  );
}
