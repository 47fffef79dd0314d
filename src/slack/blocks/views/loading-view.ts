import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { renderMessageView } from './message-view.ts';

/** Opened at once, while a trigger lasts, and replaced when the form's facts have been read. */
export function renderLoadingView(t: Messages): ModalView {
  return renderMessageView({ title: t.forms.title.loading, text: md`${t.forms.loading}` }, t);
}
