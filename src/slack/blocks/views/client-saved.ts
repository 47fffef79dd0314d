import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { actions, button, plain, section } from '../building-blocks.ts';

/** Shown once a new client is set up: what can be done before the work starts. */
export function renderClientSaved(
  { clientId, clientName }: { readonly clientId: string; readonly clientName: string },
  t: Messages,
): ModalView {
  const texts = t.intake;
  return {
    type: 'modal',
    callback_id: VIEWS.clientSaved,
    title: plain(texts.title),
    close: plain(texts.later),
    blocks: [
      section(texts.clientSaved(clientName)),
      section(md`${texts.intro}`),
      actions('intake', [button({ text: texts.offer, actionId: ACTIONS.intake, value: clientId, style: 'primary' })]),
    ],
  };
}
