import type { Complaint, Vote } from '../src/domain/answer.ts';
import type { Choice } from '../src/domain/decision.ts';
import type { Language } from '../src/domain/language.ts';
import { advanceReview } from '../src/usecases/advance-review.ts';
import { decideReview } from '../src/usecases/decide-review.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { startReview } from '../src/usecases/start-review.ts';
import { submitAnswer } from '../src/usecases/submit-answer.ts';
import { PAST_REVIEWS } from './past-reviews.ts';
import { EVERYBODY, PAST_CHANNEL, PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';
import { addSampleClients, type ClientIds } from './sample-clients.ts';

export type PastReview<Name extends string = string> = {
  readonly client: Name;
  readonly startedAt: string;
  readonly complaints: Partial<Record<PersonName, readonly Complaint[]>>;
  readonly positives: Partial<Record<PersonName, string | null>>;
  readonly lessons: Partial<Record<PersonName, string>>;
  readonly votes: Record<PersonName, Vote>;
  /** Null where nobody has decided yet. */
  readonly decision: {
    readonly choice: Choice;
    readonly rationale: string | null;
    readonly skipReadiness?: string;
  } | null;
};

const WORKSPACE = TEAM_ID;
const HOUR_MS = 3_600_000;

/**
 * Fills an empty database with the sample agency, played by the real use cases: three clients with their teams, two of them with a
 * past review. What it posted is still owed: see `settle-seed.ts`.
 */
export async function seedAgency(deps: Deps, language: Language): Promise<ClientIds> {
  const stores = deps.storage.forWorkspace(WORKSPACE);
  await stores.workspace.save({
    language,
    timeZone: 'Europe/Berlin',
    managerIds: [],
    hourlyCost: 60,
    currency: 'EUR',
    daysOff: [],
  });
  await stores.participants.saveRoles(EVERYBODY.map((name) => ({ userId: PEOPLE[name].id, role: PEOPLE[name].role })));
  const clients = await addSampleClients(deps);
  await stores.clients.setMoney(clients.Northwind, { monthlyRevenue: 12_000, revenueShare: 0.18 });
  for (const past of PAST_REVIEWS[language]) await playPast(deps, past, clients[past.client]);
  return clients;
}

/** Lives through a review of the past, up to its decision, and gives its id. */
export async function playPast(deps: Deps, past: PastReview, clientId: string): Promise<string> {
  let now = new Date(past.startedAt);
  const then: Deps = { ...deps, clock: () => now };
  const workspaceId = WORKSPACE;
  const mara = PEOPLE.mara.id;
  const team = EVERYBODY.map((name) => ({ userId: PEOPLE[name].id, role: PEOPLE[name].role }));
  const started = await startReview(then, {
    workspaceId,
    userId: mara,
    channelId: PAST_CHANNEL,
    client: { id: clientId },
    team,
    mode: 'open',
    preset: 'async',
    deadlineDate: null,
    question: null,
  });
  if (!started.ok) throw new Error(`the sample review of ${past.client} did not start: ${started.reason}`);
  const reviewId = started.review.id;
  const answer = async (name: PersonName, given: Parameters<typeof submitAnswer>[1]['answer']) => {
    const result = await submitAnswer(then, { workspaceId, reviewId, userId: PEOPLE[name].id, answer: given });
    if (!result.ok) throw new Error(`the sample answer of ${name} was refused: ${result.reason}`);
  };
  const nextStep = async () => {
    now = new Date(now.getTime() + 6 * HOUR_MS);
    await advanceReview(then, { workspaceId, reviewId, event: 'next_phase', actorId: mara });
  };

  for (const name of EVERYBODY) await answer(name, { phase: 'complaints', complaints: past.complaints[name] ?? [] });
  await nextStep();
  for (const name of EVERYBODY) await answer(name, { phase: 'positives', text: past.positives[name] ?? null });
  await nextStep();
  for (const name of EVERYBODY)
    await answer(name, { phase: 'lessons', relationship: null, learned: past.lessons[name] ?? null, elsewhere: null });
  await nextStep();
  for (const name of EVERYBODY) await answer(name, { phase: 'vote', vote: past.votes[name], hoursPerWeek: null });
  await nextStep();
  if (past.decision === null) return reviewId;
  now = new Date(now.getTime() + 24 * HOUR_MS);
  const decided = await decideReview(then, { workspaceId, reviewId, userId: mara, hardStop: null, ...past.decision });
  if (!decided.ok) throw new Error(`the sample decision on ${past.client} was refused: ${decided.reason}`);
  return reviewId;
}
