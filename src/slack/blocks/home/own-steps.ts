import type { KnownBlock, SectionBlock } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { HomeStep } from '../../../usecases/read-home.ts';
import { section, sections } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { itemWords } from '../item-text.ts';
import { markOverdue } from '../overdue-mark.ts';
import { openChecklist } from '../parting-button.ts';
import { stepName } from '../parting-step-line.ts';

const MAX_OWN = 5;
const MAX_NAME = 150;

/** Somebody's own steps of partings in their Home, each with the way to its checklist. `today`: YYYY-MM-DD. */
export function ownStepBlocks(steps: readonly HomeStep[], today: string, t: Messages): KnownBlock[] {
  if (steps.length === 0) return [];
  return [
    section(md`*${t.partingHome.mine(steps.length)}*`),
    ...steps.slice(0, MAX_OWN).map((step) => stepRow(step, today, t)),
    ...(steps.length > MAX_OWN ? sections([md`${t.partingHome.more(steps.length - MAX_OWN)}`]) : []),
  ];
}

function stepRow(step: HomeStep, today: string, t: Messages): SectionBlock {
  const { clientName: client, dueOn, reviewId } = step;
  const isOverdue = dueOn < today;
  const name = clipAtWord(itemWords(stepName(step, t)), MAX_NAME);
  const { style: _, ...button } = openChecklist(reviewId, t);
  return {
    ...section(markOverdue(t.partingHome.line({ client, name, dueOn, isOverdue }), isOverdue)),
    accessory: button,
  };
}
