export type PartStep =
  | { readonly kind: 'update'; readonly part: number }
  | { readonly kind: 'post'; readonly part: number }
  | { readonly kind: 'remove'; readonly part: number };

/**
 * What to do so that Slack shows `wanted` parts, given the places of those already sent (empty: sent anew). Surplus parts go from
 * the last one on, so that what is stored stays true after each step; then the rest in reading order.
 */
export function planParts(sentTs: readonly string[], wanted: number): PartStep[] {
  const surplus = sentTs.map((_, part) => part).filter((part) => part >= wanted);
  return [
    ...surplus.reverse().map((part): PartStep => ({ kind: 'remove', part })),
    ...Array.from({ length: wanted }, (_, part): PartStep => ({ kind: sentTs[part] ? 'update' : 'post', part })),
  ];
}
