import type { Mrkdwn } from '../../../domain/escaping.ts';

type Folded = {
  /** Each as it is, or how it is made: of a thousand those are made that have room. */
  readonly items: readonly (Mrkdwn | (() => Mrkdwn))[];
  /** UTF-8 bytes of JSON, with two for its quotes, which make room for what stands between the items: Slack limits whole messages by bytes. */
  readonly maxBytes: number;
  /** Says how many were left out. */
  readonly more: (count: number) => Mrkdwn;
};

/** As many items as there is room for, and as the last one how many more there are: nothing is left out silently. */
export function foldLine({ items, maxBytes, more }: Folded): Mrkdwn[] {
  let bytes = 0;
  const kept: Mrkdwn[] = [];
  for (const given of items) {
    const item = typeof given === 'function' ? given() : given;
    bytes += Buffer.byteLength(JSON.stringify(item));
    if (bytes > maxBytes) break;
    kept.push(item);
  }
  return kept.length === items.length ? kept : [...kept, more(items.length - kept.length)];
}
