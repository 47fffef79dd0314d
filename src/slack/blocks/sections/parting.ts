import type { Button, KnownBlock } from '@slack/types';
import type { ClientStatus } from '../../../domain/client.ts';
import { boldLine, escapeText, join, type Mrkdwn, md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientParting } from '../../../usecases/read-parting.ts';
import { ACTIONS } from '../../ids.ts';
import { button, section } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { openChecklist } from '../parting-button.ts';
import { stepName } from '../parting-step-line.ts';

/** How far the parting with a client is, on its page: "4 of 13 done, next: …, ends 6 January 2027". Nothing where we do not part. */
export function partingSection(parting: ClientParting | null | undefined, t: Messages): KnownBlock[] {
  if (!parting) return [];
  const heading = boldLine(escapeText(t.partingForms.section));
  return [{ ...section(join([heading, progressLine(parting, t)])), accessory: openChecklist(parting.reviewId, t) }];
}

function progressLine({ progress, endOn }: ClientParting, t: Messages): Mrkdwn {
  if (progress === null) return t.partingForms.notBegun;
  const { next } = progress;
  const said = [
    t.partingForms.progress(progress),
    ...(next === null ? [] : [t.partingForms.next(clipAtWord(stepName(next, t), 75))]),
    ...(endOn === null ? [] : [t.partingForms.ends(endOn)]),
  ];
  return md`${said.join(', ')}`;
}

/** *Work with them again*, for a client we have parted with. */
export function reopenButtons(
  { id, status }: { readonly id: string; readonly status: ClientStatus },
  t: Messages,
): Button[] {
  if (status !== 'parted') return [];
  return [button({ text: t.partingForms.button.reopenClient, actionId: ACTIONS.reopenClient, value: id })];
}
