import type { Button, KnownBlock, ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { Checklist } from '../../../usecases/read-parting.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodePartingTarget } from '../../parting-target.ts';
import { actions, button, context, plain, section } from '../building-blocks.ts';
import { headingBlocks } from '../parting-checklist.ts';
import { stepLine } from '../parting-step-line.ts';

/** Escaped, each character can take five; a section holds 3,000. */
const ROOM = { title: 200, note: 150 };

/** The checklist as a page: every step with a button, and for managers what can be done about the whole. */
export function renderPartingView(
  { isManager, ...checklist }: Checklist & { readonly isManager: boolean },
  t: Messages,
): ModalView {
  const { reviewId, steps, today, playbook } = checklist;
  const isRunning = playbook.state === 'running';
  const buttons = isManager && isRunning ? managerButtons(checklist, t) : [];
  return {
    type: 'modal',
    callback_id: VIEWS.parting,
    title: plain(t.partingForms.title.checklist),
    close: plain(t.forms.button.close),
    private_metadata: encodePartingTarget({ reviewId }),
    blocks: [
      ...headingBlocks(checklist, t),
      ...(buttons.length === 0 ? [] : [actions('parting', buttons)]),
      ...steps.map((step): KnownBlock => {
        const row = section(stepLine(step, { today, room: ROOM }, t));
        if (!isRunning) return row;
        const value = encodePartingTarget({ reviewId, stepId: step.id });
        return {
          ...row,
          accessory: button({ text: t.partingForms.button.open, actionId: ACTIONS.partingStep, value }),
        };
      }),
      context(md`${t.partingForms.never}`),
    ],
  };
}

function managerButtons({ reviewId, hasNotice }: Checklist, t: Messages): Button[] {
  const value = encodePartingTarget({ reviewId });
  const { buttons } = t.parting;
  return [
    button({ text: buttons.channel, actionId: ACTIONS.partingChannel, value }),
    button({ text: buttons.notice, actionId: ACTIONS.partingNotice, value }),
    ...(hasNotice ? [button({ text: t.partingForms.button.show, actionId: ACTIONS.showNotice, value })] : []),
    button({ text: buttons.add, actionId: ACTIONS.addPartingStep, value }),
    button({ text: buttons.endDate, actionId: ACTIONS.movePartingEnd, value }),
  ];
}
