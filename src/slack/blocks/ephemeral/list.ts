import type { KnownBlock } from '@slack/types';
import { CLIENT_STATUSES, type ClientStatus } from '../../../domain/client.ts';
import { bold, join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import { isOpen, REVIEW_STATES } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { capitalised, context, section, sections } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { commandCode } from './command-code.ts';
import { foldLine } from './fold-line.ts';
import { type ListedReview, reviewLine } from './review-line.ts';

/** Slack refuses messages over some 13 kB; together with what stands around them these stay under 10. */
const MAX_REVIEWS_BYTES = 5500;
const MAX_CLIENTS_BYTES = 2600;

export type ListModel = {
  readonly reviews: readonly ListedReview[];
  readonly clients: readonly { readonly name: string; readonly status: ClientStatus }[];
};

/** Where everything stands: open reviews first, then those that wait for a decision, then all clients by status. What has no room is counted. */
export function renderList({ reviews, clients }: ListModel, t: Messages): RenderedMessage {
  const texts = t.commands.list;
  const open = reviews.filter(({ state }) => isOpen(state)).length;
  return {
    text: texts.text({ open, total: clients.length }),
    blocks: [
      ...sections(reviewLines(reviews, t)),
      ...clientBlocks(clients, t),
      ...(clients.length > 0 ? [context(texts.more(commandCode(`status <${t.commands.help.namePlaceholder}>`)))] : []),
    ],
  };
}

function reviewLines(reviews: readonly ListedReview[], t: Messages): Mrkdwn[] {
  const texts = t.commands.list;
  if (reviews.length === 0) return [texts.noReviews];
  const rank = ({ state }: ListedReview) => (isOpen(state) ? 0 : REVIEW_STATES.indexOf(state));
  const lines = [...reviews]
    .sort((a, b) => rank(a) - rank(b) || endOf(a) - endOf(b))
    .map((review) => () => md`• ${bold(review.clientName)} · ${safe(reviewLine(review, t))}`);
  return [texts.reviews, ...foldLine({ items: lines, maxBytes: MAX_REVIEWS_BYTES, more: texts.moreReviews })];
}

function endOf({ phaseEndsAt }: ListedReview): number {
  return phaseEndsAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function clientBlocks(clients: ListModel['clients'], t: Messages): KnownBlock[] {
  const texts = t.commands.list;
  if (clients.length === 0) return [section(texts.noClients)];
  const statuses = CLIENT_STATUSES.map((status) => ({ status, own: clients.filter((c) => c.status === status) }));
  const shown = statuses.filter(({ own }) => own.length > 0);
  const maxBytes = Math.floor(MAX_CLIENTS_BYTES / shown.length);
  const collator = new Intl.Collator(t.forms.locale, { numeric: true });
  const lines = shown.map(({ status, own }) => {
    const names = own.map(({ name }) => name).sort(collator.compare);
    const heading = texts.withStatus({ status: capitalised(t.vocabulary.status[status]), count: own.length });
    const folded = foldLine({ items: names.map((name) => () => md`${name}`), maxBytes, more: texts.moreClients });
    return md`${safe(heading)} ${safe(join(folded, ' · '))}`;
  });
  return [section(join([texts.clients, ...lines]))];
}
