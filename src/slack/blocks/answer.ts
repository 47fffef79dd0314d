import type { RichTextBlock } from '@slack/types';
import type { Answer, Phase, Role } from '../../domain/answer.ts';
import { md, safe } from '../../domain/escaping.ts';
import type { HiddenReasons } from '../../domain/statement.ts';
import type { Messages } from '../../i18n/index.ts';
import { section } from './building-blocks.ts';
import { hiddenInPlace } from './hidden-in-place.ts';
import { pack } from './pack.ts';
import { quote, words } from './quote.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { complaintCaption } from './statement-caption.ts';

export type AnswerPost = {
  readonly userId: string;
  readonly role: Role;
  readonly answer: Answer;
  readonly isLate: boolean;
  readonly hidden?: HiddenReasons;
};

/**
 * One person's answer in the thread of an open review; in place of what the facilitator has hidden, the reason. Votes are never
 * posted one by one: none for a vote.
 */
export function renderAnswer(
  { userId, role, answer, isLate, hidden = {} }: AnswerPost,
  t: Messages,
): RenderedMessage[] {
  if (answer.phase === 'vote') return [];
  const topic = t.vocabulary.step[answer.phase];
  const who = t.thread.answer.heading(userId, t.vocabulary.role[role], topic);
  const heading = section(isLate ? md`${safe(who)} · ${t.thread.answer.late}` : who);
  const [first, ...others] = saidBlocks(answer, t).flatMap((blocks, at) => {
    const reason = hidden[at];
    return reason === undefined ? blocks : hiddenInPlace(reason, t);
  });
  const nothing = section(md`${t.thread.answer.nothing[answer.phase]}`);
  const pieces = [[heading, first ?? nothing], ...others.map((block) => [block])];
  return pack(pieces, t.card.continued(topic)).map(rendered);
}

/** What stands where an answer was, when its author took it back. */
export function renderWithdrawn(userId: string, phase: Phase, t: Messages): RenderedMessage[] {
  return [rendered([section(t.thread.answer.withdrawn(userId, t.vocabulary.step[phase]))])];
}

/** The blocks of each thing that was said, in the order of the answer's statements. */
function saidBlocks(answer: Exclude<Answer, { phase: 'vote' }>, t: Messages): RichTextBlock[][] {
  switch (answer.phase) {
    case 'complaints':
      return answer.complaints.map((complaint) =>
        quote(complaint.text, [words(complaintCaption(complaint, t), { italic: true })]),
      );
    case 'positives':
      return answer.text === null ? [] : [quote(answer.text)];
    case 'lessons': {
      const { relationship, learned, elsewhere } = answer;
      const parts = Object.entries({ relationship, learned, elsewhere }) as ['learned', string | null][];
      return parts.flatMap(([part, text]) =>
        text === null ? [] : [quote(text, [words(t.thread.lessonPart[part], { italic: true })])],
      );
    }
  }
}
