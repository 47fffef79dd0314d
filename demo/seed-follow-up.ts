import { randomUUID } from 'node:crypto';
import { addDays } from '../src/domain/calendar.ts';
import { EMPTY_INTAKE, INTAKE_QUESTIONS, type Intake } from '../src/domain/intake.ts';
import type { Language } from '../src/domain/language.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { logEvidence } from '../src/usecases/log-evidence.ts';
import { saveIntake } from '../src/usecases/save-intake.ts';
import { daysAgo, todayOf, ZONE } from './days-ago.ts';
import { FOLLOW_UP_WORDS, type FollowUpWords, type Incident } from './follow-up-words.ts';
import { OTHER_CLIENTS, OTHER_REVIEWS } from './other-clients.ts';
import { PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';
import { addClient, type ClientIds } from './sample-clients.ts';
import { type PastReview, playPast } from './seed.ts';
import { closeSteps, seedParting } from './seed-parting.ts';
import { seedMeeting, seedPlan } from './seed-plan.ts';

/**
 * What followed the decisions of the past, so that every form and card can be opened by hand: Contoso is being repaired (a plan under
 * way, a meeting ahead), the parting with Fabrikam runs, that with Litware is over, and Proseware waits for a decision.
 */
export async function seedFollowUp(deps: Deps, clients: ClientIds, language: Language): Promise<void> {
  const words = FOLLOW_UP_WORDS[language];
  await Promise.all([
    repairContoso(deps, clients.Contoso, language),
    leaveFabrikam(deps, clients.Fabrikam, words),
    partWithLitware(deps, OTHER_REVIEWS[language].parted, words),
    addClient(deps, OTHER_CLIENTS.undecided).then((id) => playPast(deps, OTHER_REVIEWS[language].undecided, id)),
  ]);
}

async function repairContoso(deps: Deps, clientId: string, language: Language): Promise<void> {
  const words = FOLLOW_UP_WORDS[language];
  await logAll(deps, { clientId, incidents: words.contoso, by: 'omar' });
  await fillIntake(deps, clientId, words);
  const planned = { reviewId: await newestReview(deps, clientId), language };
  await seedPlan(deps, planned);
  await seedMeeting(deps, planned);
}

/** The first three steps of the checklist are closed. */
async function leaveFabrikam(deps: Deps, clientId: string, words: FollowUpWords): Promise<void> {
  await logAll(deps, { clientId, incidents: words.fabrikam, by: 'tom' });
  const reviewId = await newestReview(deps, clientId);
  await seedParting(daysAgo(deps, 12), { reviewId, endOn: addDays(todayOf(deps), 45) });
  const ids = ['collect_evidence', 'read_contract', 'ask_lawyer'] as const;
  await closeSteps(daysAgo(deps, 6), { reviewId, ids, ...saidOfSteps(words) });
}

async function partWithLitware(deps: Deps, past: PastReview, words: FollowUpWords): Promise<void> {
  const reviewId = await playPast(deps, past, await addClient(deps, OTHER_CLIENTS.parted));
  const at = (iso: string): Deps => ({ ...deps, clock: () => new Date(iso) });
  await seedParting(at('2026-04-16T09:00:00Z'), { reviewId, endOn: '2026-05-29' });
  await closeSteps(at('2026-05-29T15:00:00Z'), { reviewId, ids: 'all', ...saidOfSteps(words) });
}

const saidOfSteps = ({ checked, noLawyer }: FollowUpWords) => ({
  notes: { read_contract: checked },
  notNeeded: { ask_lawyer: noLawyer },
});

async function newestReview({ storage }: Deps, clientId: string): Promise<string> {
  const review = await storage.forWorkspace(TEAM_ID).reviews.findLatestClosed(clientId);
  if (!review) throw new Error(`the sample client ${clientId} has no review`);
  return review.id;
}

type Log = { readonly clientId: string; readonly incidents: readonly Incident[]; readonly by: PersonName };

async function logAll(deps: Deps, { clientId, incidents, by }: Log): Promise<void> {
  for (const { daysAgo: days, ...incident } of incidents) {
    const then = daysAgo(deps, days);
    const logged = await logEvidence(then, {
      ...{ workspaceId: TEAM_ID, clientId, userId: PEOPLE[by].id, isManager: false, timeZone: ZONE },
      typed: { ...incident, happenedOn: todayOf(then), currency: null, link: null },
      ...{ correctsId: null, submitKey: randomUUID() },
    });
    if (!logged.ok) throw new Error(`the sample evidence was refused: ${logged.reason}`);
  }
}

/** Two of the eight questions were answered *no*: they stand as risks on the client's page. */
async function fillIntake(deps: Deps, clientId: string, { intake }: FollowUpWords): Promise<void> {
  const answers = INTAKE_QUESTIONS.map((question) => {
    const note = intake[question];
    return [question, { state: note === undefined ? 'no' : 'yes', note: note || null }] as const;
  });
  const typed: Intake = { ...EMPTY_INTAKE, ...Object.fromEntries(answers) };
  const userId = PEOPLE.mara.id;
  const saved = await saveIntake(deps, { workspaceId: TEAM_ID, userId, clientId, typed, version: null });
  if (!saved.ok) throw new Error(`the sample intake was refused: ${saved.reason}`);
}
