import { md } from '../../domain/escaping.ts';
import { READINESS_LEVELS, type ReadinessAnswer, type ReadinessLevel } from '../../domain/readiness/readiness.ts';
import type { ReviewMode } from '../../domain/review.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, context, section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

export type ReadinessAsk = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly mode: ReviewMode;
  /** What the reader said; null before. */
  readonly own: Pick<ReadinessAnswer, 'level' | 'comment'> | null;
  readonly isOver: boolean;
};

const ACTION_OF: Readonly<Record<ReadinessLevel, string>> = {
  ready: ACTIONS.ready,
  worried: ACTIONS.worried,
  not_ready: ACTIONS.notReady,
};

/** The question to one of the team: one click, and a comment for who has one. */
export function renderReadinessAsk(
  { reviewId, clientName, mode, own, isOver }: ReadinessAsk,
  t: Messages,
): RenderedMessage {
  const texts = t.readiness;
  const value = encodeTarget({ reviewId });
  const levels = READINESS_LEVELS.map((level) => {
    const style = own?.level === level ? { style: 'primary' as const } : {};
    return button({ text: texts.level[level], actionId: ACTION_OF[level], value, ...style });
  });
  const said = own === null ? [] : [texts.yours(texts.level[own.level]), ...(own.comment ? [texts.commentKept] : [])];
  return rendered([
    section(texts.ask(clientName)),
    context(md`${texts.whoSees[mode]}`),
    ...(said.length === 0 ? [] : [context(md`${said.join('. ')}`)]),
    isOver
      ? context(md`${texts.isOver}`)
      : actions('readiness', [
          ...levels,
          button({ text: texts.buttons.comment, actionId: ACTIONS.readinessComment, value }),
        ]),
  ]);
}
