import { parseClientName } from './client.ts';
import { editDistance } from './command.ts';

type Named = { readonly name: string };

/** The clients that somebody may have meant by what they typed. */
export type ClientMatch<C> =
  | { readonly kind: 'one'; readonly client: C }
  /** Several begin with what was typed, by name. */
  | { readonly kind: 'several'; readonly clients: readonly C[] }
  /** None does; these are nearly called that, the nearest first. */
  | { readonly kind: 'none'; readonly nearest: readonly C[] };

const MAX_NEAREST = 3;

/**
 * Finds a client by its name or the beginning of it, in any case and spacing. The whole name wins over longer ones that begin with
 * it; a beginning that only one client has is enough. Nearest: no more than a third of the letters are slips.
 */
export function matchClients<C extends Named>(typed: string, clients: readonly C[]): ClientMatch<C> {
  const wanted = nameKeyOf(typed);
  if (wanted === null) return { kind: 'none', nearest: [] };
  const keyed = clients.map((client) => ({ client, key: nameKeyOf(client.name) ?? client.name }));
  const exact = keyed.find(({ key }) => key === wanted);
  if (exact) return { kind: 'one', client: exact.client };
  const beginning = keyed.filter(({ key }) => key.startsWith(wanted));
  const [first, ...more] = beginning;
  if (first && more.length === 0) return { kind: 'one', client: first.client };
  if (first) {
    const inOrder = beginning.sort((a, b) => (a.key < b.key ? -1 : 1));
    return { kind: 'several', clients: inOrder.map(({ client }) => client) };
  }
  const near = keyed
    .map(({ client, key }) => ({ client, slips: slipsBetween(wanted, key) }))
    .filter(({ slips }) => slips <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.slips - b.slips)
    .slice(0, MAX_NEAREST);
  return { kind: 'none', nearest: near.map(({ client }) => client) };
}

/** The name folded for comparison; null for what is no client's name. */
export function nameKeyOf(name: string): string | null {
  const parsed = parseClientName(name);
  return parsed.ok ? parsed.nameKey : null;
}

/** A name of which only the beginning was typed, with a slip in it, is near too. */
function slipsBetween(typed: string, key: string): number {
  return Math.min(editDistance(typed, key), editDistance(typed, key.slice(0, typed.length)));
}
