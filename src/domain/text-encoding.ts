/** An encoding that text was read in wrongly. */
export type WrongEncoding = 'utf16' | 'cp1251' | 'utf8_as_latin' | 'unknown';

/**
 * Tells whether pasted text was read in the wrong encoding before it came here, by the traces that leaves; null when it looks
 * right. UTF-16 begins with its mark; Russian in cp1251 read as Latin leaves words of accented letters (Ñåâåð), UTF-8 read as
 * Latin pairs that begin with Ð or Ñ (Ð¡ÐµÐ²ÐµÑ€); what could not be read at all is U+FFFD.
 */
export function findWrongEncoding(text: string): WrongEncoding | null {
  if (/^(ÿþ|þÿ)/.test(text)) return 'utf16';
  if (text.includes('\ufffd')) return 'unknown';
  if (/^ï»¿/.test(text) || /(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]\s?){3}/.test(text))
    return 'utf8_as_latin';
  // No language that uses these letters has five of them in a row.
  return /[À-ÖØ-öø-ÿ]{5}/.test(text) ? 'cp1251' : null;
}
