import type { KillWorld } from './kill-world.ts';

/** What waiting needs of the world. */
export type Waiting = Pick<KillWorld, 'query' | 'whole' | 'passTime' | 'now'>;

/** More ticks of the clock than anything in the app waits for. */
const MOST_TICKS = 300;

/**
 * Until it is there. What a death interrupted is taken up by the next tick of the clock at the latest, so it ticks meanwhile; only that
 * is counted, since a kill that comes between may take long to mend on a busy machine.
 */
export async function inTime<T>(
  world: Waiting,
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  for (let ticks = 0; ticks < MOST_TICKS; ticks += 1) {
    await world.whole();
    const found = await find();
    if (found !== undefined) return found;
    await world.passTime(1_000);
  }
  const owed = await world.query(
    'SELECT purpose, revision, "deliveredRevision", "holdReason", "sendingPart" FROM "Post" WHERE "deliveredRevision" < revision',
  );
  const jobs = await world.query(
    'SELECT key, attempts, run_at, locked_by, last_error FROM graphile_worker._private_jobs',
  );
  throw new Error(`waited ${MOST_TICKS} ticks for ${what}. ${JSON.stringify({ owed, jobs })}`);
}

type Step = { readonly id: string; readonly phase: string; readonly endsByTimer: boolean };

/** Waits for the step to end: by its time where somebody stays silent, else because everybody has answered. */
export async function endStep(world: Waiting, { id, phase, endsByTimer }: Step): Promise<void> {
  await inTime(world, `the end of ${phase}`, async () => {
    const { state, phaseEndsAt } = await readState(world, id);
    if (state !== phase) return true;
    // A process that died between the last answer and what follows from it leaves that to the clock.
    const leftMs = endsByTimer && phaseEndsAt ? phaseEndsAt.getTime() - world.now().getTime() : 0;
    if (leftMs > 0) await world.passTime(leftMs);
    return undefined;
  });
}

async function readState(world: Waiting, id: string): Promise<{ state: string; phaseEndsAt: Date | null }> {
  const [row] = await world.query('SELECT state, "phaseEndsAt" FROM "Review" WHERE id = $1', [id]);
  return row as { state: string; phaseEndsAt: Date | null };
}
