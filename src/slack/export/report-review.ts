import type { RecordedReview, RecordedVerdict } from '../../domain/export/client-record.ts';
import { type Markdown, quoteMarkdown } from '../../domain/export/markdown.ts';
import { shownFigures } from '../../domain/export/shown-figures.ts';
import type { ClientMeeting } from '../../domain/meeting/client-meeting.ts';
import type { PlanItem } from '../../domain/plan/plan-item.ts';
import { isOpen } from '../../domain/review.ts';
import { phaseOfStatement, type Said, WORD_PHASES } from '../../domain/statement.ts';
import { capitalised } from '../blocks/building-blocks.ts';
import { complaintCaption } from '../blocks/statement-caption.ts';
import { whyTexts } from '../blocks/summary-why.ts';
import { heading, label, line, list, quoted, type ReportWords } from './report-parts.ts';

/** One review: its head, the verdict with its reasons, what was decided and why, what was said, and what came of it. */
export function reviewSections(review: RecordedReview, words: ReportWords): Markdown[] {
  const { t, dayOf, nameOf } = words;
  const { report } = t.clientExport;
  if (isOpen(review.state)) return [heading(3, report.openReview(dayOf(review.startedAt))), line(report.openNote)];
  const newest = review.verdicts.at(-1)?.verdict.mode;
  const verdict = newest === undefined ? report.noVerdict : t.summary.shortVerdict[newest];
  return [
    heading(3, report.review(dayOf(review.closedAt ?? review.startedAt), verdict)),
    line(report.mode[review.mode]),
    ...list([report.facilitator(nameOf(review.facilitatorId)), ...figureLines(review, words)]),
    ...quoted(report.question, review.question),
    ...review.verdicts.flatMap((one) => verdictSections(one, review, words)),
    ...decisionSections(review, words),
    ...WORD_PHASES.flatMap((phase) => {
      const said = review.said.filter(({ kind }) => phaseOfStatement(kind) === phase);
      return said.length === 0
        ? []
        : [heading(4, report.said[phase]), ...said.flatMap((one) => saidSections(one, words))];
    }),
    ...planSections(review.items, words),
    ...review.meetings.flatMap((meeting) => meetingSections(meeting, words)),
    ...outcomeSections(review, words),
  ];
}

/** The figures of the first verdict: later ones rest on the same answers. */
function figureLines({ verdicts, mode }: RecordedReview, { t }: ReportWords): string[] {
  const { report } = t.clientExport;
  const [first] = verdicts;
  if (!first) return [];
  const { invited, tookPart, pressure, votes, hoursPerWeek, positives } = shownFigures(first.figures, mode);
  const isWithheld = pressure === null || votes === null || positives === null;
  return [
    t.summary.tookPart(tookPart, invited),
    ...(pressure === null ? [] : [report.pressure(pressure)]),
    ...(votes === null ? [] : [report.votes(votes.keep, votes.part, votes.unsure)]),
    ...(hoursPerWeek === null || hoursPerWeek === 0 ? [] : [report.hours(hoursPerWeek)]),
    ...(isWithheld ? [report.withheld] : []),
  ];
}

function verdictSections(
  { version, at, verdict, figures }: RecordedVerdict,
  { verdicts }: RecordedReview,
  { t, dayOf }: ReportWords,
): Markdown[] {
  const { report } = t.clientExport;
  const title = verdicts.length === 1 ? report.verdict : report.verdictVersion(version, dayOf(at));
  const confidence = t.summary.confidence.heading[verdict.confidence.level];
  return [
    heading(4, title),
    line(`${t.summary.shortVerdict[verdict.mode]}. ${confidence}.`),
    ...(verdict.adjusted === null ? [] : [line(t.meeting.again.adjustmentBegins)]),
    ...list(whyTexts({ verdict, figures }, t)),
  ];
}

function decisionSections({ decisions }: RecordedReview, { t, nameOf, dayOf }: ReportWords): Markdown[] {
  const { report } = t.clientExport;
  if (decisions.length === 0) return [heading(4, report.decision), line(report.undecided)];
  return decisions.flatMap(({ choice, decidedBy, decidedAt, hardStop, rationale }) => [
    heading(4, report.decision),
    line(report.decided(capitalised(t.vocabulary.choice[choice]), nameOf(decidedBy), dayOf(decidedAt))),
    ...(hardStop === null ? [] : [line(report.hardStop[hardStop])]),
    ...(rationale === null ? [] : [quoteMarkdown(rationale)]),
  ]);
}

/** What somebody said, word for word; above it what it is about, and who said so in an open review. */
function saidSections(said: Said, { t, nameOf }: ReportWords): Markdown[] {
  const isLesson = phaseOfStatement(said.kind) === 'lessons';
  const kind = isLesson ? t.thread.lessonPart[LESSON_PARTS[said.kind] ?? 'learned'] : complaintCaption(said, t);
  const caption = [...(said.authorId === null ? [] : [nameOf(said.authorId)]), ...(kind === '' ? [] : [kind])];
  return [...(caption.length === 0 ? [] : [line(caption.join(' · '))]), quoteMarkdown(said.text)];
}

const LESSON_PARTS: Partial<Record<Said['kind'], 'relationship' | 'learned' | 'elsewhere'>> = {
  lesson_relationship: 'relationship',
  lesson_learned: 'learned',
  lesson_elsewhere: 'elsewhere',
};

function planSections(items: readonly PlanItem[], { t, nameOf }: ReportWords): Markdown[] {
  const { report } = t.clientExport;
  const lines = items.map(({ text, ownerId, dueOn, state, reason }) => {
    const why = reason === null ? '' : `; ${report.itemReason(reason)}`;
    return `${text} (${report.item(nameOf(ownerId), dueOn, t.plan.state[state])}${why})`;
  });
  return items.length === 0 ? [] : [heading(4, report.plan), ...list(lines)];
}

function meetingSections({ startsAt, place, state, record }: ClientMeeting, { t, dayOf }: ReportWords): Markdown[] {
  const { report } = t.clientExport;
  const head = heading(4, report.meeting(dayOf(startsAt), t.meeting.state[state]));
  const where = list(place === '' ? [] : [report.place(place)]);
  if (record === null) return [head, ...where];
  return [
    head,
    ...where,
    ...quoted(report.theirView, record.theirView),
    ...quoted(report.ourView, record.ourView),
    ...list([
      report.heardUs(t.meeting.heardUs[record.heardUs]),
      report.willing(t.meeting.willing[record.willingToMend]),
    ]),
    ...quoted(report.agreed, record.agreed),
  ];
}

function outcomeSections({ outcomes }: RecordedReview, { t }: ReportWords): Markdown[] {
  if (outcomes.length === 0) return [];
  return [
    heading(4, t.clientExport.report.outcome),
    ...outcomes.flatMap(({ day, answer, why }) => quotedOutcome(t.outcome.history[answer](day), why)),
  ];
}

function quotedOutcome(says: string, why: string | null): Markdown[] {
  return why === null ? [label(says)] : quoted(says, why);
}
