import type { Outcome } from '../../domain/verdict-rules.ts';
import { formatList, formatPoints, formatShare } from '../amounts.ts';
import { plural } from '../plural.ts';

/** What would change the verdict: clauses that read well after "if". */
export const verdictChanges = {
  outcome: {
    as_is: 'Keep as is',
    repair: 'Keep and repair',
    planned: 'Part',
    now: 'Part now',
    not_enough_voices: 'No verdict',
  } satisfies Record<Outcome['mode'], string>,
  anyVerdict: 'A verdict',
  /** `all`: every clause has to hold; `any`: one is enough. */
  sentence: (clauses: readonly string[], require: 'all' | 'any') => `, if ${formatList('en', clauses, require)}.`,
  towards: {
    pressure: (now: number, bound: number) =>
      `trouble reaches ${formatPoints('en', bound)} of 100 (${formatPoints('en', now, bound)} now)`,
    systemic: (now: number, needed: number) =>
      `at least ${plural('en', needed, { one: 'kind of trouble is', other: 'kinds of trouble are' })} shared across the team (${now} now)`,
    chronic: (now: number, complaints: number) =>
      complaints === 0
        ? 'most complaints are about something constant'
        : `most complaints are about something constant (${now} of ${complaints} now)`,
    positives: (named: number, cannotName: number, voices: number) =>
      named === 0
        ? `more people say that there is nothing good (${cannotName} of ${voices} now)`
        : `nobody can name anything good any more (${named} of ${voices} can now)`,
    meeting: 'we talk to the client and they will not mend it',
    sharedSignal: (label: string | null, now: number, needed: number) =>
      label === null
        ? `${needed} people name the same trouble`
        : `${needed} people name the same trouble (${now} now: ${label})`,
  },
  away: {
    pressure: (now: number, bound: number) =>
      `trouble falls under ${formatPoints('en', bound)} of 100 (${formatPoints('en', now, bound)} now)`,
    systemic: 'the trouble is shared by fewer people',
    chronic: 'the trouble is no longer constant',
    positives: 'anybody can name one good thing',
    meeting: 'the client becomes willing to mend it',
    hardStop: 'the facts are not confirmed',
    voices: (missing: number) =>
      `${plural('en', missing, { one: 'more person answers', other: 'more people answer' })}`,
    readiness: (now: number, needed: number) =>
      `we are ready to live without this client: ${formatPoints('en', needed)} of 100 (${formatPoints('en', now, needed)} now)`,
    revenueShare: (now: number, bound: number) =>
      `they bring less than ${formatShare('en', bound)} of our revenue (${formatShare('en', now)} now)`,
  },
};
