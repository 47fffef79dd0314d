import type { Button } from '@slack/types';
import type { Choice } from '../../domain/decision.ts';
import { partingModeOf } from '../../domain/parting/playbook.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodePartingTarget } from '../parting-target.ts';
import { button } from './building-blocks.ts';

type Decided = { readonly reviewId: string; readonly choice: Choice | null; readonly isRehearsal?: boolean };

/** *Open the checklist*, where it was decided to part; none for anything else, and none in a rehearsal. */
export function checklistButton({ reviewId, choice, isRehearsal = false }: Decided, t: Messages): Button[] {
  if (isRehearsal || choice === null || partingModeOf(choice) === null) return [];
  return [openChecklist(reviewId, t)];
}

/** The button that opens the checklist of a review. */
export function openChecklist(reviewId: string, t: Messages): Button {
  const value = encodePartingTarget({ reviewId });
  return button({ text: t.partingForms.button.checklist, actionId: ACTIONS.openParting, value, style: 'primary' });
}
