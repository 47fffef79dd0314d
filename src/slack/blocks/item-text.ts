import { escapeText } from '../../domain/escaping.ts';
import type { PlanItem } from '../../domain/plan/plan-item.ts';
import { clipAtWord, oneLine } from './clip.ts';

/** Room for the words of an item and for why it was dropped within one section: 500 usual characters always fit. */
const MAX_ESCAPED = 1200;

/** An item whose words fit a message: escaping makes some characters five, and only then are they cut. */
export function shownItem(item: PlanItem): PlanItem {
  return { ...item, text: itemWords(item.text), reason: item.reason === null ? null : itemWords(item.reason) };
}

/** Somebody's words for a line of ours: on one line, so that a mark at the start of theirs formats nothing of what follows. */
export function itemWords(text: string): string {
  let kept = oneLine(text);
  while (escapeText(kept).length > MAX_ESCAPED) kept = clipAtWord(kept, Math.floor(kept.length * 0.9));
  return kept;
}
