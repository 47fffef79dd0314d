import { dayOf } from '../../domain/calendar.ts';
import {
  escapeMarkdown,
  joinMarkdown,
  type Markdown,
  markdownOf,
  quoteMarkdown,
} from '../../domain/export/markdown.ts';
import type { ClientExport } from '../../domain/export/plan-client-export.ts';
import type { Messages } from '../../i18n/index.ts';

/** What every part of a report needs: the words of its reader's language, what people are called, and on which day something was. */
export type ReportWords = {
  readonly t: Messages;
  /** The name of somebody, or their id where Slack cannot tell. */
  readonly nameOf: (userId: string) => string;
  /** The day of an instant, YYYY-MM-DD, in the workspace's zone. */
  readonly dayOf: (at: Date) => string;
};

/** The words of one report. */
export function reportWords({ names, timeZone }: Pick<ClientExport, 'names' | 'timeZone'>, t: Messages): ReportWords {
  return { t, nameOf: (userId) => names.get(userId) ?? userId, dayOf: (at) => dayOf(at, timeZone) };
}

/** A heading of level 1 to 4. */
export function heading(level: 1 | 2 | 3 | 4, text: string): Markdown {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}` as Markdown;
}

/** A paragraph of one line. */
export function line(text: string): Markdown {
  return escapeMarkdown(text);
}

/** What people wrote below, as a label in bold. */
export function label(text: string): Markdown {
  return markdownOf`**${escapeMarkdown(text)}**`;
}

/** One list; nothing where it is empty. */
export function list(items: readonly string[]): Markdown[] {
  return items.length === 0
    ? []
    : [
        joinMarkdown(
          items.map((item) => markdownOf`- ${escapeMarkdown(item)}`),
          '\n',
        ),
      ];
}

/** Somebody's words under a label; nothing where there are none. */
export function quoted(title: string, text: string | null): Markdown[] {
  return text === null || text.trim() === '' ? [] : [label(title), quoteMarkdown(text)];
}
