import type { KnownBlock } from '@slack/types';
import { PHASES, type Phase } from '../../../domain/answer.ts';
import { md } from '../../../domain/escaping.ts';
import type { ReviewMode } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { context, section } from '../building-blocks.ts';

/** What every form with a question knows about it. */
export type Asked = {
  readonly clientName: string;
  readonly mode: ReviewMode;
  /** The step has closed already; the answer still counts. */
  readonly isLate: boolean;
  /** The step has not begun. */
  readonly isAhead?: boolean;
  /** The form is part of *Answer everything now*; `isLast`: no question follows it. */
  readonly walk?: { readonly isLast: boolean };
  /** The step is open again, and its answers were shown when it closed before. */
  readonly isReopened?: boolean;
  /** Private: the words of this question have been shown. */
  readonly shown?: ShownBefore | null;
};

/** What is left of a person's own answer where the words of a private question have been shown. */
export type ShownBefore = {
  /** Their answer was among those shown. */
  readonly isOwn: boolean;
  /** They took their words back afterwards. */
  readonly isTakenBack: boolean;
};

/** The top of every answer form: the client and the step, then, in plain words, who will see the answer (product: private means private). */
export function answerHeading(phase: Phase, asked: Asked, t: Messages): KnownBlock[] {
  const step = PHASES.indexOf(phase) + 1;
  return [
    context(t.forms.where({ clientName: asked.clientName, step, steps: PHASES.length })),
    section(md`${audience(phase, asked, t)}`),
    ...(asked.shown?.isTakenBack ? [context(md`${t.takenBack.own}`)] : []),
  ];
}

function audience(phase: Phase, { mode, isLate, isAhead, isReopened = false, shown }: Asked, t: Messages): string {
  if (shown?.isOwn) return t.takenBack.audience;
  if (isAhead) return audienceAhead(phase, mode, t);
  const texts = t.forms.audience;
  if (phase === 'vote') return mode === 'private' ? texts.privateVote : texts.openVote;
  if (mode === 'private' && isReopened) return texts.privateReopened;
  if (mode === 'private') return isLate ? texts.privateLate : texts.privateWords;
  return isLate ? texts.openLate : texts.open;
}

function audienceAhead(phase: Phase, mode: ReviewMode, t: Messages): string {
  const texts = t.walk.audience;
  if (phase === 'vote') return mode === 'private' ? texts.privateVote : texts.openVote;
  return mode === 'private' ? texts.privateWords : texts.open;
}
