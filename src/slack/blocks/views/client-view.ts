import type { Button, ImageBlock, KnownBlock, ModalView } from '@slack/types';
import { join } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientPage } from '../../../usecases/read-client-page.ts';
import type { ClientPicture } from '../../client-charts.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodeListTarget, type ListName } from '../../list-target.ts';
import { actions, button, divider, plain, section, sections, title } from '../building-blocks.ts';
import { factLines, restoreButton, teamBlocks } from '../ephemeral/client-page.ts';
import { startButton } from '../ephemeral/start-button.ts';
import { healthRows } from '../home/health-rows.ts';
import { commentBlocks, pastReviewLine } from '../home/history-rows.ts';
import { evidenceSection } from '../sections/evidence.ts';
import { intakeSection } from '../sections/intake.ts';
import { clientMeetingButtons } from '../sections/meeting.ts';
import { partingSection, reopenButtons } from '../sections/parting.ts';
import { planSection } from '../sections/plan.ts';

const MAX_REVIEWS = 5;
const MAX_COMMENTS = 3;

/**
 * The page of a client for managers: how it stands, what can be done, health week by week, comments, past reviews, lessons, and what
 * is set up. What has no room is behind a button that says how much there is. The chart comes above its figures once Slack has it.
 */
export function renderClientView(page: ClientPage, t: Messages, picture: ClientPicture | null = null): ModalView {
  const { client, openReview } = page;
  const texts = t.home.page;
  const heading = [
    texts.status(t.vocabulary.status[client.status]),
    ...(client.isArchived ? [t.clientSetup.page.archived] : []),
    ...(openReview === null ? [] : [texts.openReview(t.vocabulary.state[openReview.state])]),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.clientPage,
    title: plain(texts.title),
    close: plain(t.forms.button.close),
    private_metadata: client.id,
    blocks: [
      title(client.name),
      section(join(heading)),
      actions('client_page', pageButtons(page, t)),
      ...planSection(page.planItems, page, t),
      ...partingSection(page.parting, t),
      title(texts.health),
      ...(picture === null ? [] : [chartImage(picture)]),
      ...sections(healthRows(page.weeks, t)),
      ...commentsOf(page, t),
      title(texts.reviews),
      ...reviewsOf(page, t),
      ...lessonsOf(page, t),
      ...intakeSection(client, page.intake, t),
      evidenceSection(client.id, page.evidence, t),
      divider(),
      ...teamBlocks(client, t),
      ...sections(factLines(page, t)),
    ],
  };
}

function chartImage({ fileId, altText }: ClientPicture): ImageBlock {
  return { type: 'image', slack_file: { id: fileId }, alt_text: altText };
}

function pageButtons({ client, openReview, reviews }: ClientPage, t: Messages): Button[] {
  if (client.isArchived) return [restoreButton(client.id, t)];
  const { page } = t.clientSetup;
  const edit = button({ text: page.edit, actionId: ACTIONS.editClient, value: client.id });
  // One review at a time: while one is open, another would be refused, and one of a client that we have parted with as well.
  const meet = reviews.length === 0 ? [] : clientMeetingButtons(client, t);
  const rest = [...meet, edit, ...reopenButtons(client, t)];
  const mayStart = openReview === null && client.status !== 'parted';
  return mayStart ? [startButton(page.start, client.name), ...rest] : rest;
}

function commentsOf({ client, comments }: ClientPage, t: Messages): KnownBlock[] {
  const { page } = t.home;
  if (comments === null || comments.count === 0) return [];
  const { count, texts } = comments;
  if (texts.length === 0) return [section(page.fewComments(count))];
  return [
    section(page.comments(count)),
    ...texts.slice(0, MAX_COMMENTS).flatMap(commentBlocks),
    ...foldRow('comments', client.id, { total: texts.length, shown: MAX_COMMENTS }, t),
  ];
}

function reviewsOf({ client, reviews }: ClientPage, t: Messages): KnownBlock[] {
  if (reviews.length === 0) return [section(t.home.page.noReviews)];
  return [
    ...sections(reviews.slice(0, MAX_REVIEWS).map((review) => pastReviewLine(review, t))),
    ...foldRow('history', client.id, { total: reviews.length, shown: MAX_REVIEWS }, t),
  ];
}

function lessonsOf({ client, lessons }: ClientPage, t: Messages): KnownBlock[] {
  if (lessons.length === 0) return [];
  const value = encodeListTarget({ list: 'lessons', page: 1, clientId: client.id });
  const read = button({ text: t.home.page.readLessons, actionId: ACTIONS.openList, value });
  return [{ ...section(t.home.page.lessons(lessons.length)), accessory: read }];
}

function foldRow(
  list: ListName,
  clientId: string,
  { total, shown }: { readonly total: number; readonly shown: number },
  t: Messages,
): KnownBlock[] {
  if (total <= shown) return [];
  const value = encodeListTarget({ list, page: 1, clientId });
  const all = button({ text: t.home.button.showAll(total), actionId: ACTIONS.openList, value });
  return [{ ...section(t.home.more(total - shown)), accessory: all }];
}
