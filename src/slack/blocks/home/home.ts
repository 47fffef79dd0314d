import type { HomeView, KnownBlock } from '@slack/types';
import { join, type Mrkdwn, md, mention } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientCounts, Home, HomeRoom } from '../../../usecases/read-home.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeListTarget, type ListName } from '../../list-target.ts';
import { actions, button, context, divider, section, sections, title } from '../building-blocks.ts';
import { startButton } from '../ephemeral/start-button.ts';
import { rehearsalButton } from '../rehearsal-button.ts';
import { overdueBlocks, ownItemBlocks } from '../sections/plan.ts';
import { ownSettings } from './own-settings.ts';
import { ownStepBlocks } from './own-steps.ts';
import { clientRow, ownClientLine, reviewRow, waitingRow } from './rows.ts';

/** A Home holds 100 blocks: with these it has 90 at most. What has no room is counted, and a button shows all of it. */
const MAX_WAITING = 10;
const MAX_CLIENTS = 30;
const MAX_REVIEWS = 8;
const MAX_OWN_CLIENTS = 30;

/** What is worth reading for it. */
export const HOME_ROOM: HomeRoom = { clients: MAX_CLIENTS, reviews: MAX_REVIEWS };

export type HomeModel = {
  readonly home: Home;
  /** Of the reader's clock, 0 to 23. */
  readonly hour: number;
};

/** The App Home: what waits for the reader, for managers every client and open review, then the reader's own clients and settings. */
export function renderHome({ home, hour }: HomeModel, t: Messages): HomeView {
  const { managed } = home;
  const blocks = [
    section(t.home.greeting[partOfDay(hour)](mention(home.userId))),
    ...waitingBlocks(home, t),
    ...ownItemBlocks(home.ownItems, home.today, t),
    ...ownStepBlocks(home.ownSteps, home.today, t),
    ...(managed === null
      ? []
      : [divider(), ...clientBlocks(managed, t), ...overdueBlocks(managed.overdue, t), ...reviewBlocks(managed, t)]),
    ...ownClientBlocks(home, t),
    divider(),
    ...ownSettings(home.own, t),
  ];
  return { type: 'home', blocks };
}

function partOfDay(hour: number): keyof Messages['home']['greeting'] {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

function waitingBlocks({ waiting, managed }: Home, t: Messages): KnownBlock[] {
  const texts = t.home;
  if (waiting.length === 0)
    return [section(managed === null ? join([texts.nothingWaits, texts.whatComes], ' ') : texts.nothingWaits)];
  return [
    title(texts.waiting(waiting.length)),
    ...waiting.slice(0, MAX_WAITING).map((item) => waitingRow(item, t)),
    ...foldRow('waiting', waiting.length, MAX_WAITING, t),
  ];
}

type Managed = NonNullable<Home['managed']>;

function clientBlocks({ clients, counts }: Managed, t: Messages): KnownBlock[] {
  const texts = t.home;
  const add = button({
    text: texts.button.newClient,
    actionId: ACTIONS.newClient,
    ...(counts.total === 0 ? { style: 'primary' as const } : {}),
  });
  const rare = [
    button({ text: texts.button.import, actionId: ACTIONS.openImport }),
    button({ text: texts.button.settings, actionId: ACTIONS.openSettings }),
  ];
  if (counts.total === 0)
    return [section(texts.clients.none), actions('home_clients', [add, ...rare, rehearsalButton(t)])];
  return [
    title(texts.clients.title(counts.total)),
    context(md`${countsLine(counts, t)}`),
    actions('home_clients', [startButton(texts.button.start, null), add, ...rare]),
    ...clients.slice(0, MAX_CLIENTS).map((client) => clientRow(client, t)),
    ...foldRow('clients', counts.total, MAX_CLIENTS, t),
  ];
}

/** "🔴 1 critical · 🟡 3 to watch · …": how many of each; what there is none of is left out. */
function countsLine(given: ClientCounts, t: Messages): string {
  const { counts } = t.home.clients;
  return (['critical', 'watch', 'healthy', 'none', 'falling'] as const)
    .flatMap((kind) => (given[kind] === 0 ? [] : [counts[kind](given[kind])]))
    .join(' · ');
}

function reviewBlocks({ reviews, reviewCount }: Managed, t: Messages): KnownBlock[] {
  if (reviewCount === 0) return [];
  return [
    title(t.home.reviews.title(reviewCount)),
    ...reviews.slice(0, MAX_REVIEWS).map((review) => reviewRow(review, t)),
    ...foldRow('reviews', reviewCount, MAX_REVIEWS, t),
  ];
}

/** Who is on no team is told so, unless they are a manager, who sees all clients above. */
function ownClientBlocks({ ownClients, managed }: Home, t: Messages): KnownBlock[] {
  const texts = t.home.ownClients;
  if (ownClients.length === 0) return managed === null ? [divider(), section(texts.none)] : [];
  const lines: Mrkdwn[] = ownClients.slice(0, MAX_OWN_CLIENTS).map((client) => ownClientLine(client, t));
  return [
    divider(),
    title(texts.title(ownClients.length)),
    ...sections(lines),
    ...foldRow('mine', ownClients.length, MAX_OWN_CLIENTS, t),
  ];
}

/** How many more there are, and the way to all of them. */
function foldRow(list: ListName, total: number, shown: number, t: Messages): KnownBlock[] {
  if (total <= shown) return [];
  const value = encodeListTarget({ list, page: 1, clientId: null });
  const all = button({ text: t.home.button.showAll(total), actionId: ACTIONS.openList, value });
  return [{ ...section(t.home.more(total - shown)), accessory: all }];
}
