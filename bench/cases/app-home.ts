import { translate } from '../../src/i18n/index.ts';
import { HOME_ROOM, renderHome } from '../../src/slack/blocks/home/home.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { findHomeFacts, homeOf } from '../../src/usecases/read-home.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { depsAt, fillAgency, PULSE_TIME, personId, WORKSPACE, ZONE } from '../big-agency.ts';
import { type Bench, type BenchTools, figure, median, time } from '../figure.ts';
import { fillAnswers, STORED_ANSWERS } from '../stored-answers.ts';

const ROUNDS = 40;
const SIZES = [10, 100, 1000] as const;
const HEALTH_WEEKS = 4;
const READER = { workspaceId: WORKSPACE, userId: personId(0) };
/** One client in ten has an open review. */
const REVIEWED_EVERY = 10;

type Measured = { readonly homeMs: number; readonly bareMs: number };
type Agency = { readonly clients: number; readonly database: Database; readonly home: () => Promise<unknown> };

/**
 * The App Home of a manager with a million answers stored: read, put together and built as blocks, without Slack's own time. Two floors
 * in the same run, in turn: one bare statement by `pg` for the same clients, weeks and reviews, and the Home of ten clients.
 */
export const bench: Bench = {
  title: 'App Home',
  async run(tools) {
    const agencies: Agency[] = [];
    try {
      for (const clients of SIZES) agencies.push(await createAgency(tools, clients));
      const measured = await measure(agencies);
      const few = measured[0]?.homeMs ?? Number.NaN;
      return measured.flatMap(({ homeMs, bareMs }, i) => {
        const clients = SIZES[i] ?? 0;
        const name = `Home, ${clients.toLocaleString('en')} clients`;
        return [
          figure({ name: `${name}, to bare SQL`, value: homeMs, unit: 'ms', floor: bareMs }),
          ...(i === 0
            ? []
            : [
                figure({
                  ...{ name: `${name}, to 10 clients`, value: homeMs, unit: 'ms', floor: few },
                  ...(clients === 1000 ? { target: '≤ 3' } : {}),
                }),
              ]),
        ];
      });
    } finally {
      for (const { database } of agencies) await database.close();
    }
  },
};

async function createAgency({ createDatabase, say }: BenchTools, clients: number): Promise<Agency> {
  const database = openDatabase({ url: await createDatabase() });
  const deps = depsAt(database, PULSE_TIME.opens);
  await fillAgency(database, { clients, people: clients * 5 });
  await fillHealth(database);
  await startReviews(database);
  await fillAnswers(database);
  await database.pool.query('VACUUM ANALYZE');
  say(`${clients} clients and ${STORED_ANSWERS.toLocaleString('en')} answers are stored`);
  const home = async () => {
    const facts = await findHomeFacts(deps, READER, HOME_ROOM);
    if (!facts) throw new Error('the workspace of the bench is not there');
    const read = homeOf(deps, facts, { userId: READER.userId, isManager: true, timeZone: ZONE });
    return renderHome({ home: read, hour: 9 }, translate('en'));
  };
  return { clients, database, home };
}

/** In turn, so that whatever else the machine does touches all of them. */
async function measure(agencies: readonly Agency[]): Promise<Measured[]> {
  const runs = agencies.map((agency) => ({ agency, homes: [] as number[], bares: [] as number[] }));
  for (let i = 0; i < ROUNDS; i += 1)
    for (const { agency, homes, bares } of runs) {
      homes.push(await time(agency.home));
      bares.push(await time(() => readBare(agency.database)));
    }
  return runs.map(({ homes, bares }) => ({ homeMs: median(homes), bareMs: median(bares) }));
}

/** Four weeks of health for every client, each its own. */
async function fillHealth({ pool }: Database): Promise<void> {
  await pool.query(
    `INSERT INTO "HealthWeek" ("workspaceId", "clientId", week, asked, respondents, health, band, "meanRating", trend, signals, "hardStops", comments, "closedAt")
     SELECT $1, c.id, w, 25, 20, 20 + abs(hashtext(c.name || w)) % 80, 'watch', 3, 60, '[]', '[]', 0, $2
     FROM "Client" c CROSS JOIN generate_series($3::int, $4::int) w`,
    [WORKSPACE, PULSE_TIME.opens, PULSE_TIME.week - HEALTH_WEEKS, PULSE_TIME.week - 1],
  );
}

async function startReviews(database: Database): Promise<void> {
  const deps = depsAt(database, PULSE_TIME.opens);
  const all = await deps.storage.forWorkspace(WORKSPACE).clients.list();
  for (const client of all.filter((_, i) => i % REVIEWED_EVERY === 0)) {
    const started = await startReview(deps, {
      ...{ ...READER, channelId: 'C1', client: { id: client.id } },
      team: Array.from({ length: 7 }, (_, i) => ({ userId: personId(i), role: 'delivery' as const })),
      ...{ mode: 'private' as const, preset: 'async' as const, deadlineDate: null, question: null },
    });
    if (!started.ok) throw new Error(`the review did not start: ${started.reason}`);
  }
}

/** The rows that a manager's Home is made of, and nothing done with them. */
async function readBare({ pool }: Database): Promise<void> {
  await pool.query(
    `SELECT c.id, c.name, c.status, h.weeks, r.id AS review, r.state, r."phaseEndsAt", p.invited
     FROM "Client" c
     LEFT JOIN (SELECT "clientId", json_agg(json_build_array(week, health)) AS weeks FROM "HealthWeek"
       WHERE "workspaceId" = $1 AND week >= $2 GROUP BY "clientId") h ON h."clientId" = c.id
     LEFT JOIN "Review" r ON r."workspaceId" = c."workspaceId" AND r."openClientId" = c.id
     LEFT JOIN (SELECT "reviewId", count(*) AS invited FROM "Participant" WHERE "workspaceId" = $1 GROUP BY "reviewId") p
       ON p."reviewId" = r.id
     WHERE c."workspaceId" = $1 AND c."archivedAt" IS NULL AND NOT c."isRehearsal"
     ORDER BY c."nameKey"`,
    [WORKSPACE, PULSE_TIME.week - HEALTH_WEEKS],
  );
}
