import type { InputBlock, KnownBlock } from '@slack/types';
import type { WordPhase } from '../../../domain/statement.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS } from '../../ids.ts';
import type { Asked } from './answer-heading.ts';
import { checkboxInput } from './form-inputs.ts';

/** The box of *Answer everything now* that says what the one-click button says elsewhere. */
export function nothingInput(phase: WordPhase, t: Messages): InputBlock {
  return checkboxInput({
    id: FIELDS.nothing,
    label: t.walk.nothing,
    text: t.card.buttons.nothing[phase],
    isOptional: true,
  });
}

/** The button that sends an answer: *Next* where another question follows. */
export function submitText({ walk }: Asked, t: Messages): string {
  return walk && !walk.isLast ? t.walk.next : t.forms.button.send;
}

/** Slack keeps what was typed where one form takes another's place and the action ids are the same: each form has its own. */
export function withOwnFields(name: string, blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block) =>
    block.type === 'input'
      ? { ...block, element: { ...block.element, action_id: `${block.block_id}:${name}` } }
      : block,
  );
}
