/** Words before a phrase that turn it into its opposite ("they never pay late"), but for "not only" and its like. */
const NEGATIONS =
  '(?:not|never|no|without|dont|doesnt|didnt|isnt|arent|wasnt|не|ни|без|никогда)(?! (?:only|once|just|только|раз|конца) )';

/** Words over which `...` does not reach: "they pay, and never late". */
const BREAKS = 'without|never|без|никогда';

const LETTER = '[\\p{L}\\p{N}]';

/**
 * Text as phrases are looked for in: lower case, without punctuation, apostrophes and the dots of ё, one space between words and at
 * both ends. The end of a sentence is a word of its own, so that no phrase reaches across it.
 */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/['’`´]/gu, '')
    .replace(/[.!?;\n]+(?=\s|$)/gu, ' | ')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ');
  return ` ${folded.trim()} `;
}

/**
 * Compiles a phrase to find in folded text. Words stand in their order; `pay*` is every word that begins so, `late|later` is one of
 * them, `...` is up to three further words. A negation one or two words before a match makes it none, unless the phrase has its own.
 */
export function compilePhrase(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => {
    if (word === '...') return `(?:(?!(?:${BREAKS}) )${LETTER}+ ){0,3}`;
    const stems = word.split('|').map((one) => (one.endsWith('*') ? `${one.slice(0, -1)}${LETTER}*` : one));
    return `(?:${stems.join('|')}) `;
  });
  return new RegExp(`(?<= )(?<! ${NEGATIONS} (?:${LETTER}+ )?)${words.join('')}`, 'u');
}

/** What folded text must hold one of for the phrase to be in it: the phrase's first word, which is far quicker to look for. */
export function openingsOf(phrase: string): string[] {
  const [first = ''] = phrase.split(' ');
  return first.split('|').map((one) => (one.endsWith('*') ? ` ${one.slice(0, -1)}` : ` ${one} `));
}
