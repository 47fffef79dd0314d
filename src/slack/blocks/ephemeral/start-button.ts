import type { Button } from '@slack/types';
import { ACTIONS } from '../../ids.ts';
import { button } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';

const MAX_BUTTON_LENGTH = 75;

/** Longest name a button carries: more than any client's name may have, so that the form can say that it is too long. */
const MAX_NAME_LENGTH = 200;

/** Opens the start form; its value is the client's name to fill in, or a hyphen for none, since Slack takes no empty value. */
export function startButton(text: string, clientName: string | null): Button {
  return button({
    text: clipAtWord(text, MAX_BUTTON_LENGTH),
    actionId: ACTIONS.startForm,
    value: clientName === null ? '-' : clipAtWord(clientName, MAX_NAME_LENGTH),
    style: 'primary',
  });
}

/** The client's name that a start button carries; null for none. */
export function parseStartButton(value: string | undefined): string | null {
  return value === undefined || value === '-' || value === '' ? null : value;
}
