import type { Button } from '@slack/types';
import type { Mrkdwn } from '../../../domain/escaping.ts';
import { actions, sections } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';

/** A reply that says one thing, such as a refusal or a receipt, with the buttons that help, if any. */
export function renderNotice(text: Mrkdwn, buttons: readonly Button[] = []): RenderedMessage {
  return { text, blocks: [...sections([text]), ...(buttons.length === 0 ? [] : [actions('notice', buttons)])] };
}
