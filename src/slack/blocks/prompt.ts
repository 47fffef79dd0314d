import type { Phase } from '../../domain/answer.ts';
import type { CardModel } from '../../domain/card.ts';
import { join, type Mrkdwn, md } from '../../domain/escaping.ts';
import { isOpen } from '../../domain/review.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, context, section } from './building-blocks.ts';
import { pack } from './pack.ts';
import { person, quote, words } from './quote.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';

type PromptFacts = {
  readonly card: CardModel;
  /** A reply in the thread is an answer here: the review is open and Slack lets the app read the thread. */
  readonly takesReplies: boolean;
};

/** The question of one step in the thread, with who will see the answer and until when (screens: thread prompt). */
export function renderPrompt(phase: Phase, { card, takesReplies }: PromptFacts, t: Messages): RenderedMessage[] {
  const isAskedNow = card.phase === phase && card.state !== 'short_of_voices';
  const until = isAskedNow && card.phaseEndsAt !== null ? [t.thread.prompt.until(card.phaseEndsAt)] : [];
  // Words that were shown once are not shown again when the step ends, also where it is open again.
  const isKept = !isAskedNow || (card.mode === 'private' && phase !== 'vote' && card.revealed.includes(phase));
  const whoSees = t.thread.prompt.whoSees[card.mode][phase === 'vote' ? 'vote' : isKept ? 'late' : 'words'];
  const question = t.thread.prompt.question[phase](card.clientName);
  const pieces = [
    [section(join([question, md`${t.thread.prompt.help[phase]}`]))],
    ...managersQuestion(phase, card, t).map((block) => [block]),
    ...(isOpen(card.state)
      ? [
          [
            context(
              join([md`${whoSees}`, ...replyLines({ phase, isAskedNow, mode: card.mode, takesReplies }, t), ...until]),
            ),
            actions('step', stepButtons(card.reviewId, phase, t)),
          ],
        ]
      : []),
  ];
  return pack(pieces, t.card.continued(t.vocabulary.step[phase])).map(rendered);
}

type Replying = Pick<PromptFacts, 'takesReplies'> & { phase: Phase; isAskedNow: boolean; mode: CardModel['mode'] };

/** Whether a reply in the thread counts: said only where it does, and always where it would give its author away. */
function replyLines({ phase, isAskedNow, mode, takesReplies }: Replying, t: Messages): Mrkdwn[] {
  if (mode === 'private') return [md`${t.replies.prompt.private}`];
  return takesReplies && isAskedNow && phase !== 'vote' ? [md`${t.replies.prompt.open}`] : [];
}

function managersQuestion(phase: Phase, card: CardModel, t: Messages) {
  if (phase !== 'complaints' || card.question === null) return [];
  return quote(card.question, [person(card.facilitatorId), words(` ${t.card.asks}`)]);
}
