import { type Answer, type Complaint, MAX_ANSWER_LENGTH, MAX_COMPLAINTS } from './answer.ts';
import type { WordPhase } from './statement.ts';

/** Why a message in the thread of a review, or a change of one, was not taken as an answer. */
export const REPLY_REFUSALS = [
  'review_closed',
  'not_invited',
  'private',
  'vote_by_button',
  'no_words',
  'too_long',
  'too_many',
  'edit_too_long',
  'changed_in_form',
] as const;
export type ReplyRefusal = (typeof REPLY_REFUSALS)[number];

/** What a change of words makes of an answer. `empty`: nothing is left of it. `not_found`: its words are others by now. */
export type Reworded =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'empty' | 'not_found' | 'too_long' | 'too_many' };

/**
 * What a typed complaint carries until its author says more: no kind of trouble, which has no weight, and the mildest of the
 * rest, so that nobody is made to have said something worse than they wrote.
 */
export const UNTAGGED = { signals: ['other'], severity: 1, frequency: 'once', concerns: null } as const;

/** True for a complaint that was typed and about which nothing else has been said. */
export function isUntagged({ signals, severity, frequency, concerns }: Complaint): boolean {
  const hasNoKind = signals.length === 1 && signals[0] === 'other';
  return hasNoKind && severity === UNTAGGED.severity && frequency === UNTAGGED.frequency && concerns === null;
}

/**
 * The answer with one more thing said: one more complaint, or a further line of the good thing or of what was learned. Words
 * replace "nothing to complain about", "I cannot name one" and "nothing to add". `text` is not empty.
 */
export function addWords(phase: WordPhase, answer: Answer | null, text: string): Reworded {
  switch (phase) {
    case 'complaints': {
      const before = answer?.phase === 'complaints' ? answer.complaints : [];
      if (before.length >= MAX_COMPLAINTS) return { kind: 'too_many' };
      return fitting({ phase, complaints: [...before, { text, ...UNTAGGED }] });
    }
    case 'positives': {
      const before = answer?.phase === 'positives' ? answer.text : null;
      return fitting({ phase, text: before === null ? text : `${before}\n${text}` });
    }
    case 'lessons': {
      const none = { phase, relationship: null, learned: null, elsewhere: null };
      const before = answer?.phase === 'lessons' ? answer : none;
      return fitting({ ...before, learned: before.learned === null ? text : `${before.learned}\n${text}` });
    }
  }
}

/** The answer with the words `from`, found as a complaint or as whole lines, replaced by `to`; an empty `to` takes them out. */
export function replaceWords(answer: Answer, from: string, to: string): Reworded {
  switch (answer.phase) {
    case 'complaints': {
      const at = answer.complaints.findIndex(({ text }) => text === from);
      if (at < 0) return { kind: 'not_found' };
      const complaints = answer.complaints.flatMap((one, i) =>
        i !== at ? [one] : to === '' ? [] : [{ ...one, text: to }],
      );
      return complaints.length === 0 ? { kind: 'empty' } : fitting({ ...answer, complaints });
    }
    case 'positives': {
      const text = replaceLines(answer.text, from, to);
      if (text === null) return { kind: 'not_found' };
      return text === '' ? { kind: 'empty' } : fitting({ ...answer, text });
    }
    case 'lessons': {
      const text = replaceLines(answer.learned, from, to);
      if (text === null) return { kind: 'not_found' };
      const isEmpty = text === '' && answer.relationship === null && answer.elsewhere === null;
      return isEmpty ? { kind: 'empty' } : fitting({ ...answer, learned: text === '' ? null : text });
    }
    case 'vote':
      return { kind: 'not_found' };
  }
}

/**
 * True when every word of an answer stands in the thread already, in the author's own messages `replies`, and nothing was said
 * about any complaint: a copy by the app would repeat it. False for "nothing to say", which no message says.
 */
export function isOnlyTyped(answer: Answer, replies: readonly string[]): boolean {
  switch (answer.phase) {
    case 'complaints': {
      const isTyped = (complaint: Complaint) => isUntagged(complaint) && replies.includes(complaint.text);
      return answer.complaints.length > 0 && answer.complaints.every(isTyped);
    }
    case 'positives':
      return consistsOf(answer.text, replies);
    case 'lessons':
      return answer.relationship === null && answer.elsewhere === null && consistsOf(answer.learned, replies);
    case 'vote':
      return false;
  }
}

function fitting(answer: Answer): Reworded {
  const texts =
    answer.phase === 'complaints'
      ? answer.complaints.map(({ text }) => text)
      : answer.phase === 'positives'
        ? [answer.text]
        : answer.phase === 'lessons'
          ? [answer.learned]
          : [];
  const isTooLong = texts.some((text) => (text ?? '').length > MAX_ANSWER_LENGTH);
  return isTooLong ? { kind: 'too_long' } : { kind: 'answer', answer };
}

/** Null where `from` does not stand there as whole lines. */
function replaceLines(text: string | null, from: string, to: string): string | null {
  const lines = text?.split('\n') ?? [];
  const wanted = from.split('\n');
  const at = lines.findIndex((_, i) => wanted.every((line, j) => lines[i + j] === line));
  if (at < 0) return null;
  lines.splice(at, wanted.length, ...(to === '' ? [] : to.split('\n')));
  return lines.join('\n');
}

function consistsOf(text: string | null, replies: readonly string[]): boolean {
  if (text === null) return false;
  // The longest first: a short reply may stand inside a longer one.
  const longestFirst = [...replies].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, reply) => replaceLines(rest, reply, '') ?? rest, text) === '';
}
