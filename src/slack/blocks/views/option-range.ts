import { plain } from '../building-blocks.ts';
import type { Choice, ChoiceGroup } from './form-inputs.ts';

/** Slack: at most 100 options in a group. */
const GROUP_SIZE = 100;

/** Slack refuses a view over 250 kB; the rest of the form, with everything that can be wrong with it, is under 30 kB. */
const MAX_LIST_BYTES = 220_000;

type Ranged = { readonly groups: ChoiceGroup[]; readonly shown: number };

/**
 * Choices sorted as the language sorts them, in groups of at most 100 named by their first letters ("A – C"). Where they are
 * too many for one form the last ones are left out, never one of `keep`; `shown` says how many are there.
 */
export function rangeOptions(choices: readonly Choice[], locale: string, keep: readonly string[] = []): Ranged {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sorted = [...choices].sort((a, b) => collator.compare(a.text, b.text));
  const fitting = firstThatFit(sorted, new Set(keep));
  const groups: ChoiceGroup[] = [];
  for (let at = 0; at < fitting.length; at += GROUP_SIZE) {
    const chunk = fitting.slice(at, at + GROUP_SIZE);
    groups.push({ label: rangeLabel(chunk), choices: chunk });
  }
  return { groups, shown: fitting.length };
}

function firstThatFit(sorted: readonly Choice[], keep: ReadonlySet<string>): Choice[] {
  let bytes = 0;
  return sorted.filter((choice) => {
    const size = optionBytes(choice);
    if (!keep.has(choice.value) && bytes + size > MAX_LIST_BYTES) return false;
    bytes += size;
    return true;
  });
}

function optionBytes({ text, value, description }: Choice): number {
  const more = description === undefined ? {} : { description: plain(description.slice(0, 75)) };
  return Buffer.byteLength(JSON.stringify({ text: plain(text.slice(0, 75)), value, ...more })) + 1;
}

function rangeLabel(chunk: readonly Choice[]): string {
  const [first, last] = [initial(chunk[0]), initial(chunk.at(-1))];
  return first === last ? first : `${first} – ${last}`;
}

function initial(choice: Choice | undefined): string {
  return ([...(choice?.text ?? '')][0] ?? '').toLocaleUpperCase();
}
