/** A day of the calendar (YYYY-MM-DD) written out, the same wherever it is read: "4 December 2026". */
export function formatLongDay(locale: string, day: string): string {
  // English texts of ours put the day first, as on the cards.
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' });
  // Written out in Russian, so that it can end a sentence.
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/\sг\.$/u, ' года');
}
