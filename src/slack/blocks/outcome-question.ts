import { md } from '../../domain/escaping.ts';
import { OUTCOME_ANSWERS } from '../../domain/outcome/outcome-check.ts';
import type { ReviewMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeOutcomeTarget } from '../parse/outcome-form.ts';
import { actions, button, context, section } from './building-blocks.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';

const ACTION_OF = {
  yes: ACTIONS.outcomeYes,
  no: ACTIONS.outcomeNo,
  too_early: ACTIONS.outcomeTooEarly,
} as const;

type Question = Extract<ReviewMessage, { kind: 'outcome' }>;

/** To a manager: was the decision right? Once they have said, what they said in place of the buttons. */
export function renderOutcomeQuestion(
  { verdictVersion, day, daysAgo, decidedOn, choice, isOwn, answer }: Question,
  { reviewId, clientName }: { readonly reviewId: string; readonly clientName: string },
  t: Messages,
): RenderedMessage {
  const texts = t.outcome;
  const ask = isOwn ? texts.ask : texts.askOther;
  const asked = section(ask({ client: clientName, decidedOn, decided: texts.decided[choice], days: daysAgo ?? day }));
  if (answer !== null) return rendered([asked, context(md`${texts.history[answer](day)}`)]);
  const buttons = OUTCOME_ANSWERS.map((one) =>
    button({
      ...{ text: texts.answer[one], actionId: ACTION_OF[one] },
      value: encodeOutcomeTarget({ reviewId, verdictVersion, day, answer: one }),
    }),
  );
  return rendered([asked, actions('outcome', buttons)]);
}
