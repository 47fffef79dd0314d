import pg from 'pg';
import { openDatabase } from '../../src/storage/database.ts';
import { withUtc } from '../../src/storage/database-url.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import { depsAt, FAN_OUT, fillAgency, forgetPulses, PULSE_TIME, personId, WORKSPACE } from '../big-agency.ts';
import { type Bench, figure, median, time } from '../figure.ts';

const ROUNDS = 3;

/** From "it is three o'clock" to 5,000 rows, messages and jobs committed. Floor: the same rows, one `INSERT` each, in one transaction. */
export const bench: Bench = {
  title: 'Pulse: plan and enqueue',
  async run({ createDatabase, say }) {
    const url = await createDatabase();
    const database = openDatabase({ url });
    const bare = new pg.Client({ connectionString: withUtc(url) });
    await bare.connect();
    try {
      await fillAgency(database, FAN_OUT);
      const ours: number[] = [];
      const floor: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        await forgetPulses(database.pool);
        floor.push(await time(() => insertBare(bare)));
        await forgetPulses(database.pool);
        const deps = depsAt(database, PULSE_TIME.opens);
        ours.push(
          await time(async () => {
            const { sent } = await sendPulses(deps, WORKSPACE);
            if (sent !== FAN_OUT.people) throw new Error(`${sent} pulses were sent, expected ${FAN_OUT.people}`);
          }),
        );
        say(`round ${i + 1}: ${Math.round(ours.at(-1) ?? 0)} ms, bare ${Math.round(floor.at(-1) ?? 0)} ms`);
      }
      const again = await time(() => sendPulses(depsAt(database, PULSE_TIME.opens), WORKSPACE));
      return [
        figure({ name: 'plan and enqueue 5,000 pulses', value: median(ours), unit: 'ms', floor: median(floor) }),
        figure({ name: 'a further tick that finds nobody to ask', value: again, unit: 'ms' }),
      ];
    } finally {
      await bare.end();
      await database.close();
    }
  },
};

async function insertBare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM "Client" ORDER BY "nameKey" LIMIT 2');
  const clientIds = rows.map(({ id }) => id);
  await client.query('BEGIN');
  for (let i = 0; i < FAN_OUT.people; i += 1) {
    const userId = personId(i);
    const { week, opens, isOver } = PULSE_TIME;
    await client.query(
      `INSERT INTO "PulseInvite" ("workspaceId", week, "userId", status, "opensAt", "closesAt", "clientIds")
       VALUES ($1, $2, $3, 'sent', $4, $5, $6)`,
      [WORKSPACE, week, userId, opens, isOver, clientIds],
    );
    const purpose = `pulse:${week}:${userId}`;
    await client.query(`INSERT INTO "Post" ("workspaceId", purpose, "channelId", message) VALUES ($1, $2, $3, $4)`, [
      WORKSPACE,
      purpose,
      userId,
      { kind: 'pulse', week, userId },
    ]);
    await client.query(`SELECT graphile_worker.add_job('deliver_post', $1, queue_name => $2, job_key => $3)`, [
      { workspaceId: WORKSPACE, purpose },
      `${WORKSPACE}:${userId}`,
      `post:${WORKSPACE}:${purpose}`,
    ]);
  }
  await client.query('COMMIT');
}
