import { isOpen } from '../review.ts';
import type { Said } from '../statement.ts';
import type { ClientRecord, RecordedReview } from './client-record.ts';

/** A record that may leave the workspace, with the people it names. Made by `planClientExport` only. */
export type ClientExport = ClientRecord & {
  /** By Slack id; somebody whom Slack cannot tell stands under their id. */
  readonly names: ReadonlyMap<string, string>;
};

/**
 * What of a record may be exported (product: private means private). Of a review that is open, only that it is: in a private one not
 * even how many have answered. What was said in a private review has no author, whatever is stored, and stands by its letters, an
 * order that tells nothing of who said it or when.
 */
export function planClientExport(record: ClientRecord): ClientRecord {
  return { ...record, reviews: record.reviews.map(exportable) };
}

/** The Slack ids of everybody whom an exported record names, each once. */
export function peopleIn({ client, reviews, partings, evidence }: ClientRecord): string[] {
  const ids = [
    ...client.managerIds,
    ...client.team.map(({ userId }) => userId),
    ...reviews.flatMap(peopleInReview),
    ...partings.flatMap(({ playbook, steps, notices }) => [
      playbook.startedById,
      ...steps.map(({ ownerId }) => ownerId),
      ...notices.map(({ savedById }) => savedById),
    ]),
    ...evidence.map(({ loggedById }) => loggedById),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

function exportable(review: RecordedReview): RecordedReview {
  if (isOpen(review.state))
    return { ...review, said: [], verdicts: [], decisions: [], outcomes: [], plan: null, items: [], meetings: [] };
  return review.mode === 'private' ? { ...review, said: withoutAuthors(review.said) } : review;
}

function withoutAuthors(said: readonly Said[]): Said[] {
  const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return said
    .map((one): Said => ({ ...one, authorId: null }))
    .sort((a, b) => order(a.kind, b.kind) || order(a.text, b.text) || order(JSON.stringify(a), JSON.stringify(b)));
}

function peopleInReview({ facilitatorId, said, decisions, outcomes, plan, items, meetings }: RecordedReview) {
  return [
    facilitatorId,
    ...said.map(({ authorId }) => authorId),
    ...decisions.map(({ decidedBy }) => decidedBy),
    ...outcomes.map(({ answeredBy }) => answeredBy),
    plan?.madeById ?? null,
    ...items.flatMap(({ ownerId, givenById, closedById }) => [ownerId, givenById, closedById]),
    ...meetings.flatMap(({ plannedById, recordedById, attendeeIds }) => [plannedById, recordedById, ...attendeeIds]),
  ];
}
