import type { KnownBlock, ModalView } from '@slack/types';
import type { ImportPlan } from '../../../domain/client-import.ts';
import { join, type Mrkdwn, md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { actions, button, section, sections } from '../building-blocks.ts';
import { foldLine } from '../ephemeral/fold-line.ts';
import { formView } from './form-view.ts';
import { type WrongLine, wrongLines } from './import-form.ts';

export type ImportPreviewModel = {
  readonly importId: string;
  readonly plan: ImportPlan;
  readonly wrong: readonly WrongLine[];
};

const MAX_NAMES_BYTES = 2_000;
const MAX_CHANGES_BYTES = 9_000;

/** What an import would do, with honest counts: nothing is saved before its button is pressed. */
export function renderImportPreview({ importId, plan, wrong }: ImportPreviewModel, t: Messages): ModalView {
  const texts = t.clientSetup.import;
  return formView(
    {
      callbackId: VIEWS.importPreview,
      title: texts.title,
      submit: texts.confirm,
      metadata: importId,
      blocks: [
        section(texts.summary(countsOf(plan))),
        ...(wrong.length === 0 ? [] : [section(texts.wrong(wrong.length)), ...sections(wrongLines(wrong, t))]),
        ...createdBlocks(plan, t),
        ...changedBlocks(plan, t),
        actions(ACTIONS.importBack, [button({ text: texts.back, actionId: ACTIONS.importBack, value: importId })]),
      ],
    },
    t,
  );
}

/** How many clients an import adds, changes and leaves as they are. */
export function countsOf({ created, changed, unchanged }: ImportPlan) {
  return { created: created.length, changed: changed.length, unchanged: unchanged.length };
}

function createdBlocks({ created }: ImportPlan, t: Messages): KnownBlock[] {
  const texts = t.clientSetup.import;
  if (created.length === 0) return [];
  const names = created.map(({ name }) => md`${name}`);
  const folded = foldLine({ items: names, maxBytes: MAX_NAMES_BYTES, more: texts.moreLines });
  return [section(join([texts.created(created.length), join(folded, ' · ')]))];
}

function changedBlocks({ changed }: ImportPlan, t: Messages): KnownBlock[] {
  const texts = t.clientSetup.import;
  if (changed.length === 0) return [];
  const items = changed.map(({ client, changed: fields }): Mrkdwn => {
    const names = fields.map((field) => texts.field[field]).join(', ');
    return texts.change({ name: client.name, fields: names });
  });
  const folded = foldLine({ items, maxBytes: MAX_CHANGES_BYTES, more: texts.moreLines });
  return sections([texts.changed(changed.length), ...folded]);
}
