import type { Choice, DecisionRefusal, HardStopFinding } from '../../domain/decision.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { bold, md, mention, safe } from '../../domain/escaping.ts';

/** What was decided, as the end of a sentence; the same words in the post and on the card. */
const decided: Record<Choice, (clientName: string) => Mrkdwn> = {
  keep_as_is: (clientName) => md`keep working with ${bold(clientName)} as before`,
  keep_and_repair: (clientName) => md`keep ${bold(clientName)} and repair the work`,
  part: (clientName) => md`part with ${bold(clientName)}, in an orderly way`,
  part_now: (clientName) => md`part with ${bold(clientName)} now`,
};

export const decision = {
  /** The posted decision. */
  post: {
    sentence: (userId: string, choice: Choice, clientName: string) =>
      md`${mention(userId)} decided: ${safe(decided[choice](clientName))}.`,
    sameAsVerdict: 'The verdict said the same.',
    differs: 'This is not what the verdict said.',
    differsFrom: (verdict: string) => `The verdict was different: ${verdict}.`,
    noVerdict: 'There was no verdict: too few people answered.',
    why: 'Why:',
    hardStop: {
      confirmed: 'Hard stop: the facts were checked and confirmed.',
      not_confirmed: 'Hard stop: the facts were checked and not confirmed.',
    } satisfies Record<HardStopFinding, string>,
  },
  /** The decision form: title and buttons at most 24 characters, option texts and descriptions at most 75. */
  form: {
    title: 'Decide',
    submit: 'Post the decision',
    cancel: 'Cancel',
    verdict: (verdict: string) => md`${bold(verdict)}\nThe verdict is a recommendation. The decision is yours.`,
    noVerdict: md`*There is no verdict: too few people answered.*\nYou can still decide; please say why.`,
    whoSees: 'Your decision and its reason appear in the channel under your name.',
    choice: {
      label: 'What do we do?',
      option: {
        keep_as_is: { text: 'Keep as is', description: 'Nothing has to change' },
        keep_and_repair: { text: 'Keep and repair', description: 'We stay, and agree on what has to change' },
        part: { text: 'Part', description: 'An orderly end: notice, handover, last invoice' },
        part_now: { text: 'Part now', description: 'Protect our people, stop contact, call a lawyer' },
      } satisfies Record<Choice, { text: string; description: string }>,
    },
    rationale: {
      label: 'Why?',
      placeholder: 'One more quarter, with a signed change process.',
      /** `recommended` as in `vocabulary.choice`. */
      hint: (recommended: string) => `Optional if you decide as recommended (${recommended}); needed if you do not.`,
      hintWithoutVerdict: 'Needed, because there is no verdict to lean on.',
    },
    hardStop: {
      label: 'Is it true?',
      /** `signals`: what was reported, in the words of `vocabulary.signal`. */
      reported: (signals: string) =>
        md`*Check first.* Somebody reported that the client ${signals}. Confirm the facts, keep whoever reported it safe, and ask a lawyer.`,
      option: {
        confirmed: 'Confirmed: it happened',
        not_confirmed: 'Not confirmed',
      } satisfies Record<HardStopFinding, string>,
    },
    refused: {
      rationale_missing: 'Please say why: this is not what the verdict recommends.',
      hard_stop_unanswered: 'Please say whether the facts are confirmed.',
      part_now_needs_hard_stop: 'Parting now is for confirmed facts only. Choose “Part” instead, or confirm them.',
    } satisfies Record<DecisionRefusal, string>,
  },
};
