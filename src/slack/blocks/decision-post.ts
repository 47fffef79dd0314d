import type { KnownBlock } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import type { Choice } from '../../domain/decision.ts';
import { md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, context, section } from './building-blocks.ts';
import { pack } from './pack.ts';
import { checklistButton } from './parting-button.ts';
import { planButton, planLine } from './plan-button.ts';
import { quote, words } from './quote.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { meetingButtons } from './sections/meeting.ts';

type DecisionPost = Extract<PostMessage, { kind: 'decision' }>;

/** The decision in the thread: who decided what, whether the verdict said the same, and why. */
export function renderDecision(
  { clientName, decision }: DecisionPost,
  card: CardModel,
  t: Messages,
): RenderedMessage[] {
  const texts = t.decision.post;
  const sentence = texts.sentence(decision.decidedBy, decision.choice, clientName);
  const blocks: KnownBlock[] = [
    section(sentence),
    ...(decision.hardStop === null ? [] : [section(md`${texts.hardStop[decision.hardStop]}`)]),
    ...(decision.rationale === null ? [] : quote(decision.rationale, [words(texts.why)])),
    context(md`${comparison(decision.differs, card, t)}`),
    ...nextBlocks(card, decision.choice, t),
  ];
  return pack(
    blocks.map((block) => [block]),
    t.card.continued(t.card.title(clientName)),
  ).map(rendered);
}

/** What follows from the decision: the plan, the meeting with the client, or the checklist of a parting. */
function nextBlocks(card: CardModel, choice: Choice, t: Messages): KnownBlock[] {
  const { plan } = card;
  const buttons = [
    ...planButton(card, t),
    ...meetingButtons(card, choice, t),
    ...checklistButton({ ...card, choice }, t),
  ];
  return [
    ...(plan === undefined ? [] : [section(planLine(plan, t))]),
    ...(buttons.length === 0 ? [] : [actions('next', buttons)]),
  ];
}

function comparison(differs: boolean, { result }: CardModel, t: Messages): string {
  if (!differs) return t.decision.post.sameAsVerdict;
  if (result === null) return t.decision.post.differs;
  const { mode } = result.verdict;
  return mode === 'not_enough_voices'
    ? t.decision.post.noVerdict
    : t.decision.post.differsFrom(verdictInASentence(mode, t));
}

function verdictInASentence(mode: keyof Messages['summary']['shortVerdict'], t: Messages): string {
  const words = t.summary.shortVerdict[mode];
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
