import type { ModalView } from '@slack/types';
import type { Mrkdwn } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { plain, sections } from '../building-blocks.ts';

/** A form that only says something, such as why it cannot be filled in here. The title has at most 24 characters. */
export function renderMessageView({ title, text }: { title: string; text: Mrkdwn }, t: Messages): ModalView {
  return { type: 'modal', title: plain(title), close: plain(t.forms.button.close), blocks: sections([text]) };
}
