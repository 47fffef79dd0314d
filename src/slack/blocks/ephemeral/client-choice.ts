import type { ActionsBlock, Button } from '@slack/types';
import { join } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { actions, button, context, plain, section } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { option } from '../views/form-inputs.ts';

type Choice = { readonly id: string; readonly name: string };

export type ClientChoiceModel = {
  readonly typed: string;
  /** Several begin with what was typed, or nobody does and these are near. */
  readonly kind: 'several' | 'none';
  readonly clients: readonly Choice[];
};

const MAX_BUTTON_LENGTH = 75;
/** A message has room for so many names of any letters. */
const MAX_CHOICES = 20;
/** Longest name a button carries, as the start button does. */
const MAX_NAME_LENGTH = 200;

/** What was typed is no one client's name: those it may have meant, and the way to a new one of that name. */
export function renderClientChoice({ typed, kind, clients }: ClientChoiceModel, t: Messages): RenderedMessage {
  const { find } = t.clientSetup;
  const shown = clipAtWord(typed, 100);
  const text = kind === 'several' ? find.several({ typed: shown, count: clients.length }) : find.none(shown);
  const isNear = kind === 'none' && clients.length > 0;
  const offered = clients.slice(0, MAX_CHOICES);
  const left = clients.length - offered.length;
  return {
    text,
    blocks: [
      section(isNear ? join([text, find.nearest], ' ') : text),
      ...(offered.length === 0 ? [] : [chooser(offered, t)]),
      ...(left === 0 ? [] : [context(find.more(left))]),
      actions('client_new', [newClientButton(find.newNamed(shown), typed)]),
    ],
  };
}

function chooser(clients: readonly Choice[], t: Messages): ActionsBlock {
  return {
    type: 'actions',
    block_id: 'client_choice',
    elements: [
      {
        type: 'static_select',
        action_id: ACTIONS.showClient,
        placeholder: plain(t.clientSetup.find.choose),
        options: clients.map(({ id, name }) => option({ value: id, text: name })),
      },
    ],
  };
}

/** Opens the form of a new client; its value is the name to fill in. */
function newClientButton(text: string, name: string): Button {
  return button({
    text: clipAtWord(text, MAX_BUTTON_LENGTH),
    actionId: ACTIONS.newClient,
    value: clipAtWord(name, MAX_NAME_LENGTH),
  });
}
