declare const markdown: unique symbol;

/** Markdown in which everything a person typed is already escaped. Made by the functions of this file only. */
export type Markdown = string & { readonly [markdown]: true };

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** What means something anywhere in a line: code, emphasis, links, pictures, tables, struck words, formulas. */
const MARKS = /[\\`*_[\]|~$]/g;
/** What makes a line a heading, an item of a list, a rule or a fence: only at its beginning. */
const AT_START = /^(?:[#+\-=:]|\d{1,9}(?=[.)](?:\s|$)))/u;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as a person typed it on one line of Markdown: no heading, list, link, picture, HTML or entity can come of it. */
export function escapeMarkdown(text: string): Markdown {
  return escapeLine(text.split(LINE_BREAK).join(' ').trim());
}

/** The same as a quotation, line for line, which ends where the text does; indentation stays, as spaces that make no code. */
export function quoteMarkdown(text: string): Markdown {
  const lines = text.split(LINE_BREAK).map((line) => {
    const words = line.trimStart();
    const indent = '\u00a0'.repeat(line.length - words.length);
    return words === '' ? '>' : `> ${indent}${escapeLine(words.trimEnd())}\\`;
  });
  // A break before an empty line, or at the end, would show as a stroke.
  return lines
    .map((line, at) => ((lines[at + 1] ?? '>') === '>' ? line.replace(/\\$/u, '') : line))
    .join('\n') as Markdown;
}

/** An address that readers can follow; as plain text where it is none. */
export function markdownLink(address: string): Markdown {
  if (!/^https?:\/\//i.test(address)) return escapeMarkdown(address);
  return `<${address.replace(/[\s<>\\\p{Cc}]/gu, (letter) => encodeURIComponent(letter))}>` as Markdown;
}

/** A template whose own words are Markdown and whose values are: text of people goes through the functions above. */
export function markdownOf(strings: TemplateStringsArray, ...values: readonly Markdown[]): Markdown {
  return strings.reduce((out, words, at) => `${out}${values[at - 1] ?? ''}${words}`) as Markdown;
}

/** Finished pieces put together. */
export function joinMarkdown(pieces: readonly Markdown[], separator: string): Markdown {
  return pieces.join(separator) as Markdown;
}

function escapeLine(line: string): Markdown {
  const escaped = line.replace(MARKS, '\\$&').replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
  return escaped.replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`)) as Markdown;
}
