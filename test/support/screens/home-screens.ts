import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { PHASES } from '../../../src/domain/answer.ts';
import { CLIENT_STATUSES } from '../../../src/domain/client.ts';
import { byStanding, type ClientStanding, standingOf } from '../../../src/domain/client-standing.ts';
import { bandOf } from '../../../src/domain/health.ts';
import { EMPTY_INTAKE } from '../../../src/domain/intake.ts';
import { OUTCOME_DAYS } from '../../../src/domain/outcome/outcome-check.ts';
import { PARTING_STEP_IDS } from '../../../src/domain/parting/parting-steps.ts';
import { MAX_ITEM_LENGTH, MAX_OPEN_ITEMS } from '../../../src/domain/plan/plan-item.ts';
import type { HealthWeek } from '../../../src/domain/pulse.ts';
import { MODES } from '../../../src/domain/review.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { section } from '../../../src/slack/blocks/building-blocks.ts';
import { commentBlocks, lessonBlocks, pastReviewLine } from '../../../src/slack/blocks/home/history-rows.ts';
import { renderHome } from '../../../src/slack/blocks/home/home.ts';
import { renderHomeNotice } from '../../../src/slack/blocks/home/home-notice.ts';
import { clientRow, ownClientLine, reviewRow, waitingRow } from '../../../src/slack/blocks/home/rows.ts';
import { renderClientView } from '../../../src/slack/blocks/views/client-view.ts';
import { ROWS_ON_A_PAGE, renderListView, TEXTS_ON_A_PAGE } from '../../../src/slack/blocks/views/list-view.ts';
import { renderStartChannelForm } from '../../../src/slack/blocks/views/start-channel-form.ts';
import { LISTS, type ListName } from '../../../src/slack/list-target.ts';
import type { ClientPage } from '../../../src/usecases/read-client-page.ts';
import type { ClientCounts, Home, NextStep, Waiting } from '../../../src/usecases/read-home.ts';
import { anItem } from '../follow-up.ts';
import { REVIEW_ID } from '../sample-models.ts';
import { sampleClient } from './client-screens.ts';
import type { SampleWords } from './sample-words.ts';
import type { Screen, Size } from './screen.ts';

const AT = new Date('2026-11-26T17:00:00Z');
const WEEK = 2968;
const idOf = (at: number) => `${REVIEW_ID.slice(0, -3)}${String(at % 1000).padStart(3, '0')}`;
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const inTurn = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

type HomeList = Exclude<ListName, 'evidence'>;
/** The evidence log has screens of its own. */
const HOME_LISTS = LISTS.filter((list): list is HomeList => list !== 'evidence');

/** As many clients as a Home is made for. */
export const SAMPLE_CLIENTS = 200;

function waitingAt(at: number, clientName: string): Waiting {
  const about = { reviewId: REVIEW_ID, clientName };
  const kinds: readonly Waiting[] = [
    { kind: 'decide', ...about, closedAt: AT },
    { kind: 'decide', ...about, closedAt: null },
    { kind: 'facilitate', ...about, why: 'short_of_voices' },
    { kind: 'facilitate', ...about, why: 'paused' },
    ...PHASES.map((phase) => ({ kind: 'answer', ...about, phase, mode: inTurn(MODES, at), until: AT }) as const),
    { kind: 'answer', ...about, phase: 'vote', mode: 'open', until: null },
    { kind: 'pulse', week: WEEK, until: AT, answered: 1, asked: 2 },
  ];
  return inTurn(kinds, at);
}

/** A Home with `count` clients in every standing and with every next step, and as much of all else. */
export function sampleHome(count: number, { clientName, text }: SampleWords): Home {
  const steps: readonly NextStep[] = [
    { kind: 'open', state: 'positives', isPaused: false },
    { kind: 'open', state: 'vote', isPaused: true },
    { kind: 'decide' },
    { kind: 'reviewed', at: AT },
    { kind: 'never' },
  ];
  const clients = many(count, (at) => ({
    ...{ id: idOf(at), name: clientName, status: inTurn(CLIENT_STATUSES, at), next: inTurn(steps, at) },
    standing: standingOf(
      at % 9 === 8 ? [] : many(2, (week) => ({ week: WEEK - week, health: (at * 37 + week * 11) % 101 })),
      WEEK,
    ),
  }));
  const reviews = many(count, (at) => {
    const phase = inTurn(PHASES, at);
    return {
      ...{ id: idOf(at), clientName, channelId: 'C0TEAM', facilitatorId: 'U0MARA', mode: inTurn(MODES, at) },
      ...{ state: phase, phase, phaseEndsAt: AT, isPaused: at % 5 === 4, answered: 4, invited: 50 },
    };
  });
  const items = many(count, (at) => {
    const item = anItem({ id: idOf(at), text: text.slice(0, MAX_ITEM_LENGTH), dueOn: '2026-11-20' });
    return { ...item, clientName };
  });
  return {
    userId: 'U0MARA',
    today: '2026-11-26',
    ownItems: items,
    waiting: many(count, (at) => waitingAt(at, clientName)),
    ownClients: many(count, (at) => ({ id: idOf(at), name: clientName, rating: at % 2 === 0 ? 2 : null })),
    own:
      count === 0
        ? { language: null, pausedUntil: null, daysOff: [] }
        : {
            ...{ language: 'ru', pausedUntil: '2026-12-31' },
            daysOff: many(10, (at) => ({ from: `${2026 + at}-12-24`, to: `${2027 + at}-01-02` })),
          },
    ownSteps: many(count, (at) => ({
      ...{ id: idOf(at), reviewId: REVIEW_ID, clientName, dueOn: at % 2 === 0 ? '2026-11-20' : '2026-12-01' },
      ...(at % 3 === 2
        ? { stepId: null, title: text.slice(0, MAX_ITEM_LENGTH) }
        : { stepId: inTurn(PARTING_STEP_IDS, at), title: null }),
    })),
    managed: {
      ...{ clients: byStanding(clients), counts: countStandings(clients), reviews, reviewCount: count, overdue: items },
    },
  };
}

function countStandings(clients: readonly { readonly standing: ClientStanding }[]): ClientCounts {
  const bands = clients.map(({ standing }) => (standing.health === null ? 'none' : bandOf(standing.health)));
  const of = (band: string) => bands.filter((one) => one === band).length;
  const falling = clients.filter(({ standing }) => (standing.change ?? 0) < 0).length;
  const counts = { critical: of('critical'), watch: of('watch'), healthy: of('healthy'), none: of('none') };
  return { total: clients.length, ...counts, falling };
}

function sampleWeek(at: number): HealthWeek {
  const health = at % 6 === 5 ? null : (at * 37) % 101;
  return {
    ...{ clientId: REVIEW_ID, week: WEEK - at, asked: 6, respondents: health === null ? 0 : 5, health, band: null },
    ...{ meanRating: 3, trend: 50, signals: [], hardStops: [], comments: 2, closedAt: AT },
  };
}

/** A client of which nothing is known yet, or with as much as can be. */
function samplePage(size: Size, words: SampleWords): ClientPage {
  const client = sampleClient(size, words);
  const none: ClientPage = {
    ...{ client, usualCurrency: 'EUR', weeks: [], comments: null, openReview: null, reviews: [], lessons: [] },
    ...{ planItems: [], evidence: 0, intake: null, today: '2026-11-26' },
  };
  if (size === 'none') return none;
  const verdicts = ['as_is', 'repair', 'planned', 'now', 'not_enough_voices', null] as const;
  const review = { id: REVIEW_ID, clientName: client.name, state: 'lessons' };
  return {
    ...none,
    weeks: many(12, sampleWeek),
    evidence: 200,
    intake: EMPTY_INTAKE,
    planItems: many(MAX_OPEN_ITEMS, (at) => anItem({ id: idOf(at), text: words.text.slice(0, MAX_ITEM_LENGTH) })),
    comments: { count: 50, texts: many(50, () => words.text) },
    openReview: review as NonNullable<ClientPage['openReview']>,
    reviews: many(40, (at) => ({
      ...{ id: idOf(at), closedAt: AT, mode: inTurn(MODES, at), verdict: inTurn(verdicts, at) },
      decision: at % 3 === 0 ? null : { choice: 'keep_and_repair', decidedBy: 'U0MARA', decidedAt: AT },
      outcomes: at % 3 === 0 ? [] : OUTCOME_DAYS.map((day) => ({ day, answer: 'no', why: words.text }) as const),
    })),
    lessons: many(60, (at) => ({ text: words.text, authorId: at % 2 === 0 ? 'U0MARA' : null, closedAt: AT })),
  };
}

const samplePicture = { fileId: 'F0CHART', altText: 'Client health from week 36 to week 47'.padEnd(2000, '.') };

/** The App Home of a member and of a manager with no, one and 200 clients, the page of a client, and what has no room in them. */
export function homeScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const screen = (renderer: string, name: string, view: HomeView | ModalView): Screen => ({
    ...{ name: `home, ${name}`, group: 'Forms', renderers: [renderer], kind: 'modal', view },
  });
  const counts = size === 'largest' ? [1, SAMPLE_CLIENTS] : [0];
  const page = samplePage(size, words);
  const few = { ...page, comments: { count: 2, texts: [] } };
  return [
    ...counts.flatMap((count) => {
      const home = sampleHome(count, words);
      const hours = [6, 14, 22] as const;
      return hours.flatMap((hour) => [
        screen('renderHome', `manager, ${count} clients, ${hour}:00`, renderHome({ home, hour }, t)),
        screen(
          'renderHome',
          `member, ${count} clients, ${hour}:00`,
          renderHome({ home: { ...home, managed: null }, hour }, t),
        ),
      ]);
    }),
    ...Object.entries(t.home.refused).map(([why, text]) => screen('renderHomeNotice', why, renderHomeNotice(text))),
    screen('renderClientView', 'client', renderClientView(page, t)),
    screen('renderClientView', 'client with chart', renderClientView(page, t, samplePicture)),
    screen('renderClientView', 'client, few comments', renderClientView(few, t)),
    screen(
      'renderClientView',
      'client, archived',
      renderClientView({ ...page, client: { ...page.client, isArchived: true } }, t),
    ),
    ...HOME_LISTS.map((list) => screen('renderListView', `list, ${list}`, listView(list, size, words, t))),
    screen(
      'renderStartChannelForm',
      'start, any client',
      renderStartChannelForm({ clientName: null, channelId: null }, t),
    ),
    screen(
      'renderStartChannelForm',
      'start',
      renderStartChannelForm({ clientName: words.clientName, channelId: 'C0TEAM' }, t),
    ),
  ];
}

function listView(list: HomeList, size: Size, words: SampleWords, t: Messages): ModalView {
  const home = sampleHome(size === 'largest' ? SAMPLE_CLIENTS : 0, words);
  const page = samplePage(size, words);
  const all: Readonly<Record<HomeList, readonly (readonly KnownBlock[])[]>> = {
    waiting: home.waiting.map((item) => [waitingRow(item, t)]),
    clients: (home.managed?.clients ?? []).map((client) => [clientRow(client, t)]),
    reviews: (home.managed?.reviews ?? []).map((review) => [reviewRow(review, t)]),
    mine: home.ownClients.map((client) => [section(ownClientLine(client, t))]),
    history: page.reviews.map((review) => [section(pastReviewLine(review, t))]),
    lessons: page.lessons.map(lessonBlocks),
    comments: (page.comments?.texts ?? []).map(commentBlocks),
  };
  const rows = all[list].slice(0, list === 'lessons' || list === 'comments' ? TEXTS_ON_A_PAGE : ROWS_ON_A_PAGE);
  const target = { list, page: size === 'largest' ? 2 : 1, clientId: REVIEW_ID };
  return renderListView({ target, pages: size === 'largest' ? 10 : 1, rows }, t);
}
