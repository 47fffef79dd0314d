const MINUTE_MS = 60_000;

/** A moment as the clock on a reader's wall shows it, to the minute: `2026-11-22T17:00`. */
export function wallTimeOf(seconds: number, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return shown.format(seconds * 1000).replace(' ', 'T');
}

/** The moment, in seconds, at which that clock shows this; what it shows twice in a year means one of the two. */
export function secondsOf(wallTime: string, timeZone: string): number {
  const wanted = Date.parse(`${wallTime}Z`);
  const offsetAt = (at: number) =>
    Date.parse(`${wallTimeOf(at / 1000, timeZone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const near = wanted - offsetAt(wanted);
  return (wanted - offsetAt(near)) / 1000;
}
