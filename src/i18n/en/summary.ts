import type { Role } from '../../domain/answer.ts';
import type { Confidence } from '../../domain/confidence.ts';
import type { Safe } from '../../domain/escaping.ts';
import { md } from '../../domain/escaping.ts';
import type { WordPhase } from '../../domain/statement.ts';
import type { Outcome } from '../../domain/verdict-rules.ts';
import { formatMoney, formatPoints, formatShare } from '../amounts.ts';
import { formatNumber, plural } from '../plural.ts';
import { verdictChanges } from './verdict-changes.ts';
import { verdictReasons } from './verdict-reasons.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });

export const summary = {
  why: verdictReasons,
  change: verdictChanges,
  /** The verdict in one plain sentence, without a full stop. */
  verdict: {
    as_is: (clientName: string) => `Verdict: keep ${clientName}, as it is`,
    repair: (clientName: string) => `Verdict: keep ${clientName}, and repair the work`,
    planned: (clientName: string) => `Verdict: part with ${clientName}, in an orderly way`,
    now: (clientName: string) => `Verdict: part with ${clientName} now, if the facts are confirmed`,
    not_enough_voices: (clientName: string) => `No verdict on ${clientName}: not enough answers`,
  } satisfies Record<Outcome['mode'], (clientName: string) => string>,
  /** The same on the card, where the client stands in the heading. */
  shortVerdict: {
    as_is: 'Keep, as it is',
    repair: 'Keep, and repair',
    planned: 'Part, in an orderly way',
    now: 'Part now, if the facts are confirmed',
    not_enough_voices: 'No verdict: not enough answers',
  } satisfies Record<Outcome['mode'], string>,
  confidence: {
    heading: {
      high: 'Confidence: high',
      medium: 'Confidence: medium',
      low: 'Confidence: low',
    } satisfies Record<Confidence['level'], string>,
    /** `because`: what keeps it from being higher, or why it is high. */
    line: (heading: string, because: string) => `${heading} (${because}).`,
    highBecause: 'most of the team answered, and most voted this way',
    few_answered: (voices: number, invited: number) => `only ${voices} of ${invited} answered`,
    not_all_answered: (voices: number, invited: number) => `${voices} of ${invited} answered`,
    role_unheard: (roles: string) => `nobody answered from ${roles}`,
    no_majority: 'neither keep nor part has most of the votes',
    votes_differ: (agree: number, of: number) => `only ${agree} of ${of} voted this way`,
    nobody_voted: 'nobody voted',
    no_verdict: 'too few answers',
  },
  heading: {
    why: 'Why',
    wouldChange: 'What would change it',
    wouldChangeTogether: 'What would change it, all of it together',
    hurts: (count: number) => `What hurts (${count})`,
    good: (count: number) => `What is good (${count})`,
    learned: (count: number) => `What we learned (${count})`,
    price: 'The price we do not see',
    votes: 'Votes',
    heard: 'Who was heard',
  },
  verifyFirst: md`*Check first, act after.*\n• Confirm the facts.\n• Keep whoever reported it safe; do not look for who it was.\n• Ask a lawyer before you tell the client anything.`,
  changeOfContact: (concentrated: number, complaints: number) =>
    md`*Try this first: another contact person, or another specialist of ours.* ${concentrated} of ${complaints} complaints are about one or a few people there.`,
  pressure: (points: number) => `Where the ${formatPoints('en', points)} points of 100 come from:`,
  signal: (label: string, voices: number, of: number, frequency: string) =>
    `${label}: ${voices} of ${people(of)}, ${frequency}`,
  contribution: (points: number) => `${plural('en', Math.round(points), { one: 'point', other: 'points' })}`,
  smallContribution: 'under 1 point',
  hardStop: (label: string, voices: number, of: number) => `*Hard stop:* ${label}: ${voices} of ${people(of)}`,
  complaintsWithoutSignal: 'No kind of trouble of the list was named.',
  noComplaints: 'Nobody named any trouble.',
  cannotName: (count: number) => `${people(count)} could not name one.`,
  nothingGood: 'Nobody named anything good.',
  allAbove: (count: number, topic: WordPhase) =>
    `${count === 1 ? 'It is' : `All ${count} are`} above in this thread${topic === 'complaints' ? ', in full' : ''}.`,
  withheld: (count: number) =>
    `${plural('en', count, { one: 'answer is', other: 'answers are' })} counted, not shown: with fewer than three people, words could point at their author.`,
  price: (hours: number, money: number | null, currency: string) =>
    `${plural('en', hours, { one: 'hour', other: 'hours' })} a week lost to friction${money === null ? '' : ` ≈ ${formatMoney('en', money, currency)} a month`}`,
  priceShare: (share: number) => `, ${formatShare('en', share)} of what they pay`,
  voteCount: (label: string, count: number) => `${label} ${formatNumber('en', count)}`,
  voters: (label: string, count: number, names: Safe) => md`${label} ${count} (${names})`,
  noVotes: 'Nobody voted.',
  fewVotes: 'Fewer than three people voted, so their votes are not shown.',
  dissent: {
    keep: (count: number) => `Against the verdict: ${people(count)} would part.`,
    part: (count: number) => `Against the verdict: ${people(count)} would keep.`,
    none: 'Nobody voted against the verdict.',
  },
  tookPart: (tookPart: number, invited: number) => `${tookPart} of ${invited} took part`,
  tookPartNames: (names: Safe) => md`${names}`,
  notHeard: (roles: string) => `Not heard: ${roles}.`,
  /** A role as it stands in "nobody answered from …" and "Not heard: …". */
  role: {
    sales: 'sales',
    account: 'account management',
    delivery: 'delivery',
    support: 'support',
    finance: 'finance',
    other: 'other roles',
  } satisfies Record<Role, string>,
  footer: 'The verdict follows fixed rules. It only recommends: a manager decides.',
};
