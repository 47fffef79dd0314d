import type { Button } from '@slack/types';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { button } from './building-blocks.ts';

/** *Try it on myself*. Slack takes no empty value: a hyphen, since it carries none. */
export function rehearsalButton(t: Messages): Button {
  return button({ text: t.rehearsal.button, actionId: ACTIONS.rehearse, value: '-' });
}
