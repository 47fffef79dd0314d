import { type AmountInCurrency, amountsByCurrency } from '../evidence/amounts-by-currency.ts';
import { currentEntries } from '../evidence/current-entries.ts';
import type { EvidenceEntry } from '../evidence/evidence.ts';
import type { Language } from '../language.ts';
import { WEIGHTED_SIGNAL_IDS, type WeightedSignalId } from '../signals.ts';
import type { Channel } from './channel-choice.ts';
import { isNoticeTooLate } from './end-date.ts';
import type { PartingMode } from './parting-steps.ts';

/** A notice gives a few reasons, not a list of everything. */
export const MAX_NOTICE_REASONS = 3;
export const MAX_NOTICE_DATES = 5;

/**
 * What a client can be told without looking like blame: matters of record. How the team feels is not among them; it stays with us
 * (method 6: reasons as facts).
 */
export const NOTICE_SIGNALS = [
  'non_payment',
  'late_payment',
  'low_pay',
  'price_pressure',
  'no_contract',
  'broken_agreements',
  'scope_creep',
  'unrealistic_expectations',
  'off_hours',
  'attention_drain',
] as const satisfies readonly WeightedSignalId[];
export type NoticeSignal = (typeof NOTICE_SIGNALS)[number];

/** One reason: what happened, when, and what it was about in money. */
export type NoticeReason = {
  readonly signal: NoticeSignal;
  /** Oldest first; the last ones where there are many. */
  readonly dates: readonly string[];
  readonly amounts: readonly AmountInCurrency[];
};

/** Everything a notice says, in no language yet. The texts are made in the client's language, edited and sent by a person. */
export type NoticeDraft = {
  readonly channel: Channel;
  readonly mode: PartingMode;
  readonly language: Language;
  readonly clientName: string;
  readonly companyName: string;
  /** Who signs. */
  readonly senderName: string;
  readonly writtenOn: string;
  readonly endOn: string;
  /** Null where no notice period is known, or it is not kept: then the letter does not speak of one. */
  readonly noticeDays: number | null;
  readonly reasons: readonly NoticeReason[];
  /** Somebody of the team could name something good: the thanks say so. The words stay with us. */
  readonly isThankful: boolean;
  /** Whether we offer help with the transition: always when planned, never after a hard stop. */
  readonly offersTransition: boolean;
};

export type NoticeFacts = Omit<NoticeDraft, 'reasons' | 'isThankful' | 'offersTransition'> & {
  readonly evidence: readonly EvidenceEntry[];
  readonly positivesNamed: number;
};

/**
 * The draft of a notice from the record (method 6): reasons as dated facts of the evidence log, thanks, the end date, an offer to help
 * with the transition, and no blame. Nothing of the review's answers is in it, open or private; no words of the log either, since they
 * were written for us, and nothing about a hard stop, which is for the lawyer's letter. Without such facts it gives no reasons.
 */
export function planNotice({ evidence, positivesNamed, ...facts }: NoticeFacts): NoticeDraft {
  const isPlanned = facts.mode === 'planned';
  return {
    ...facts,
    noticeDays: isNoticeTooLate(facts.endOn, facts.noticeDays, facts.writtenOn) ? null : facts.noticeDays,
    reasons: isPlanned ? reasonsOf(evidence) : [],
    isThankful: positivesNamed > 0 && isPlanned,
    offersTransition: isPlanned,
  };
}

/** By kind: most often first, of equals the weightier in the catalogue's order. */
function reasonsOf(evidence: readonly EvidenceEntry[]): NoticeReason[] {
  const entries = currentEntries(evidence).map(({ entry }) => entry);
  const bySignal = WEIGHTED_SIGNAL_IDS.filter(isNoticeSignal).map((signal) => ({
    signal,
    of: entries.filter((entry) => entry.signal === signal).reverse(),
  }));
  return bySignal
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length)
    .slice(0, MAX_NOTICE_REASONS)
    .map(({ signal, of }) => ({
      signal,
      dates: [...new Set(of.map(({ happenedOn }) => happenedOn))].slice(-MAX_NOTICE_DATES),
      amounts: amountsByCurrency(of),
    }));
}

function isNoticeSignal(id: WeightedSignalId): id is NoticeSignal {
  return NOTICE_SIGNALS.some((one) => one === id);
}

/** No longer than a file that anybody reads. */
export const MAX_NOTICE_LENGTH = 12_000;
export type NoticeRefusal = 'notice_empty' | 'notice_too_long';

/** Why an edited notice cannot be kept; null when it can. */
export function noticeRefusal(text: string): NoticeRefusal | null {
  if (text.trim() === '') return 'notice_empty';
  return text.length > MAX_NOTICE_LENGTH ? 'notice_too_long' : null;
}
