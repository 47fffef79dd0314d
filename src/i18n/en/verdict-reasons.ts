import { formatPoints, formatShare } from '../amounts.ts';
import { plural } from '../plural.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });

/** Why the verdict is what it is: one sentence for each rule and cause, with its figures. */
export const verdictReasons = {
  hardStop: (label: string, voices: number) =>
    `Reported by ${people(voices)}: the client ${label}. If it is true, nothing else counts.`,
  notEnoughVoices: (voices: number, invited: number, needed: number) =>
    `${voices} of ${invited} answered. A verdict needs at least ${needed}, or it speaks for too few.`,
  breakingPoint: (cannotName: number, voices: number) =>
    `Nobody named one good thing about the work; ${cannotName} of ${voices} said that there is none. That is a breaking point.`,
  willNotMend: (pressure: number, threshold: number) =>
    `We talked to the client, and they will not mend it. The team still reports ${formatPoints('en', pressure, threshold)} of 100 trouble, and from ${formatPoints('en', threshold)} that is reason enough to part.`,
  parts: (pressure: number, threshold: number) =>
    `How much trouble the team reports: ${formatPoints('en', pressure, threshold)} of 100. Parting starts at ${formatPoints('en', threshold)}.`,
  spreadBySignals: (count: number, labels: string) =>
    `It is everywhere: ${plural('en', count, { one: 'kind of trouble is', other: 'kinds of trouble are' })} shared across the team: ${labels}.`,
  spreadByEveryone: (everyone: number, complaints: number) =>
    `It is not about one person: ${everyone} of ${complaints} complaints are about everyone there.`,
  lastsByFrequency: (constantly: number, complaints: number) =>
    `It does not stop: ${constantly} of ${complaints} complaints are about something constant.`,
  lastsByPreviousReview: (previous: number) =>
    `It is not new: the last review found ${formatPoints('en', previous)} of 100.`,
  lastsByPulses: (low: number, pulses: number) =>
    `It shows week after week: ${low} of the last ${pulses} weekly checks were low.`,
  repairs: (pressure: number, threshold: number) =>
    `How much trouble the team reports: ${formatPoints('en', pressure, threshold)} of 100. Repair starts at ${formatPoints('en', threshold)}.`,
  sharedSignals: (signals: string) => `Most of those who answered name the same trouble: ${signals}.`,
  heavySignal: (label: string, voices: number) =>
    `Serious by itself: ${label}. Unbearable and constant for ${people(voices)}.`,
  nothingSerious: (pressure: number, threshold: number) =>
    `How much trouble the team reports: ${formatPoints('en', pressure, threshold)} of 100. Repair would start at ${formatPoints('en', threshold)}.`,
  noTrouble: 'Nobody named any trouble.',
  alsoRepairs: (threshold: number) => `Repair alone would start at ${formatPoints('en', threshold)} of 100.`,
  mostNamed: (signals: string) => `Most named: ${signals}.`,
  alsoNamed: (signals: string) => `Also named: ${signals}.`,
  signalCount: (label: string, voices: number, of: number, frequency: string) =>
    `${label} (${voices} of ${of}, ${frequency})`,
  signalVoices: (label: string, voices: number, of: number) => `${label} (${voices} of ${of})`,
  goodNamed: (named: number, of: number) => `${named} of ${of} named something good, so this is not a breaking point.`,
  cannotAfford: (revenueShare: number, readiness: number, needed: number) =>
    `*We cannot afford to part yet.* The rules say part, but this client brings ${formatShare('en', revenueShare)} of our revenue and we are not ready to lose it (${formatPoints('en', readiness, needed)} of 100; ${formatPoints('en', needed)} is enough). Repair what can be repaired, and prepare.`,
};
