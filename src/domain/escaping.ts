import { sampleName } from './rehearsal/sample-team.ts';

declare const mrkdwn: unique symbol;

/** Text in Slack's mrkdwn in which everything a person typed is already escaped. Made by `md` and `escapeText` only. */
export type Mrkdwn = string & { readonly [mrkdwn]: true };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as a person typed it, made safe for mrkdwn: no mention, no link, no broadcast can come of it. */
export function escapeText(text: string): Mrkdwn {
  return text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c) as Mrkdwn;
}

/** A fragment of mrkdwn wrapped so that `md` can tell it from plain text. */
export type Safe = { readonly mrkdwn: Mrkdwn };

/** Marks finished mrkdwn (a mention, a date, the result of `md`) so that `md` puts it in as it is. */
export function safe(text: Mrkdwn): Safe {
  return { mrkdwn: text };
}

/**
 * A template whose own words are mrkdwn and whose values are escaped: md`${clientName} · active`. Values that are mrkdwn already
 * are passed through `safe`. So text from people is escaped once, on the way out, without anybody having to remember it.
 */
export function md(strings: TemplateStringsArray, ...values: readonly (string | number | Safe)[]): Mrkdwn {
  return strings.reduce((out, words, i) => {
    const value = values[i - 1];
    const shown = typeof value === 'object' ? value.mrkdwn : escapeText(String(value));
    return out + shown + words;
  }) as Mrkdwn;
}

/**
 * A name in bold. Mrkdwn has no way to escape `*`, `_`, `~` and backticks: a name with one of them stands plain, so that it is
 * read as it was typed and the words around it keep their own look.
 */
export function bold(name: string): Safe {
  return safe(boldLine(escapeText(name)));
}

/** The same for a whole line with a name in it. */
export function boldLine(line: Mrkdwn): Mrkdwn {
  return styled(line, '*');
}

/** The same in italics. */
export function italicLine(line: Mrkdwn): Mrkdwn {
  return styled(line, '_');
}

function styled(line: Mrkdwn, mark: '*' | '_'): Mrkdwn {
  return /[*_~`]/.test(line) ? line : (`${mark}${line}${mark}` as Mrkdwn);
}

/** A mention of a person by Slack id; the plain name of a sample voice of a rehearsal. */
export function mention(userId: string): Safe {
  return safe((/^[A-Z0-9]+$/.test(userId) ? `<@${userId}>` : escapeText(sampleName(userId) ?? userId)) as Mrkdwn);
}

/** A link to a channel by Slack id. */
export function channelLink(channelId: string): Safe {
  return safe((/^[A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : escapeText(channelId)) as Mrkdwn);
}

/** A moment, shown by Slack in the reader's own zone; the fallback (for notifications) is UTC and says so. */
export function moment(at: Date, shape: 'date' | 'time' = 'time'): Safe {
  const seconds = Math.floor(at.getTime() / 1000);
  const format = shape === 'date' ? '{date_short_pretty}' : '{date_short_pretty} {time}';
  const fallback =
    shape === 'date' ? at.toISOString().slice(0, 10) : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return safe(`<!date^${seconds}^${format}|${fallback}>` as Mrkdwn);
}

/** Finished pieces of mrkdwn put together. */
export function join(pieces: readonly Mrkdwn[], separator = '\n'): Mrkdwn {
  return pieces.join(separator) as Mrkdwn;
}
