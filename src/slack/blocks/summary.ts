import { md } from '../../domain/escaping.ts';
import type { SummaryModel } from '../../domain/summary.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, context, section, sections, title } from './building-blocks.ts';
import { type Piece, pack } from './pack.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { changeLines } from './summary-change.ts';
import { heardLines, priceLines, voteLines } from './summary-votes.ts';
import { confidenceLine, warningSections, whyLines } from './summary-why.ts';
import { goodPiece, hurtsPiece, learnedPiece } from './summary-words.ts';
import { verdictMark } from './verdict-mark.ts';

/**
 * The summary of a review (screens: summary; method 5): the verdict first, then why, what would change it, what was said, the
 * price, the votes and who was heard. One message, and further ones where there is no room; ends with the button to
 * decide, until somebody has.
 */
export function renderSummary(summary: SummaryModel, t: Messages, isDecided = false): RenderedMessage[] {
  const { verdict, clientName, reviewId } = summary;
  const sentence = t.summary.verdict[verdict.mode](clientName);
  const mark = verdictMark(verdict.mode);
  const decide = button({
    text: t.card.buttons.decide,
    actionId: ACTIONS.decide,
    value: encodeTarget({ reviewId }),
    style: 'primary',
  });
  const pieces: readonly Piece[] = [
    [title(`${mark} ${sentence}`), context(confidenceLine(summary, t))],
    ...warningSections(summary, t).map((warning) => [section(warning)]),
    sections(whyLines(summary, t)),
    sections(changeLines(summary, t)),
    hurtsPiece(summary, t),
    goodPiece(summary, t),
    learnedPiece(summary, t),
    sections(priceLines(summary, t)),
    sections(voteLines(summary, t)),
    sections(heardLines(summary, t)),
    hiddenPiece(summary, t),
    [context(md`${t.summary.footer}`), ...(isDecided ? [] : [actions('decide', [decide])])],
  ];
  return pack(pieces, t.card.continued(sentence)).map(rendered);
}

/** How many things the facilitator has hidden; nothing where that is none. */
function hiddenPiece({ hidden = 0 }: SummaryModel, t: Messages): Piece {
  return hidden === 0 ? [] : [context(t.desk.hidden.inSummary(hidden))];
}
