/** The wall clock of `timeZone` at `instant`, written as if it were UTC. */
export function wallClock(instant: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

/** The instant at which `timeZone` shows this wall clock; in a gap, the moment after it; in an overlap, one of the two. */
export function fromWallClock(wall: Date, timeZone: string): Date {
  let guess = wall.getTime();
  for (let i = 0; i < 3; i += 1) {
    const miss = wall.getTime() - wallClock(new Date(guess), timeZone).getTime();
    if (miss === 0) break;
    guess += miss;
  }
  return new Date(guess);
}
