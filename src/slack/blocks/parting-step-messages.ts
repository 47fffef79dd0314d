import type { KnownBlock } from '@slack/types';
import type { AssignmentMessageKind } from '../../domain/assignments/assignment-messages.ts';
import { boldLine, escapeText, type Mrkdwn, md, safe } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import type { ToldStep, ToldSteps } from '../../usecases/read-parting-steps.ts';
import { ACTIONS } from '../ids.ts';
import { encodePartingTarget } from '../parting-target.ts';
import { actions, button, context, section } from './building-blocks.ts';
import { clipAtWord } from './clip.ts';
import { markOverdue } from './overdue-mark.ts';
import { pack } from './pack.ts';
import { openChecklist } from './parting-button.ts';
import { MARKS, stepLine, stepName } from './parting-step-line.ts';
import type { RenderedMessage } from './rendered-message.ts';

/** A notification has no room for more, and the blocks fill the message. */
const MAX_NAME = 120;

export type StepMessagesModel = ToldSteps & { readonly about: AssignmentMessageKind };

/**
 * What somebody is told of their steps of a parting, as they are now: each with *Done*, all with the way to the checklist. What was
 * closed or given away meanwhile says so. Long lists are several messages.
 */
export function renderPartingSteps({ about, ...told }: StepMessagesModel, t: Messages): RenderedMessage[] {
  const { clientName: client, reviewId, givenById: by, steps } = told;
  const texts = t.partingMessages;
  const words = { client, count: steps.length };
  const intro = about === 'given' ? texts.given({ ...words, by }) : texts[about](words);
  const pieces = [
    [section(intro)],
    ...steps.map((one) => stepBlocks(one, { about, told }, t)),
    ...(steps.some(({ isTheirs }) => isTheirs) ? [[actions('parting_steps', [openChecklist(reviewId, t)])]] : []),
  ];
  return pack(pieces, md`${texts.continued(client)}`).map((blocks) => ({ text: intro, blocks }));
}

type Around = { readonly about: AssignmentMessageKind; readonly told: ToldSteps };

function stepBlocks(one: ToldStep, { about, told }: Around, t: Messages): KnownBlock[] {
  const { step, isTheirs } = one;
  const row = section(line(one, { about, told }, t));
  if (!isTheirs || about === 'owner_left') return [row];
  const value = encodePartingTarget({ reviewId: told.reviewId, stepId: step.id });
  const done = button({ text: t.parting.buttons.done, actionId: ACTIONS.partingStepDone, value });
  const guide = step.stepId === null ? [] : [context(md`${t.parting.step[step.stepId].guide}`)];
  return [{ ...row, accessory: done }, ...(told.steps.length === 1 ? guide : [])];
}

function line({ step, isTheirs }: ToldStep, { about, told: { today } }: Around, t: Messages): Mrkdwn {
  const { dueOn, state } = step;
  const name = safe(boldLine(escapeText(clipAtWord(stepName(step, t), MAX_NAME))));
  if (state !== 'open') return t.partingMessages.settled(md`${MARKS[state]} ${name}`, t.parting.state[state]);
  if (!isTheirs) return t.partingMessages.settled(md`${name}`, t.partingMessages.moved);
  if (about === 'owner_left') return stepLine(step, { today, room: { title: MAX_NAME, note: 0 } }, t);
  const isOverdue = dueOn < today;
  const { line: due, wasDue } = t.partingMessages;
  return markOverdue((isOverdue ? wasDue : due)(md`${name}`, dueOn), isOverdue);
}
