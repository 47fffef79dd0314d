type Space = { readonly gap: number; readonly top: number; readonly bottom: number };

/**
 * Heights for labels so that none covers another: at least `gap` apart, within `top` and `bottom`, in the order wished for, and
 * moved as little as possible (least squares). Equal wishes keep the order of the list. Throws where there is no room for all.
 */
export function spreadLabels(wanted: readonly number[], { gap, top, bottom }: Space): number[] {
  const highestStart = bottom - gap * (wanted.length - 1);
  if (wanted.length > 0 && highestStart < top)
    throw new Error(`${wanted.length} labels of ${gap} do not fit between ${top} and ${bottom}`);
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  // Less the gaps above it, a label may stand level with the one before: all that is left to ask is that the heights do not fall.
  const level = risingMeans(order.map(({ y }, place) => y - gap * place));
  const placed = new Array<number>(wanted.length).fill(0);
  for (const [place, { index }] of order.entries())
    placed[index] = Math.min(Math.max(level[place] ?? 0, top), highestStart) + gap * place;
  return placed;
}

/** The nearest series that never falls: neighbours that would fall share their mean. */
function risingMeans(values: readonly number[]): number[] {
  const groups: { mean: number; count: number }[] = [];
  for (const value of values) {
    let group = { mean: value, count: 1 };
    for (let above = groups.at(-1); above !== undefined && above.mean > group.mean; above = groups.at(-1)) {
      groups.pop();
      const count = above.count + group.count;
      group = { mean: (above.mean * above.count + group.mean * group.count) / count, count };
    }
    groups.push(group);
  }
  return groups.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
}
