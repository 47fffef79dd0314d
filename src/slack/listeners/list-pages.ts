import type { KnownBlock, ModalView } from '@slack/types';
import { type ClientPage, readClientPage } from '../../usecases/read-client-page.ts';
import { readEvidence } from '../../usecases/read-evidence.ts';
import { findHomeFacts, type Home, homeOf } from '../../usecases/read-home.ts';
import { section } from '../blocks/building-blocks.ts';
import { commentBlocks, lessonBlocks, pastReviewLine } from '../blocks/home/history-rows.ts';
import { clientRow, ownClientLine, reviewRow, waitingRow } from '../blocks/home/rows.ts';
import { ENTRIES_ON_A_PAGE, evidenceRow, withLogButton } from '../blocks/sections/evidence.ts';
import { ROWS_ON_A_PAGE, renderListView, TEXTS_ON_A_PAGE } from '../blocks/views/list-view.ts';
import type { ListName, ListTarget } from '../list-target.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { mayManageClient } from './may-manage.ts';

type Rows = readonly (readonly KnownBlock[])[];

/** A page of a list as it is now; null for what this person may not see. A page that is no more becomes the last one. */
export async function findListPage(ctx: ListenerContext, actor: Actor, target: ListTarget): Promise<ModalView | null> {
  const rows = await findRows(ctx, actor, target);
  if (rows === null) return null;
  const size = sizeOf(target.list);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(target.page, pages);
  const shown = rows.slice((page - 1) * size, page * size);
  const view = renderListView({ target: { ...target, page }, pages, rows: shown }, actor.t);
  return target.list === 'evidence' ? withLogButton(view, target.clientId, actor.t) : view;
}

function sizeOf(list: ListName): number {
  if (list === 'evidence') return ENTRIES_ON_A_PAGE;
  return list === 'lessons' || list === 'comments' ? TEXTS_ON_A_PAGE : ROWS_ON_A_PAGE;
}

async function findRows(ctx: ListenerContext, actor: Actor, { list, clientId }: ListTarget): Promise<Rows | null> {
  switch (list) {
    case 'waiting':
    case 'mine':
    case 'clients':
    case 'reviews': {
      const home = await findHome(ctx, actor);
      return home && rowsOfHome(home, list, actor);
    }
    case 'evidence':
      return findEvidenceRows(ctx, actor, clientId);
    default: {
      if (clientId === null || !actor.isManager) return null;
      const page = await readClientPage(ctx, { workspaceId: actor.workspaceId, clientId });
      return page && rowsOfClient(page, list, actor);
    }
  }
}

async function findEvidenceRows(ctx: ListenerContext, actor: Actor, clientId: string | null): Promise<Rows | null> {
  if (clientId === null || !(await mayManageClient(ctx, actor, clientId))) return null;
  const log = await readEvidence(ctx, { workspaceId: actor.workspaceId, clientId });
  return log?.entries.map((entry) => evidenceRow(entry, actor.t)) ?? null;
}

async function findHome(ctx: ListenerContext, actor: Actor): Promise<Home | null> {
  const facts = await findHomeFacts(ctx, actor);
  return facts && homeOf(ctx, facts, { ...actor, timeZone: actor.member.timeZone });
}

function rowsOfHome(
  { waiting, ownClients, managed }: Home,
  list: 'waiting' | 'mine' | 'clients' | 'reviews',
  { t }: Actor,
): Rows | null {
  switch (list) {
    case 'waiting':
      return waiting.map((item) => [waitingRow(item, t)]);
    case 'mine':
      return ownClients.map((client) => [section(ownClientLine(client, t))]);
    case 'clients':
      return managed?.clients.map((client) => [clientRow(client, t)]) ?? null;
    case 'reviews':
      return managed?.reviews.map((review) => [reviewRow(review, t)]) ?? null;
  }
}

function rowsOfClient(page: ClientPage, list: 'history' | 'lessons' | 'comments', { t }: Actor): Rows {
  switch (list) {
    case 'history':
      return page.reviews.map((review) => [section(pastReviewLine(review, t))]);
    case 'lessons':
      return page.lessons.map(lessonBlocks);
    case 'comments':
      return (page.comments?.texts ?? []).map(commentBlocks);
  }
}
