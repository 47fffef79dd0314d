import type { Button, ModalView } from '@slack/types';
import { type Mrkdwn, md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { actions, button, plain, section } from '../building-blocks.ts';

/** Shown once a new client is set up: what can be done before the work starts. */
export function renderClientSaved(
  { clientId, clientName }: { readonly clientId: string; readonly clientName: string },
  t: Messages,
): ModalView {
  const { title, later, clientSaved, intro, offer } = t.intake;
  return savedView({
    ...{ callbackId: VIEWS.clientSaved, title, close: later },
    lines: [clientSaved(clientName), md`${intro}`],
    next: button({ text: offer, actionId: ACTIONS.intake, value: clientId, style: 'primary' }),
  });
}

/** Said in place of the form, so that nothing has to be said in the channel: it is logged, and how to correct it. */
export function renderEvidenceSaved(
  { clientName, entryId }: { readonly clientName: string; readonly entryId: string },
  t: Messages,
): ModalView {
  const { title, about, saved, correct } = t.evidence;
  return savedView({
    ...{ callbackId: VIEWS.evidenceSaved, title, close: t.forms.button.close },
    lines: [about(clientName), md`${saved}`],
    next: button({ text: correct, actionId: ACTIONS.correctEvidence, value: entryId }),
  });
}

type SavedView = {
  readonly callbackId: string;
  readonly title: string;
  readonly close: string;
  readonly lines: readonly Mrkdwn[];
  readonly next: Button;
};

/** What was saved, in place of the form that it was typed into, and the one thing that can be done next. */
function savedView({ callbackId, title, close, lines, next }: SavedView): ModalView {
  return {
    ...{ type: 'modal', callback_id: callbackId, title: plain(title), close: plain(close) },
    blocks: [...lines.map((line) => section(line)), actions('saved', [next])],
  };
}
