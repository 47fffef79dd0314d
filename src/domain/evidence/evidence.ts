import { accepted, type Checked, refused } from '../checked.ts';
import { parseDay } from '../days-off.ts';
import { SIGNAL_IDS, type SignalChoice } from '../signals.ts';

/** As long as one field of a form can be. A longer message is kept by its link, and by the part that matters. */
export const MAX_EVIDENCE_LENGTH = 3000;
export const MAX_EVIDENCE_AMOUNT = 1_000_000_000_000;
const MAX_LINK_LENGTH = 2000;

/**
 * A broken agreement or a bad incident (method 1). Never changed and never deleted by itself: the words stay as they were when it
 * was logged, whatever becomes of the message it came from. What was wrong is corrected by a new entry that points at this one.
 */
export type EvidenceEntry = {
  readonly id: string;
  readonly clientId: string;
  /** YYYY-MM-DD */
  readonly happenedOn: string;
  readonly text: string;
  readonly signal: SignalChoice | null;
  /** 0 and up; null when it was not about money. */
  readonly amount: number | null;
  /** ISO 4217; null without an amount. */
  readonly currency: string | null;
  readonly link: string | null;
  /** The entry that this one corrects. */
  readonly correctsId: string | null;
  readonly loggedById: string;
  readonly loggedAt: Date;
};

/** An entry as somebody gives it. */
export type TypedEvidence = {
  readonly text: string;
  /** 2026-12-04 or 04.12.2026. */
  readonly happenedOn: string | null;
  readonly signal: string | null;
  /** As typed: "4 000", "4000.50", "4000,50". */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly link: string | null;
};

export type NewEvidence = Pick<EvidenceEntry, 'text' | 'happenedOn' | 'signal' | 'amount' | 'currency' | 'link'>;

export type EvidenceRefusal =
  | 'text_missing'
  | 'text_too_long'
  | 'date_missing'
  | 'date_invalid'
  | 'date_future'
  | 'signal_unknown'
  | 'amount_invalid'
  | 'amount_negative'
  | 'amount_too_large'
  | 'currency_invalid'
  | 'link_invalid';

export type EvidenceField = 'text' | 'happenedOn' | 'signal' | 'amount' | 'currency' | 'link';
export type EvidenceProblem = { readonly field: EvidenceField; readonly reason: EvidenceRefusal };

export type EvidencePlan =
  | { readonly ok: true; readonly evidence: NewEvidence }
  | { readonly ok: false; readonly problems: readonly EvidenceProblem[] };

/**
 * Checks an entry, every field at once. It happened today (of the person's own zone) or before; an amount without a currency is in
 * `usualCurrency`; a text of more than 3,000 characters is refused rather than cut, since a cut quote is no evidence.
 */
export function checkEvidence(
  typed: TypedEvidence,
  { today, usualCurrency }: { readonly today: string; readonly usualCurrency: string },
): EvidencePlan {
  const problems: EvidenceProblem[] = [];
  const read = <T>(field: EvidenceField, checked: Checked<T, EvidenceRefusal>): T | null => {
    if (checked.ok) return checked.value;
    problems.push({ field, reason: checked.reason });
    return null;
  };
  const amount = read('amount', checkAmount(typed.amount));
  const currency = read('currency', checkCurrency(typed.currency, usualCurrency));
  const evidence: NewEvidence = {
    text: read('text', checkText(typed.text)) ?? '',
    happenedOn: read('happenedOn', checkDay(typed.happenedOn, today)) ?? '',
    signal: read('signal', checkSignal(typed.signal)),
    amount,
    currency: amount === null ? null : currency,
    link: read('link', checkLink(typed.link)),
  };
  return problems.length === 0 ? { ok: true, evidence } : { ok: false, problems };
}

function checkText(typed: string): Checked<string, EvidenceRefusal> {
  const text = typed.trim();
  if (text === '') return refused('text_missing');
  return text.length > MAX_EVIDENCE_LENGTH ? refused('text_too_long') : accepted(text);
}

function checkDay(typed: string | null, today: string): Checked<string, EvidenceRefusal> {
  if (isBlank(typed)) return refused('date_missing');
  const day = parseDay(typed.trim());
  if (day === null) return refused('date_invalid');
  return day > today ? refused('date_future') : accepted(day);
}

function checkSignal(typed: string | null): Checked<SignalChoice | null, EvidenceRefusal> {
  if (isBlank(typed)) return accepted(null);
  const known = [...SIGNAL_IDS, 'other' as const].find((id) => id === typed);
  return known === undefined ? refused('signal_unknown') : accepted(known);
}

function checkAmount(typed: string | null): Checked<number | null, EvidenceRefusal> {
  if (isBlank(typed)) return accepted(null);
  const plain = typed.replace(/\s/gu, '').replace(',', '.');
  if (!/^[-−]?\d+(\.\d{1,2})?$/.test(plain)) return refused('amount_invalid');
  const amount = Number(plain.replace('−', '-'));
  if (amount < 0) return refused('amount_negative');
  return amount > MAX_EVIDENCE_AMOUNT ? refused('amount_too_large') : accepted(amount);
}

function checkCurrency(typed: string | null, usual: string): Checked<string, EvidenceRefusal> {
  if (isBlank(typed)) return accepted(usual);
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? accepted(code) : refused('currency_invalid');
}

function checkLink(typed: string | null): Checked<string | null, EvidenceRefusal> {
  if (isBlank(typed)) return accepted(null);
  const link = typed.trim();
  return link.length <= MAX_LINK_LENGTH && /^https:\/\/[^\s<>|"]+$/.test(link)
    ? accepted(link)
    : refused('link_invalid');
}

function isBlank(typed: string | null): typed is null | '' {
  return typed === null || typed.trim() === '';
}
