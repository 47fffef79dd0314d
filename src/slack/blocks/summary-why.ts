import type { ConfidenceLimit } from '../../domain/confidence.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { md } from '../../domain/escaping.ts';
import type { SignalId } from '../../domain/signals.ts';
import type { SummaryModel } from '../../domain/summary.ts';
import type { Reason, RepairCause } from '../../domain/verdict.ts';
import type { Messages } from '../../i18n/index.ts';

const SIGNALS_NAMED = 2;

/** Why the verdict is what it is: every rule that matched, each with its figures, as bullets under a heading. */
export function whyLines(model: Pick<SummaryModel, 'verdict' | 'figures'>, t: Messages): Mrkdwn[] {
  return bullets(t.summary.heading.why, whyTexts(model, t));
}

/** The same sentences as plain text, one for each bullet. */
export function whyTexts({ verdict, figures }: Pick<SummaryModel, 'verdict' | 'figures'>, t: Messages): string[] {
  const reasons = verdict.reasons.flatMap((reason, index) =>
    reasonLines(reason, { voices: figures.voices, earlier: verdict.reasons.slice(0, index) }, t),
  );
  return [...reasons, ...factLines({ verdict, figures }, t)];
}

/** A bold heading and its bullets; nothing where there are none. */
export function bullets(heading: string, lines: readonly string[]): Mrkdwn[] {
  return lines.length === 0 ? [] : [md`*${heading}*`, ...lines.map((line) => md` • ${line}`)];
}

/** Rules that matched, each with its figures, as bullets under a heading; nothing where there are none. */
export function reasonBullets(
  heading: string,
  { reasons, figures }: { readonly reasons: readonly Reason[]; readonly figures: SummaryModel['figures'] },
  t: Messages,
): Mrkdwn[] {
  const told = { voices: figures.voices, earlier: [] };
  return bullets(
    heading,
    reasons.flatMap((reason) => reasonLines(reason, told, t)),
  );
}

/** The confidence in words, with what keeps it from being higher (method 5). */
export function confidenceLine({ verdict }: SummaryModel, t: Messages): Mrkdwn {
  const words = t.summary.confidence;
  const limits = toldLimits(verdict.confidence.loweredBy).map((limit) => limitWords(limit, t));
  const because = limits.length === 0 ? words.highBecause : limits.join('; ');
  return md`${words.line(words.heading[verdict.confidence.level], because)}`;
}

// Without a verdict, how few answered is said once.
function toldLimits(limits: readonly ConfidenceLimit[]): readonly ConfidenceLimit[] {
  const saysHowFew = limits.some(({ limit }) => limit === 'few_answered');
  return limits.filter(({ limit }) => limit !== 'no_verdict' || !saysHowFew);
}

function limitWords(limit: ConfidenceLimit, t: Messages): string {
  const words = t.summary.confidence;
  switch (limit.limit) {
    case 'few_answered':
      return words.few_answered(limit.voices, limit.invited);
    case 'not_all_answered':
      return words.not_all_answered(limit.voices, limit.invited);
    case 'role_unheard':
      return words.role_unheard(limit.roles.map((role) => t.summary.role[role]).join(', '));
    case 'no_majority':
      return limit.keep + limit.part + limit.unsure === 0 ? words.nobody_voted : words.no_majority;
    case 'votes_differ':
      return limit.of === 0 ? words.nobody_voted : words.votes_differ(limit.agree, limit.of);
    case 'no_verdict':
      return words.no_verdict;
  }
}

/** What goes before the reasons, where it applies: check the facts, what we cannot afford, whom to change first. */
export function warningSections({ verdict }: Pick<SummaryModel, 'verdict'>, t: Messages): Mrkdwn[] {
  const { adjusted, suggestChangeOfContact: changeOfContact } = verdict;
  const concentrated = changeOfContact === null ? 0 : changeOfContact.onePerson + changeOfContact.fewPeople;
  return [
    ...(verdict.verifyFirst ? [t.summary.verifyFirst] : []),
    ...(adjusted === null
      ? []
      : [md`${t.summary.why.cannotAfford(adjusted.revenueShare, adjusted.readiness, adjusted.minReadiness)}`]),
    ...(changeOfContact === null || verdict.verifyFirst
      ? []
      : [t.summary.changeOfContact(concentrated, changeOfContact.complaints)]),
  ];
}

/** The people who answered, and the reasons given before, so that nothing is said twice. */
type Told = { readonly voices: number; readonly earlier: readonly Reason[] };

function reasonLines(reason: Reason, told: Told, t: Messages): string[] {
  const why = t.summary.why;
  switch (reason.rule) {
    case 'hard_stop':
      return reason.hardStops.map((stop) => why.hardStop(t.vocabulary.signal[stop.id], stop.voices));
    case 'not_enough_voices': {
      const needed = Math.max(reason.minVoices, Math.ceil(reason.invited * reason.minVoiceShare));
      return [why.notEnoughVoices(reason.voices, reason.invited, needed)];
    }
    case 'breaking_point':
      return [why.breakingPoint(reason.cannotName, reason.voices)];
    case 'client_will_not_mend':
      return [why.willNotMend(reason.pressure, reason.threshold)];
    case 'systemic_and_chronic':
      return [
        why.parts(reason.pressure, reason.threshold),
        ...spreadLines(reason, told.voices, t),
        ...lastsLines(reason, t),
      ];
    case 'needs_repair':
      return reason.causes.flatMap((cause) => causeLines(cause, told, t));
    case 'nothing_serious':
      return [reason.pressure === 0 ? why.noTrouble : why.nothingSerious(reason.pressure, reason.threshold)];
  }
}

type Chronic = Extract<Reason, { rule: 'systemic_and_chronic' }>;

function spreadLines({ systemic }: Chronic, of: number, t: Messages): string[] {
  const labels = signalList(systemic.signals, of, t);
  return [
    ...(systemic.isBySignals ? [t.summary.why.spreadBySignals(systemic.signals.length, labels)] : []),
    ...(systemic.isByEveryone ? [t.summary.why.spreadByEveryone(systemic.everyone, systemic.complaints)] : []),
  ];
}

function lastsLines({ chronic }: Chronic, t: Messages): string[] {
  const { isByFrequency, isByPreviousReview, isByPulses, previousPressure } = chronic;
  return [
    ...(isByFrequency ? [t.summary.why.lastsByFrequency(chronic.constantly, chronic.complaints)] : []),
    ...(isByPreviousReview ? [t.summary.why.lastsByPreviousReview(previousPressure ?? 0)] : []),
    ...(isByPulses ? [t.summary.why.lastsByPulses(chronic.lowPulses, chronic.pulses)] : []),
  ];
}

function causeLines(cause: RepairCause, { voices, earlier }: Told, t: Messages): string[] {
  const why = t.summary.why;
  switch (cause.cause) {
    case 'pressure':
      return [
        earlier.some(tellsPressure) ? why.alsoRepairs(cause.threshold) : why.repairs(cause.pressure, cause.threshold),
      ];
    case 'shared_signal': {
      const told = toldSignals(earlier);
      const untold = cause.signals.filter(({ id }) => !told.has(id));
      return untold.length === 0 ? [] : [why.sharedSignals(signalList(untold, voices, t))];
    }
    case 'heavy_signal':
      return cause.signals.map(({ id, voices: people }) => why.heavySignal(t.vocabulary.signal[id], people));
  }
}

function tellsPressure({ rule }: Reason): boolean {
  return rule === 'client_will_not_mend' || rule === 'systemic_and_chronic';
}

function signalList(signals: readonly { id: SignalId; voices: number }[], of: number, t: Messages): string {
  return signals.map(({ id, voices }) => t.summary.why.signalVoices(t.vocabulary.signal[id], voices, of)).join(' · ');
}

/** Two facts that help to understand any verdict: what was named most, unless a reason says it, and that something good was. */
function factLines({ verdict, figures }: Pick<SummaryModel, 'verdict' | 'figures'>, t: Messages): string[] {
  const why = t.summary.why;
  const told = toldSignals(verdict.reasons);
  const untold = figures.signals.filter(({ id }) => !told.has(id));
  const named = [...untold]
    .sort((a, b) => b.voices - a.voices)
    .slice(0, SIGNALS_NAMED)
    .map(({ id, voices, usualFrequency }) =>
      why.signalCount(t.vocabulary.signal[id], voices, figures.voices, t.vocabulary.frequency[usualFrequency]),
    )
    .join(' · ');
  const isKept = verdict.stance === 'keep' && verdict.adjusted === null;
  const { named: good } = figures.positives;
  const goodWords = verdict.mode === 'as_is' ? t.card.goodNamed : why.goodNamed;
  return [
    ...(named === '' ? [] : [told.size > 0 ? why.alsoNamed(named) : why.mostNamed(named)]),
    ...(isKept && good > 0 ? [goodWords(good, Math.max(good, figures.voices))] : []),
  ];
}

function toldSignals(reasons: readonly Reason[]): ReadonlySet<SignalId> {
  const told = reasons.flatMap((reason): { id: SignalId }[] => {
    if (reason.rule === 'hard_stop') return [...reason.hardStops];
    if (reason.rule === 'systemic_and_chronic') return reason.systemic.isBySignals ? [...reason.systemic.signals] : [];
    if (reason.rule !== 'needs_repair') return [];
    return reason.causes.flatMap((cause) => (cause.cause === 'pressure' ? [] : [...cause.signals]));
  });
  return new Set(told.map(({ id }) => id));
}
