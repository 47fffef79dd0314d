const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Text on one line, its spaces and line breaks single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Text on one line, cut at a word where it is longer than `max` UTF-16 units, with an ellipsis for what is left out. A word
 * longer than that is cut between characters as a reader sees them, never inside an emoji.
 */
export function clipAtWord(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  // Units 0 to max - 2 fit beside the ellipsis: all before the character that holds unit max - 1.
  const firstLeftOut = characters.segment(line.slice(0, max)).containing(max - 1);
  const kept = line.slice(0, firstLeftOut?.index ?? 0);
  const lastSpace = kept.lastIndexOf(' ');
  const isInsideWord = line[kept.length] !== ' ';
  const whole = isInsideWord && lastSpace > max / 2 ? kept.slice(0, lastSpace) : kept;
  return `${whole.trimEnd()}…`;
}
