import { type Database, openDatabase } from '../../src/storage/database.ts';
import { closeHealthWeek, closePulses } from '../../src/usecases/close-pulses.ts';
import { remindPulse } from '../../src/usecases/remind-pulse.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import { depsAt, FAN_OUT, fillAgency, PULSE_TIME, WORKSPACE } from '../big-agency.ts';
import { type Bench, figure, time } from '../figure.ts';

/** The end of the same week: half of the people are reminded, 5,000 windows close, the health of 200 clients is written. */
export const bench: Bench = {
  title: 'Pulse: remind and close',
  async run({ createDatabase, say }) {
    const database = openDatabase({ url: await createDatabase() });
    try {
      await fillAgency(database, FAN_OUT);
      await sendPulses(depsAt(database, PULSE_TIME.opens), WORKSPACE);
      await answerHalf(database);
      const remind = await time(async () => {
        const count = await remindPulse(depsAt(database, PULSE_TIME.isLate), WORKSPACE);
        say(`${count} people were reminded`);
      });
      const deps = depsAt(database, PULSE_TIME.isOver);
      const close = await time(async () => say(`${await closePulses(deps, WORKSPACE)} windows closed`));
      const refs = await deps.storage.sweep.findClosableWeeks(PULSE_TIME.week);
      const write = await time(async () => {
        for (const ref of refs) if (!(await closeHealthWeek(deps, ref))) throw new Error('a week was not closed');
      });
      const find = await time(() => deps.storage.sweep.findClosableWeeks(PULSE_TIME.week));
      return [
        figure({ name: 'remind 2,500 people', value: remind, unit: 'ms' }),
        figure({ name: 'close 5,000 windows', value: close, unit: 'ms' }),
        figure({ name: 'write the health of 200 clients', value: write, unit: 'ms' }),
        figure({ name: 'a further tick that finds no week to write', value: find, unit: 'ms' }),
      ];
    } finally {
      await database.close();
    }
  },
};

/** Every second person has rated their clients. */
async function answerHalf({ pool }: Database): Promise<void> {
  await pool.query(
    `INSERT INTO "PulseAnswer" ("workspaceId", week, "clientId", "userId", rating, signals)
     SELECT "workspaceId", $2, "clientId", "userId", 1 + abs(hashtext("userId")) % 5, '{late_payment}'
     FROM "AccountMember" WHERE "workspaceId" = $1 AND right("userId", 1)::int % 2 = 0`,
    [WORKSPACE, PULSE_TIME.week],
  );
  await pool.query('ANALYZE');
}
