import { boldLine, escapeText, join, type Mrkdwn, md, mention, safe } from '../../domain/escaping.ts';
import type { PartingStep, StepState } from '../../domain/parting/parting-step.ts';
import type { Playbook } from '../../domain/parting/playbook.ts';
import type { Messages } from '../../i18n/index.ts';
import { clipAtWord } from './clip.ts';
import { OVERDUE_MARK } from './overdue-mark.ts';

/** What stands before a step. */
export const MARKS: Readonly<Record<StepState, string>> = { open: '⬜', done: '✅', not_needed: '➖' };

/** What a step is called: its name in the playbook, or the words of whoever added it. */
export function stepName({ stepId, title }: Pick<PartingStep, 'stepId' | 'title'>, t: Messages): string {
  return stepId === null ? (title ?? '') : t.parting.step[stepId].name;
}

type Room = { readonly title: number; readonly note: number };

/** One step on one line: its mark, what it is, who does it until when, and its note, as far as there is room. */
export function stepLine(
  step: PartingStep,
  { today, room }: { readonly today: string; readonly room: Room },
  t: Messages,
): Mrkdwn {
  const { ownerId, dueOn, state, note, reason } = step;
  const isOverdue = state === 'open' && dueOn < today;
  const mark = isOverdue ? OVERDUE_MARK : MARKS[state];
  const name = boldLine(escapeText(clipAtWord(stepName(step, t), room.title)));
  const owner = ownerId === null ? md`${t.parting.noOwner}` : md`${mention(ownerId)}`;
  const due = isOverdue ? t.partingForms.was(dueOn) : t.partingForms.due(dueOn);
  const said = [
    ...(state === 'open' ? [owner, md`${due}`] : []),
    ...(room.note > 0 && reason !== null ? [t.partingForms.step.whyNot(clipAtWord(reason, room.note))] : []),
    ...(room.note > 0 && note !== null ? [md`${clipAtWord(note, room.note)}`] : []),
  ];
  return join([md`${mark} ${safe(name)}`, ...said], ' · ');
}

/** "Last day: 6 January 2027 (counted from the notice period of the contract)". */
export function endLine({ endOn, basis }: Pick<Playbook, 'endOn' | 'basis'>, t: Messages): Mrkdwn {
  const why = basis === 'chosen' ? t.partingForms.chosen : t.parting.basis[basis];
  return md`${t.parting.endOn(endOn)} (${why})`;
}
