import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ReviewMode } from '../../src/domain/review.ts';
import { createVault } from '../../src/privacy/vault.ts';
import { secretContext } from '../../src/usecases/person-keys.ts';
import { DEFAULTS, WORKSPACE } from '../big-agency.ts';

export const ENCRYPTION_KEY = new Uint8Array(32).fill(7);
/** As large as teams get. One of each is slow, so that no step ends while answers are measured. */
const TEAM = 50;
const ANSWER_EACH = TEAM - 1;
/** People of the agency; each is in many teams. */
const PEOPLE = 400;

export type Person = { readonly reviewId: string; readonly userId: string };

export type Teams = {
  readonly mode: ReviewMode;
  readonly reviews: readonly {
    readonly id: string;
    readonly client: string;
    readonly name: string;
    readonly channel: string;
    readonly sealed: string;
  }[];
  readonly members: readonly Person[];
  /** Those who answer, each once, in a random order. */
  readonly answering: readonly Person[];
};

const userIdOf = (person: number) => `U0P${String(person).padStart(4, '0')}`;

/** Everybody of the agency. */
export const everybody = (): string[] => Array.from({ length: PEOPLE }, (_, person) => userIdOf(person));

/** Who is asked in the review of this number. */
export const teamOf = (review: number): string[] =>
  Array.from({ length: TEAM }, (_, k) => userIdOf((review * 3 + k * 17) % PEOPLE));

/** The number of the review that runs in a channel. */
export const reviewOfChannel = (channel: string): number => Number(/\d+$/.exec(channel)?.[0] ?? 0);

/** As many reviews as it takes for `answers` people to answer one each. */
export function planTeams(mode: ReviewMode, answers: number): Teams {
  const vault = createVault(ENCRYPTION_KEY);
  const reviews = Array.from({ length: Math.ceil(answers / ANSWER_EACH) }, (_, i) => {
    const id = randomUUID();
    const sealed = vault.seal(vault.newSecret(), secretContext(id)).toString('hex');
    return { id, client: randomUUID(), name: `${mode} client ${i}`, channel: `C0${mode.toUpperCase()}${i}`, sealed };
  });
  const teams = reviews.map(({ id }, i) => teamOf(i).map((userId) => ({ reviewId: id, userId })));
  const answering = teams.flatMap((team) => team.slice(0, ANSWER_EACH));
  answering.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { mode, reviews, members: teams.flat(), answering: answering.slice(0, answers) };
}

/**
 * Writes them as open reviews at their first question, for an hour by now: who is there is looked at more often when a step has just begun.
 * Their cards are in their channels, as they are before anybody can answer. All at once, so that the app finds no review without its card.
 */
export async function fillTeams(pool: pg.Pool, teams: Teams): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await insertTeams(client, teams);
  await client.query('COMMIT');
  client.release();
  await pool.query('VACUUM ANALYZE');
}

async function insertTeams(client: pg.PoolClient, { mode, reviews, members }: Teams): Promise<void> {
  await client.query(
    `INSERT INTO "Workspace" (id, language, "timeZone", "managerIds", currency) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [WORKSPACE, DEFAULTS.language, DEFAULTS.timeZone, DEFAULTS.managerIds, DEFAULTS.currency],
  );
  const json = JSON.stringify(reviews);
  const rows = `jsonb_to_recordset($2::jsonb) AS r(id uuid, client uuid, name text, channel text, sealed text)`;
  await client.query(
    `INSERT INTO "Client" ("workspaceId", id, name, "nameKey") SELECT $1, client, name, name FROM ${rows}`,
    [WORKSPACE, json],
  );
  await client.query(
    `INSERT INTO "Review" ("workspaceId", id, "clientId", "openClientId", "channelId", "facilitatorId", mode, preset, language, state, "phaseStartedAt", "phaseEndsAt", "startedAt", revealed)
     SELECT $1, id, client, client, channel, 'U00000', $3, 'async', 'en', 'complaints', now() - interval '1 hour', now() + interval '1 day', now() - interval '1 hour', '{}' FROM ${rows}`,
    [WORKSPACE, json, mode],
  );
  if (mode === 'private')
    await client.query(
      `INSERT INTO "ReviewSecret" ("workspaceId", "reviewId", sealed) SELECT $1, id, decode(sealed, 'hex') FROM ${rows}`,
      [WORKSPACE, json],
    );
  await client.query(
    `INSERT INTO "Participant" ("workspaceId", "reviewId", "userId", role)
     SELECT $1, "reviewId", "userId", 'delivery' FROM jsonb_to_recordset($2::jsonb) AS p("reviewId" uuid, "userId" text)`,
    [WORKSPACE, JSON.stringify(members)],
  );
  await client.query(
    `INSERT INTO "Post" ("workspaceId", purpose, "reviewId", "channelId", message, "deliveredRevision", "sentTs")
     SELECT $1, 'card:' || id, id, channel, '{"kind":"card"}', 1, ARRAY['1700000000.000001'] FROM ${rows}`,
    [WORKSPACE, json],
  );
}

const orderOf = ({ reviewId, userId }: Person) => createHash('sha1').update(`${reviewId} ${userId}`).digest('hex');
