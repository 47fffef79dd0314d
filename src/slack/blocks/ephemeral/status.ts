import type { KnownBlock } from '@slack/types';
import type { ShownDecision } from '../../../domain/card.ts';
import type { ClientStatus } from '../../../domain/client.ts';
import { type DecidedUpon, recommendedChoice } from '../../../domain/decision.ts';
import { join, md, mention, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { actions, section } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { quote } from '../quote.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { verdictMark } from '../verdict-mark.ts';
import { cardLink, type ListedReview, reviewLine } from './review-line.ts';
import { startButton } from './start-button.ts';

/** This reply is one message and holds a review beside it; the thread has all of the reason. */
const MAX_RATIONALE_LENGTH = 1000;

export type StatusModel = {
  readonly clientName: string;
  readonly status: ClientStatus;
  /** The review that is open now. */
  readonly open: Omit<ListedReview, 'clientName'> | null;
  /** The latest one that closed. */
  readonly last: {
    readonly closedAt: Date;
    readonly verdict: Pick<DecidedUpon, 'stance' | 'mode'>;
    readonly decision: ShownDecision | null;
    readonly cardUrl: string | null;
  } | null;
};

/** Where one client stands: its status, the open review, and what the last one said and led to. */
export function renderStatus(model: StatusModel, t: Messages): RenderedMessage {
  const texts = t.commands.status;
  const { clientName, status, open, last } = model;
  const heading = texts.heading({ clientName, status: t.vocabulary.status[status] });
  const openLines = open === null ? [] : [section(join([texts.open, reviewLine({ ...open, clientName }, t)]))];
  const start = actions('status', [startButton(texts.startButton, clientName)]);
  return {
    text: heading,
    blocks: [
      section(heading),
      ...openLines,
      ...(last === null ? [] : lastReview(last, t)),
      ...(open === null && last === null ? [section(texts.none)] : []),
      ...(open === null && status !== 'parted' ? [start] : []),
    ],
  };
}

function lastReview(
  { closedAt, verdict, decision, cardUrl }: NonNullable<StatusModel['last']>,
  t: Messages,
): KnownBlock[] {
  const texts = t.commands.status;
  const recommended = recommendedChoice({ ...verdict, hasHardStop: false });
  const said = texts.verdict(recommended === null ? null : t.vocabulary.choice[recommended]);
  const link = cardUrl === null ? md`` : md` · ${safe(cardLink(cardUrl, t))}`;
  const lines = [
    md`${safe(texts.last(closedAt))}${safe(link)}`,
    md`${verdictMark(verdict.mode)} ${safe(said)}`,
    decision === null
      ? texts.undecided
      : texts.decision({
          choice: t.vocabulary.choice[decision.choice],
          who: mention(decision.decidedBy),
          at: decision.decidedAt,
        }),
  ];
  return [section(join(lines)), ...(decision?.rationale ? quote(shortened(decision.rationale)) : [])];
}

function shortened(rationale: string): string {
  return rationale.length <= MAX_RATIONALE_LENGTH ? rationale : clipAtWord(rationale, MAX_RATIONALE_LENGTH);
}
