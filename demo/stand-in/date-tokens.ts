/** In whose words and at whose clock a reader sees times. */
export type ReaderClock = { locale: string; timeZone: string };

const TOKEN = /<!date\^(\d+)\^([^|>^]*)[^|>]*\|([^>]*)>/g;

/** Slack's date tokens as a reader sees them; without a reader their fallback stays, as in a notification. */
export function readDates(text: string, clock?: ReaderClock): string {
  return text.replace(TOKEN, (_, seconds: string, format: string, fallback: string) => {
    if (!clock) return fallback;
    const at = new Date(Number(seconds) * 1000);
    const { locale, timeZone } = clock;
    const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
    const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
    return format
      .replace(/\{date[a-z_]*\}/g, date.format(at).replace(' г.', ''))
      .replace(/\{time[a-z_]*\}/g, time.format(at));
  });
}
