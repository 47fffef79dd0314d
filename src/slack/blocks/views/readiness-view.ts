import type { Button, KnownBlock, ModalView } from '@slack/types';
import { boldLine, escapeText, join, type Mrkdwn, md } from '../../../domain/escaping.ts';
import { READINESS_FIELDS, type ReadinessField } from '../../../domain/readiness/readiness-figures.ts';
import { formatMoney, formatShare } from '../../../i18n/amounts.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ReadinessPage } from '../../../usecases/read-readiness.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { actions, button, context, plain, section, sections, title } from '../building-blocks.ts';
import { oneLine } from '../clip.ts';
import { quote } from '../quote.ts';

/**
 * What managers see of readiness: how ready the team is, how many said what where that points at nobody, comments without names, what
 * it costs, and what the verdict makes of it. `notice`: what was just done.
 */
export function renderReadinessView(
  page: ReadinessPage,
  { currency, notice }: { readonly currency: string; readonly notice: Mrkdwn | null },
  t: Messages,
): ModalView {
  const texts = t.readiness;
  const { state, adjusted } = page;
  return {
    type: 'modal',
    callback_id: VIEWS.readiness,
    title: plain(texts.title),
    close: plain(t.forms.button.close),
    private_metadata: encodeTarget({ reviewId: page.reviewId }),
    blocks: [
      context(boldLine(escapeText(page.clientName))),
      ...(notice === null ? [] : [section(notice)]),
      ...(state.kind === 'skipped' ? [section(texts.skipped(oneLine(state.reason)))] : []),
      ...teamBlocks(page, t),
      title(texts.figuresHeading),
      ...figureBlocks(page, currency, t),
      ...(adjusted === null
        ? []
        : [
            section(
              md`${t.summary.why.cannotAfford(adjusted.revenueShare, adjusted.readiness, adjusted.minReadiness)}`,
            ),
          ]),
      page.isOver ? context(md`${texts.isOver}`) : actions('readiness', readinessActions(page.reviewId, t)),
    ],
  };
}

/** *Ask the team* and *Fill in the figures*. */
export function readinessActions(reviewId: string, t: Messages): Button[] {
  const value = encodeTarget({ reviewId });
  return [
    button({ text: t.readiness.buttons.ask, actionId: ACTIONS.askReadiness, value }),
    button({ text: t.readiness.buttons.figures, actionId: ACTIONS.readinessFigures, value }),
  ];
}

function teamBlocks({ isAsked, shown }: ReadinessPage, t: Messages): KnownBlock[] {
  const texts = t.readiness;
  if (!isAsked) return [section(md`${texts.notAsked}`), context(md`${texts.whyAsk}`)];
  const counts =
    shown.readiness === null ? [] : [shown.counts === null ? texts.countsHidden : texts.counts(shown.counts)];
  const heading = join([boldLine(md`${texts.result(shown)}`), ...counts.map((line) => md`${line}`)]);
  const comments = shown.comments.flatMap((comment) => quote(comment));
  return [section(heading), ...(comments.length === 0 ? [] : [context(md`${texts.comments}`), ...comments])];
}

function figureBlocks({ figures, gap }: ReadinessPage, currency: string, t: Messages): KnownBlock[] {
  const line = (field: ReadinessField): Mrkdwn[] => {
    const value = figures[field];
    if (value === null) return [];
    const { locale } = t.forms;
    const shown = field === 'revenueShare' ? formatShare(locale, value) : formatMoney(locale, value, currency);
    return [md`${t.readiness.figureLine[field](shown)}`];
  };
  const lines = READINESS_FIELDS.flatMap(line);
  if (lines.length === 0) return [section(md`${t.readiness.noFigures}`)];
  return sections([...lines, ...(gap === null ? [] : [boldLine(md`${t.readiness.gap(gap.amount, gap.currency)}`)])]);
}
