import type { KnownBlock, ModalView } from '@slack/types';
import { type Answer, type LessonsAnswer, PHASES, type Phase } from '../../../domain/answer.ts';
import { md } from '../../../domain/escaping.ts';
import type { ReasonOf } from '../../../domain/hidden-words.ts';
import { statementsOf } from '../../../domain/statement.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { button, capitalised, context, plain, section } from '../building-blocks.ts';
import { quote, words } from '../quote.ts';
import { complaintCaption } from '../statement-caption.ts';

/** What one person said in one review, by step. */
export type OwnAnswers = { readonly [P in Phase]?: Extract<Answer, { phase: P }> };

export type MyAnswersModel = {
  readonly clientName: string;
  readonly answers: OwnAnswers;
  /** The questions of which only the person's taking part is left. */
  readonly takenBack?: readonly Phase[];
  /** Answers can still be changed. */
  readonly isOpen: boolean;
  readonly target: Target;
  /** Why the facilitator has hidden words, if so. */
  readonly reasonOf?: ReasonOf;
};

/** A person's own words, all of them and in full, each step with a button that opens its form while the review is open. */
export function renderMyAnswers(model: MyAnswersModel, t: Messages): ModalView {
  const { clientName, answers, takenBack = [], isOpen, target, reasonOf = () => null } = model;
  const steps = PHASES.flatMap((phase) => {
    const answer = answers[phase];
    const heading = section(md`*${t.vocabulary.step[phase]}*`);
    const isTakenBack = takenBack.includes(phase);
    if (answer === undefined && !isTakenBack) return [heading, context(md`${t.forms.myAnswers.noAnswer}`)];
    const edit = button({
      text: isTakenBack ? t.card.buttons.answer : t.forms.button.edit,
      actionId: ACTIONS.answer,
      value: encodeTarget({ reviewId: target.reviewId, phase }),
    });
    const top = isOpen ? { ...heading, accessory: edit } : heading;
    if (answer === undefined) return [top, context(md`${t.takenBack.own}`)];
    return [top, ...saidIn(answer, t), ...hiddenNotes(answer, reasonOf, t)];
  });
  return {
    type: 'modal',
    callback_id: VIEWS.myAnswers,
    title: plain(t.forms.title.myAnswers),
    close: plain(t.forms.button.close),
    private_metadata: encodeTarget(target),
    blocks: [
      section(t.forms.myAnswers.intro(clientName)),
      ...(isOpen ? [] : [context(md`${t.forms.myAnswers.closed}`)]),
      ...steps,
    ],
  };
}

/** Under the words, since the same reason may stand for several of them. */
function hiddenNotes(answer: Answer, reasonOf: ReasonOf, t: Messages): KnownBlock[] {
  const reasons = statementsOf(answer, null).flatMap((words) => reasonOf(words) ?? []);
  return [...new Set(reasons)].flatMap((reason) => quote(reason, [words(t.desk.hidden.own, { italic: true })]));
}

function saidIn(answer: Answer, t: Messages): KnownBlock[] {
  const texts = t.forms.myAnswers;
  switch (answer.phase) {
    case 'complaints':
      if (answer.complaints.length === 0) return [section(md`${texts.noComplaints}`)];
      return answer.complaints.flatMap((complaint) => quote(complaint.text, [words(complaintCaption(complaint, t))]));
    case 'positives':
      return answer.text === null ? [section(md`${texts.noPositive}`)] : quote(answer.text);
    case 'lessons':
      return lessons(answer, t);
    case 'vote': {
      const vote = capitalised(t.vocabulary.vote[answer.vote]);
      const hours = answer.hoursPerWeek === null ? '' : ` · ${texts.hours(answer.hoursPerWeek)}`;
      return [section(md`${vote}${hours}`)];
    }
  }
}

function lessons(answer: LessonsAnswer, t: Messages): KnownBlock[] {
  const parts = (['relationship', 'learned', 'elsewhere'] as const).flatMap((part) => {
    const text = answer[part];
    return text === null ? [] : quote(text, [words(t.forms.lessons[part])]);
  });
  return parts.length > 0 ? parts : [section(md`${t.forms.myAnswers.noLesson}`)];
}
