import { trimmed } from './form-fields.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The ids of the people whom a message's text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id]) => id ?? ''))];
}

/**
 * A message's text as a person reads it in Slack, from what Slack sends: names of people (by `names`, from their ids) and channels
 * in place of their ids, the words of a link, the characters themselves in place of `&amp;`. Trimmed; empty when no character could
 * be seen. Slack escapes what people type, so a `<` of their own is never taken for a token.
 */
export function plainText(text: string, names: ReadonlyMap<string, string>): string {
  const read = text.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (whole, token: string | undefined) =>
    token === undefined ? (ENTITIES[whole] ?? whole) : tokenText(token, names),
  );
  return trimmed(read) ?? '';
}

function tokenText(token: string, names: ReadonlyMap<string, string>): string {
  const bar = token.indexOf('|');
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? '' : unescaped(token.slice(bar + 1));
  const id = target.slice(1);
  switch (target[0]) {
    case '@':
      return withMark('@', names.get(id) ?? (label || id));
    case '#':
      return withMark('#', label || id);
    case '!':
      return id.startsWith('date^') ? label : withMark('@', label || (id.split('^')[0] ?? ''));
    default:
      return label || unescaped(target.replace(/^(?:mailto|tel):/, ''));
  }
}

function withMark(mark: string, name: string): string {
  return name.startsWith(mark) ? name : mark + name;
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
