export type StoryClock = { readonly now: () => Date; moveTo(instant: Date): void };

/** A clock that goes on like any other, and is moved from one scene to the next. */
export function createStoryClock(start: Date): StoryClock {
  let aheadMs = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + aheadMs),
    moveTo(instant) {
      aheadMs = instant.getTime() - Date.now();
    },
  };
}
