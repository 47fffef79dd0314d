import type { RichTextBlock } from '@slack/types';
import type { Messages } from '../../i18n/index.ts';
import { quote, words } from './quote.ts';

/** What stands where the facilitator has hidden something: why, in the facilitator's own words. */
export function hiddenInPlace(reason: string, t: Messages): RichTextBlock[] {
  return quote(reason, [words(t.desk.hidden.inPlace, { italic: true })]);
}
