/**
 * What the chart's font can draw: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Persian, Georgian, and the signs that names
 * of companies have. A sign outside of it would be a box, so it is left out: emoji, marks that turn the direction, other scripts.
 */
const DRAWABLE =
  /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02af\u0370-\u03ff\u0400-\u0523\u0531-\u0556\u0561-\u0587\u05d0-\u05ea\u0621-\u063a\u0640-\u0652\u0660-\u066c\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u10d0-\u10fa\u1e00-\u1efb\u1f00-\u1fff\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20a0-\u20b5\u20b8\u20b9\u20bd\u2116\u2122\u2190-\u21ff]/u;

const ELLIPSIS = '…';
const WHITE_SPACE = /\s+/gu;

/** A name in one line without what the font cannot draw; empty where nothing is left. */
export function drawableText(text: string): string {
  const kept = [...text.normalize('NFC').replaceAll(WHITE_SPACE, ' ')].filter((sign) => DRAWABLE.test(sign));
  return kept.join('').replaceAll(WHITE_SPACE, ' ').trim();
}

/** The text, cut between whole characters with an ellipsis where `fits` says that it is too long. Any length ends quickly. */
export function clipText(text: string, fits: (shorter: string) => boolean): string {
  if (fits(text)) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let shortest = 0;
  let tooLong = characters.length;
  while (tooLong - shortest > 1) {
    const length = Math.floor((shortest + tooLong) / 2);
    if (fits(clipped(characters, length))) shortest = length;
    else tooLong = length;
  }
  return clipped(characters, shortest);
}

function clipped(characters: readonly string[], length: number): string {
  return characters.slice(0, length).join('').trimEnd() + ELLIPSIS;
}
