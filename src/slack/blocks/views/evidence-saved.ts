import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { actions, button, plain, section } from '../building-blocks.ts';

/** Said in place of the form, so that nothing has to be said in the channel: it is logged, and how to correct it. */
export function renderEvidenceSaved(
  { clientName, entryId }: { readonly clientName: string; readonly entryId: string },
  t: Messages,
): ModalView {
  const texts = t.evidence;
  return {
    type: 'modal',
    callback_id: VIEWS.evidenceSaved,
    title: plain(texts.title),
    close: plain(t.forms.button.close),
    blocks: [
      section(texts.about(clientName)),
      section(md`${texts.saved}`),
      actions('evidence_saved', [button({ text: texts.correct, actionId: ACTIONS.correctEvidence, value: entryId })]),
    ],
  };
}
