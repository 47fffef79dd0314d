import { type Cases, nothing, refused } from './case.ts';
import { AT, DECISION, FIGURES, STATEMENT, VERDICT } from './filling.ts';

/** What comes of the stores of what is kept for good with the ids of another workspace. */
export const RECORD_CASES = {
  'records.saveStatements': {
    run: (stores, subject) => stores.records.saveStatements(subject, [STATEMENT]),
    gives: refused,
  },
  'records.addStatement': {
    run: (stores, subject) => stores.records.addStatement(subject, '5b8f2f0e-0d5f-4a76-9d0e-3f6f6f1f0a11', STATEMENT),
    gives: refused,
  },
  'records.listStatements': { run: (stores, { reviewId }) => stores.records.listStatements(reviewId), gives: [] },
  'records.saveVerdict': {
    run: (stores, subject) =>
      stores.records.saveVerdict(subject, { version: 2, figures: FIGURES, verdict: VERDICT, createdAt: AT }),
    gives: refused,
  },
  'records.findVerdict': { run: (stores, { reviewId }) => stores.records.findVerdict(reviewId), gives: null },
  'records.findPreviousPressure': {
    run: (stores, { clientId }) => stores.records.findPreviousPressure(clientId, new Date(0)),
    gives: null,
  },
  'records.saveDecision': {
    run: (stores, subject) => stores.records.saveDecision(subject, { ...DECISION, verdictVersion: 2 }),
    gives: refused,
  },
  'records.findDecision': { run: (stores, { reviewId }) => stores.records.findDecision(reviewId), gives: null },
  'audit.add': {
    run: (stores) => stores.audit.add({ actorId: 'U1', action: 'review_closed', subject: 'x', details: null, at: AT }),
    gives: nothing,
  },
  'audit.findLatest': { run: (stores) => stores.audit.findLatest('review_started'), gives: null },
  'audit.list': { run: (stores) => stores.audit.list(), gives: [] },
} satisfies Cases;
