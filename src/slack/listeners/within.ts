/** Something took longer than the person can be kept waiting; it goes on. */
export class TookTooLong extends Error {
  readonly code = 'took_too_long';

  constructor(limitMs: number) {
    super(`there was no outcome within ${limitMs} ms`);
    this.name = 'TookTooLong';
  }
}

/** What `work` comes to, or TookTooLong when that takes more than `limitMs`. Nothing is stopped: whoever started it sees to its end. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
