import type { KnownBlock } from '@slack/types';
import { md } from '../../domain/escaping.ts';
import { partingProgress } from '../../domain/parting/playbook.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Checklist } from '../../usecases/read-parting.ts';
import { ACTIONS } from '../ids.ts';
import { encodePartingTarget } from '../parting-target.ts';
import { actions, button, context, section, sections } from './building-blocks.ts';
import { fits } from './pack.ts';
import { openChecklist } from './parting-button.ts';
import { endLine, stepLine } from './parting-step-line.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

/** How much of each step is shown, and of how many: the first that fits into one message. */
const ROOM = [
  { title: 75, note: 100, steps: 25 },
  { title: 75, note: 0, steps: 25 },
  { title: 60, note: 0, steps: 13 },
  { title: 40, note: 0, steps: 8 },
] as const;

/** The checklist of a parting in the thread, folded to fit one message; what has no room is behind its button. */
export function renderChecklist(checklist: Checklist, t: Messages): RenderedMessage {
  const variants = ROOM.map((room) => checklistBlocks(checklist, room, t));
  return rendered(variants.find(fits) ?? variants.at(-1) ?? []);
}

function checklistBlocks(checklist: Checklist, room: (typeof ROOM)[number], t: Messages): KnownBlock[] {
  const { playbook, steps, today, reviewId } = checklist;
  const shown = steps.slice(0, room.steps);
  const left = steps.length - shown.length;
  const lines = shown.map((step) => stepLine(step, { today, room }, t));
  return [
    ...headingBlocks(checklist, t),
    ...sections(lines),
    ...(left > 0 ? [context(md`${t.partingForms.moreSteps(left)}`)] : []),
    ...(playbook.state === 'stopped' ? [] : [actions('parting', [openChecklist(reviewId, t)])]),
  ];
}

/** How a parting stands, in a few lines: what first, then how far, then what to beware of. */
export function headingBlocks(checklist: Checklist, t: Messages): KnownBlock[] {
  const { clientName, playbook, steps, shortNoticeDays } = checklist;
  const { closed, all } = partingProgress(steps);
  return [
    section(
      playbook.state === 'finished'
        ? t.parting.finished(clientName)
        : t.partingForms.heading(clientName, playbook.mode),
    ),
    ...(playbook.state === 'stopped' ? [section(t.partingForms.stopped)] : []),
    context(md`${t.parting.progress(closed, all)}`),
    ...(playbook.state === 'running' ? [context(endLine(playbook, t))] : []),
    ...(shortNoticeDays === null || playbook.state !== 'running'
      ? []
      : [section(t.parting.noticeTooLate(shortNoticeDays))]),
  ];
}

/** In the thread, once all steps are closed. */
export function renderParted({ clientName }: { readonly clientName: string }, t: Messages): RenderedMessage {
  return rendered([section(t.parting.finished(clientName))]);
}

/** To each of the team, once we have parted. */
export function renderLastLesson(
  { reviewId, clientName }: { readonly reviewId: string; readonly clientName: string },
  t: Messages,
): RenderedMessage {
  const value = encodePartingTarget({ reviewId });
  const write = button({ text: t.partingForms.button.lesson, actionId: ACTIONS.lastLesson, value, style: 'primary' });
  return rendered([section(t.parting.lastLesson(clientName)), actions('last_lesson', [write])]);
}
