import type { Answer, Concerns, Frequency, Severity } from './answer.ts';
import type { SignalChoice } from './signals.ts';

/** What a statement is: a complaint, a positive, or one of the three parts of a lesson. */
export const STATEMENT_KINDS = [
  'complaint',
  'positive',
  'lesson_relationship',
  'lesson_learned',
  'lesson_elsewhere',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The questions whose answers are words. */
export type WordPhase = 'complaints' | 'positives' | 'lessons';
export const WORD_PHASES: readonly WordPhase[] = ['complaints', 'positives', 'lessons'];

/** One thing that was said. authorId is null in a private review, always. */
export type Said = {
  readonly kind: StatementKind;
  readonly text: string;
  readonly signals: readonly SignalChoice[];
  readonly severity: Severity | null;
  readonly frequency: Frequency | null;
  readonly concerns: Concerns | null;
  readonly authorId: string | null;
};

/** Why single things that a message says are hidden, by their place in it, from 0. The words themselves are not in the message. */
export type HiddenReasons = Readonly<Record<number, string>>;

/** Fewer people than this and words could point at their author: they are counted, not shown (method 3). */
export const MIN_PEOPLE_FOR_WORDS = 3;

const plain = (kind: StatementKind, text: string, authorId: string | null): Said => ({
  kind,
  text,
  signals: [],
  severity: null,
  frequency: null,
  concerns: null,
  authorId,
});

/** The single things that an answer says, in the order they were written; a vote and "nothing to say" give none. */
export function statementsOf(answer: Answer, authorId: string | null): Said[] {
  switch (answer.phase) {
    case 'complaints':
      return answer.complaints.map((c) => ({ kind: 'complaint', ...c, authorId }));
    case 'positives':
      return answer.text === null ? [] : [plain('positive', answer.text, authorId)];
    case 'lessons': {
      const parts: [StatementKind, string | null][] = [
        ['lesson_relationship', answer.relationship],
        ['lesson_learned', answer.learned],
        ['lesson_elsewhere', answer.elsewhere],
      ];
      return parts.flatMap(([kind, text]) => (text === null ? [] : [plain(kind, text, authorId)]));
    }
    case 'vote':
      return [];
  }
}

/** The question a statement answers. */
export function phaseOfStatement(kind: StatementKind): WordPhase {
  if (kind === 'complaint') return 'complaints';
  return kind === 'positive' ? 'positives' : 'lessons';
}
