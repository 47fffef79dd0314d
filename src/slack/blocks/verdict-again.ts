import type { KnownBlock } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import { md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import { isSameVerdict, whatChanged } from '../../domain/verdict-again.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, context, section, sections, title } from './building-blocks.ts';
import { pack } from './pack.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';
import { reasonBullets, warningSections } from './summary-why.ts';
import { verdictMark } from './verdict-mark.ts';

type VerdictAgainPost = Extract<PostMessage, { kind: 'verdict_again' }>;

/**
 * A further version of the verdict in the thread (method 6): whether it changed, and why, with the figures; ends with the button to
 * decide while this is the newest version and nobody has decided on it.
 */
export function renderVerdictAgain(post: VerdictAgainPost, card: CardModel, t: Messages): RenderedMessage[] {
  const { again } = t.meeting;
  const { version, willing, before, verdict, figures } = post;
  const difference = whatChanged(before, verdict);
  const heading = willing === null ? again.titleReadiness(version) : again.title(version);
  const isAdjusted = difference.adjustment === 'begins';
  const changed =
    difference.outcome === null ? again.same : again.changed(inASentence(before.mode, t), inASentence(verdict.mode, t));
  const pieces: readonly (readonly KnownBlock[])[] = [
    [title(heading), section(md`${verdictMark(verdict.mode)} *${t.summary.shortVerdict[verdict.mode]}*\n${changed}`)],
    [
      ...(willing === null ? [] : [section(md`${again.willing[willing]}`)]),
      ...(isAdjusted ? warningSections({ verdict: { ...verdict, suggestChangeOfContact: null } }, t).map(section) : []),
      ...(difference.adjustment === 'ends' ? [section(md`${again.adjustmentEnds}`)] : []),
    ],
    ...(isSameVerdict(difference)
      ? []
      : [
          sections(reasonBullets(again.added, { reasons: difference.added, figures }, t)),
          sections(reasonBullets(again.gone, { reasons: difference.gone, figures }, t)),
        ]),
    [...confidenceBlocks(difference.confidence, t), ...decideBlocks(post, card, t)],
  ];
  return pack(pieces, t.card.continued(heading)).map(rendered);
}

function confidenceBlocks(change: ReturnType<typeof whatChanged>['confidence'], t: Messages): KnownBlock[] {
  if (change === null) return [];
  const { confidence, level } = t.meeting.again;
  return [context(md`${confidence(level[change.from], level[change.to])}`)];
}

function decideBlocks({ version }: VerdictAgainPost, { undecidedVersion, decision, reviewId }: CardModel, t: Messages) {
  if (undecidedVersion !== version) return [];
  const text = decision === null ? t.card.buttons.decide : t.meeting.buttons.decideAgain;
  const value = encodeTarget({ reviewId });
  return [
    ...(decision === null ? [] : [context(md`${t.meeting.again.decideAgain}`)]),
    actions('decide', [button({ text, actionId: ACTIONS.decide, value, style: 'primary' })]),
  ];
}

function inASentence(mode: keyof Messages['summary']['shortVerdict'], t: Messages): string {
  const words = t.summary.shortVerdict[mode];
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
