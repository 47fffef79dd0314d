import type { KnownBlock, ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodeListTarget, type ListTarget } from '../../list-target.ts';
import { actions, button, context, plain, section } from '../building-blocks.ts';

/** A form holds 100 blocks and 250 kB: a row is one block, the longest text three blocks of 18 kB together. */
export const ROWS_ON_A_PAGE = 20;
export const TEXTS_ON_A_PAGE = 8;

export type ListPage = {
  readonly target: ListTarget;
  readonly pages: number;
  /** The rows of this page, each of one block or more. */
  readonly rows: readonly (readonly KnownBlock[])[];
};

/** One page of a list that has no room where it stands, with the way to the pages before and after it. */
export function renderListView({ target, pages, rows }: ListPage, t: Messages): ModalView {
  const { list, button: verbs } = t.home;
  const turn = (text: string, actionId: string, page: number) =>
    page < 1 || page > pages ? [] : [button({ text, actionId, value: encodeListTarget({ ...target, page }) })];
  const turns = [
    ...turn(verbs.previous, ACTIONS.pageBefore, target.page - 1),
    ...turn(verbs.next, ACTIONS.pageAfter, target.page + 1),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.list,
    title: plain(list.title[target.list]),
    close: plain(t.forms.button.close),
    private_metadata: encodeListTarget(target),
    blocks: [
      ...(rows.length === 0 ? [section(list.empty)] : rows.flat()),
      ...(pages > 1 ? [context(list.page({ page: target.page, pages }))] : []),
      ...(turns.length > 0 ? [actions('pages', turns)] : []),
    ],
  };
}
