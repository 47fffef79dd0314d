import { intakeRisks } from '../intake.ts';
import type { HealthWeek } from '../pulse.ts';
import { mondayOf } from '../pulse-week.ts';
import { isOpen } from '../review.ts';
import { phaseOfStatement, type Said, type WordPhase } from '../statement.ts';
import type { RecordedParting, RecordedReview, RecordedVerdict } from './client-record.ts';
import type { ClientExport } from './plan-client-export.ts';
import { shownFigures } from './shown-figures.ts';
import { shownWeek } from './shown-week.ts';

/** Raised when a key is renamed, taken away or means something else; a new key does not raise it. */
export const EXPORT_FORMAT = 1;

/**
 * The whole record as JSON, in the keys of docs/export.md. Every key is always there, null where nothing is known; instants are UTC, days
 * are YYYY-MM-DD, people are Slack ids whose names stand in `people`.
 */
export function exportJson(record: ClientExport): string {
  const { client, usualCurrency, timeZone, exportedAt, intake, reviews, partings, evidence, weeks, names } = record;
  const risks = intakeRisks(intake);
  const { id, name, status, isArchived, monthlyRevenue, revenueShare, contractEnd, noticeDays, language } = client;
  return JSON.stringify(
    {
      format: EXPORT_FORMAT,
      exportedAt,
      timeZone,
      client: {
        ...{ id, name, status, isArchived, monthlyRevenue, currency: client.currency ?? usualCurrency, revenueShare },
        ...{ contractEnd, noticeDays, language, hasPulse: client.hasPulse, channelId: client.channelId },
        ...{ managerIds: client.managerIds, userGroup: client.userGroup?.name ?? null },
        team: client.team.map(({ userId, role }) => ({ userId, role })),
      },
      intake: intake && { answers: intake, missing: risks.kind === 'filled' ? risks.missing : [] },
      reviews: reviews.map(reviewOf),
      partings: partings.map(partingOf),
      evidence: evidence.map(({ clientId: _, ...entry }) => entry),
      health: weeks.map(weekOfExport),
      people: [...names].map(([userId, called]) => ({ id: userId, name: called })),
    },
    null,
    2,
  );
}

function reviewOf(review: RecordedReview) {
  const { id, mode, state, question, facilitatorId, startedAt, closedAt, decisions, outcomes, plan } = review;
  const said = (phase: WordPhase) => review.said.filter(({ kind }) => phaseOfStatement(kind) === phase).map(saidOf);
  return {
    ...{ id, mode, state, isOpen: isOpen(state), question, facilitatorId, startedAt, closedAt },
    said: { complaints: said('complaints'), positives: said('positives'), lessons: said('lessons') },
    verdicts: review.verdicts.map((verdict) => verdictOf(verdict, review)),
    ...{ decisions, outcomes, plan },
    items: review.items.map(({ clientId: _, reviewId: __, giving: ___, version: ____, ...item }) => item),
    meetings: review.meetings.map(({ clientId: _, reviewId: __, version: ___, ...meeting }) => meeting),
  };
}

function saidOf({ kind, text, signals, severity, frequency, concerns, authorId }: Said) {
  return { kind, text, signals, severity, frequency, concerns, authorId };
}

function verdictOf({ version, at, verdict, figures }: RecordedVerdict, { mode }: RecordedReview) {
  return {
    ...{ version, at, stance: verdict.stance, mode: verdict.mode, confidence: verdict.confidence.level },
    ...{ verifyFirst: verdict.verifyFirst, cannotAffordToPart: verdict.adjusted !== null },
    reasons: verdict.reasons,
    figures: shownFigures(figures, mode),
  };
}

function partingOf({ playbook, steps, notices }: RecordedParting) {
  const { clientId: _, ...rest } = playbook;
  return {
    ...rest,
    steps: steps.map(({ version: _version, isDateOwn: _own, giving: _giving, ...step }) => step),
    notices,
  };
}

function weekOfExport(week: HealthWeek) {
  const { asked, respondents, health, band, trend, comments } = week;
  return { weekOf: mondayOf(week.week), asked, respondents, health, band, trend, comments, ...shownWeek(week) };
}
