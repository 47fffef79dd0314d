import { CLIENT_STATUSES } from '../../../../src/domain/client.ts';
import { REVIEW_STATES } from '../../../../src/domain/review.ts';
import type { ListModel } from '../../../../src/slack/blocks/ephemeral/list.ts';
import type { ListedReview } from '../../../../src/slack/blocks/ephemeral/review-line.ts';

export const review: ListedReview = {
  clientName: 'Northwind',
  state: 'complaints',
  phase: 'complaints',
  phaseEndsAt: new Date('2026-11-26T16:00:00Z'),
  answered: 4,
  invited: 7,
  mode: 'private',
  channelId: 'C1',
  isPaused: false,
  cardUrl: 'https://agency.slack.com/archives/C1/p1',
};

const longName = (i: number) => `${'Щ&<'.repeat(26)}${i}`;

/** Fifty reviews and two hundred clients with the longest names. */
export const largest: ListModel = {
  reviews: Array.from({ length: 50 }, (_, i) => ({
    ...review,
    clientName: longName(i),
    state: REVIEW_STATES[i % REVIEW_STATES.length] ?? 'closed',
  })),
  clients: Array.from({ length: 200 }, (_, i) => ({ name: longName(i), status: CLIENT_STATUSES[i % 4] ?? 'active' })),
};
