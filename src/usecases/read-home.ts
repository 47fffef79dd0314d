import type { Phase } from '../domain/answer.ts';
import { type DayRange, dayOf } from '../domain/calendar.ts';
import type { ClientStatus } from '../domain/client.ts';
import { byStanding, type ClientStanding, standingOf } from '../domain/client-standing.ts';
import type { Rating } from '../domain/health.ts';
import type { Language } from '../domain/language.ts';
import { isPausedOn } from '../domain/own-pause.ts';
import { weekOf } from '../domain/pulse-week.ts';
import { currentPhase, type ReviewMode, type ReviewState } from '../domain/review.ts';
import type {
  ClientCounts,
  HomeFacts,
  HomeInvitation,
  HomeItem,
  HomeReview,
  HomeRoom,
  HomeStep,
} from '../storage/home-facts.ts';
import type { Deps } from './deps.ts';
import { secretContext } from './person-keys.ts';

export type { ClientCounts, HomeItem, HomeRoom, HomeStep } from '../storage/home-facts.ts';

/** One thing that waits for the person. */
export type Waiting =
  | { readonly kind: 'decide'; readonly reviewId: string; readonly clientName: string; readonly closedAt: Date | null }
  | {
      readonly kind: 'facilitate';
      readonly reviewId: string;
      readonly clientName: string;
      readonly why: 'short_of_voices' | 'paused';
    }
  | {
      readonly kind: 'answer';
      readonly reviewId: string;
      readonly clientName: string;
      readonly phase: Phase;
      readonly mode: ReviewMode;
      readonly until: Date | null;
    }
  | {
      readonly kind: 'pulse';
      readonly week: number;
      readonly until: Date;
      readonly answered: number;
      readonly asked: number;
    };

/** A client that this person works with, and what they said of it in the pulse that is open. */
export type OwnClient = { readonly id: string; readonly name: string; readonly rating: Rating | null };

/** What comes next with a client. */
export type NextStep =
  | { readonly kind: 'open'; readonly state: ReviewState; readonly isPaused: boolean }
  | { readonly kind: 'decide' }
  | { readonly kind: 'reviewed'; readonly at: Date }
  | { readonly kind: 'never' };

export type ManagedClient = {
  readonly id: string;
  readonly name: string;
  readonly status: ClientStatus;
  readonly standing: ClientStanding;
  readonly next: NextStep;
};

export type RunningReview = Omit<HomeReview, 'clientId'> & {
  readonly phase: Phase | null;
  readonly answered: number;
  readonly invited: number;
};

/** What one person's Home says. */
export type Home = {
  readonly userId: string;
  /** What waits for them, the most pressing first. */
  readonly waiting: readonly Waiting[];
  /** Their own open items of plans, first due first. */
  readonly ownItems: readonly HomeItem[];
  /** Their own open steps of partings, first due first. */
  readonly ownSteps: readonly HomeStep[];
  /** Where the reader is, YYYY-MM-DD. */
  readonly today: string;
  readonly ownClients: readonly OwnClient[];
  readonly own: {
    readonly language: Language | null;
    readonly pausedUntil: string | null;
    /** Those that are not over. */
    readonly daysOff: readonly DayRange[];
  };
  /** For managers only. Of clients, by need, and of reviews as many as there is room for; the counts are of all. */
  readonly managed: {
    readonly clients: readonly ManagedClient[];
    readonly counts: ClientCounts;
    readonly reviews: readonly RunningReview[];
    readonly reviewCount: number;
    /** Items of plans whose day is over, longest first. */
    readonly overdue: readonly HomeItem[];
  } | null;
};

type Who = { readonly workspaceId: string; readonly userId: string };

const PULSE_WEEKS = 3;
/** Enough for the newest week that counts and the one before it. */
const HEALTH_WEEKS = 4;

/** Everything that there is, for a list that is turned page by page. */
const NO_LIMIT = 2 ** 31 - 1;
const ALL: HomeRoom = { clients: NO_LIMIT, reviews: NO_LIMIT };

/**
 * Reads, in one statement, everything that the person's Home may say; null for a workspace that was not seen yet. `room`: how many
 * clients and reviews it can show.
 */
export function findHomeFacts(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, userId }: Who,
  room: HomeRoom = ALL,
): Promise<HomeFacts | null> {
  const now = deps.clock();
  const weekIn = (timeZone: string) => weekOf(dayOf(now, timeZone));
  // On whichever side of the date line somebody is, their week is this one or the one before.
  const week = weekIn('Pacific/Kiritimati');
  const pulseWeeks = Array.from({ length: PULSE_WEEKS }, (_, back) => week - back);
  const weeksNow = [...new Set([week, weekIn('Etc/GMT+12')])];
  const health = { weeksNow, weekIn, healthWeeks: HEALTH_WEEKS };
  return deps.storage.forWorkspace(workspaceId).home.read({ userId, pulseWeeks, ...health, room });
}

/**
 * A person's Home out of its facts (product: App Home). Everybody sees what waits for them, also in private reviews, where it is
 * computed from the keys and stands nowhere; health and reviews of others are for managers.
 */
export function homeOf(
  deps: Pick<Deps, 'vault' | 'clock'>,
  facts: HomeFacts,
  reader: { readonly userId: string; readonly isManager: boolean; readonly timeZone: string | null },
): Home {
  const { userId, isManager } = reader;
  const { own, settings } = facts;
  const now = deps.clock();
  const today = dayOf(now, reader.timeZone ?? settings.timeZone);
  const decisions = isManager ? facts.undecided : [];
  return {
    userId,
    waiting: [
      ...decisions.map(({ id, clientName, closedAt }) => ({
        kind: 'decide' as const,
        reviewId: id,
        clientName,
        closedAt,
      })),
      ...facts.facilitated.flatMap(facilitating),
      ...facts.invitations.flatMap((one) => answering(deps, one, userId)).sort(byEnd),
      ...facts.pulses.flatMap((pulse) => pulsing(pulse, now)),
    ],
    ownItems: facts.items.filter((item) => item.ownerId === userId),
    ownSteps: facts.steps,
    today,
    ownClients: ownClientsOf(facts, now),
    own: {
      language: own.language,
      pausedUntil: isPausedOn(own.pausedUntil, today) ? own.pausedUntil : null,
      daysOff: own.daysOff.filter(({ to }) => to >= today),
    },
    managed: isManager ? managedOf(facts, dayOf(now, settings.timeZone)) : null,
  };
}

function facilitating({ id, clientName, state, isPaused }: HomeFacts['facilitated'][number]): Waiting[] {
  const about = { kind: 'facilitate', reviewId: id, clientName } as const;
  if (isPaused) return [{ ...about, why: 'paused' }];
  return state === 'short_of_voices' ? [{ ...about, why: 'short_of_voices' }] : [];
}

/** A review that stands still waits for nobody. */
function answering({ vault }: Pick<Deps, 'vault'>, review: HomeInvitation, userId: string): AnswerWaiting[] {
  const { id, clientName, mode, state, phaseEndsAt: until, isPaused } = review;
  const phase = currentPhase(state);
  if (phase === null || isPaused) return [];
  const key = ownKey(vault, review, { userId, phase });
  if (key === null || review.answered.includes(`${phase} ${key}`)) return [];
  return [{ kind: 'answer', reviewId: id, clientName, phase, mode, until }];
}

/** Null where a private review cannot be answered any more: it closed just now, or its secret was sealed with another key. */
function ownKey(
  vault: Deps['vault'],
  { id, mode, sealed }: HomeInvitation,
  { userId, phase }: { userId: string; phase: Phase },
): string | null {
  if (mode === 'open') return userId;
  if (sealed === null) return null;
  try {
    return vault.personKey(vault.open(sealed, secretContext(id)), userId, phase);
  } catch {
    // One review that cannot be read must not keep a whole Home from opening.
    return null;
  }
}

type AnswerWaiting = Extract<Waiting, { kind: 'answer' }>;

const byEnd = (a: AnswerWaiting, b: AnswerWaiting) => endOf(a) - endOf(b);
const endOf = ({ until }: AnswerWaiting) => until?.getTime() ?? Number.MAX_SAFE_INTEGER;

function pulsing(
  { week, closesAt, isDeclined, clientIds, ratings }: HomeFacts['pulses'][number],
  now: Date,
): Waiting[] {
  const answered = clientIds.filter((id) => ratings[id] !== undefined).length;
  if (isDeclined || closesAt <= now || answered === clientIds.length) return [];
  return [{ kind: 'pulse', week, until: closesAt, answered, asked: clientIds.length }];
}

function ownClientsOf({ ownClients, pulses }: HomeFacts, now: Date): OwnClient[] {
  const open = pulses.filter(({ closesAt }) => closesAt > now);
  const ratingOf = (id: string) => open.map(({ ratings }) => ratings[id]).find((rating) => rating !== undefined);
  return ownClients.map(({ id, name }) => ({ id, name, rating: ratingOf(id) ?? null }));
}

function managedOf(facts: HomeFacts, today: string): NonNullable<Home['managed']> {
  const { clients, clientCounts, openReviews, openReviewCount, undecided, items } = facts;
  const week = weekOf(today);
  const closed = new Set(undecided.map(({ clientId }) => clientId));
  const nextOf = ({ id, open, lastReviewedAt }: HomeFacts['clients'][number]): NextStep => {
    if (open) return { kind: 'open', ...open };
    if (closed.has(id)) return { kind: 'decide' };
    return lastReviewedAt === null ? { kind: 'never' } : { kind: 'reviewed', at: lastReviewedAt };
  };
  return {
    overdue: items.filter(({ dueOn }) => dueOn < today),
    counts: clientCounts,
    clients: byStanding(
      clients.map((client) => ({
        ...{ id: client.id, name: client.name, status: client.status },
        standing: standingOf(client.weeks, week),
        next: nextOf(client),
      })),
    ),
    reviewCount: openReviewCount,
    reviews: openReviews.map(({ clientId: _, answered, ...review }) => {
      const phase = currentPhase(review.state);
      return { ...review, phase, answered: phase === null ? 0 : (answered[phase] ?? 0) };
    }),
  };
}
