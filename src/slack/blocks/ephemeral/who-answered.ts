import type { ReviewMode } from '../../../domain/review.ts';
import type { Absence } from '../../../domain/review-record.ts';
import type { Messages } from '../../../i18n/index.ts';
import { absentNames, MAX_ABSENT } from '../absences.ts';
import { context, mentions, section } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';

type WhoAnsweredModel = {
  readonly mode: ReviewMode;
  /** Slack ids. */
  readonly answered: readonly string[];
  readonly waiting: readonly string[];
  /** Not waited for, and why. */
  readonly absent: readonly { readonly userId: string; readonly absence: Absence }[];
};

/** For the facilitator: who has answered the current step and who has not; never what (product: people). */
export function renderWhoAnswered({ mode, answered, waiting, absent }: WhoAnsweredModel, t: Messages): RenderedMessage {
  const texts = t.commands.whoAnswered;
  const text = texts.heading({ answered: answered.length, invited: answered.length + waiting.length + absent.length });
  return {
    text,
    blocks: [
      section(text),
      ...(answered.length === 0 ? [] : [section(texts.answered(mentions([...answered].sort())))]),
      ...(waiting.length === 0 ? [] : [section(texts.waiting(mentions([...waiting].sort())))]),
      ...(absent.length === 0 ? [] : [section(t.presence.notWaitingFor(absentNames(absent, MAX_ABSENT, t)))]),
      ...(mode === 'private' ? [context(texts.private)] : []),
    ],
  };
}
