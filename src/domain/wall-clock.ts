const DAY_MS = 24 * 60 * 60_000;

/** Making one takes longer than all else here, and there are as many as zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall clock of `timeZone` at `instant`, written as if it were UTC. */
export function wallClock(instant: Date, timeZone: string): Date {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

/** The instant at which `timeZone` shows this wall clock; in a gap, as long after it as the clock asks; in an overlap, the first. */
export function fromWallClock(wall: Date, timeZone: string): Date {
  const offsetAt = (atMs: number) => wallClock(new Date(atMs), timeZone).getTime() - atMs;
  const before = new Date(wall.getTime() - offsetAt(wall.getTime() - DAY_MS));
  const after = new Date(wall.getTime() - offsetAt(wall.getTime() + DAY_MS));
  const shows = (at: Date) => wallClock(at, timeZone).getTime() === wall.getTime();
  return !shows(before) && shows(after) ? after : before;
}
