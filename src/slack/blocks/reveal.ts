import type { RichTextBlock } from '@slack/types';
import { md } from '../../domain/escaping.ts';
import type { HiddenReasons, Said, WordPhase } from '../../domain/statement.ts';
import { MIN_PEOPLE_FOR_WORDS, STATEMENT_KINDS } from '../../domain/statement.ts';
import type { Messages } from '../../i18n/index.ts';
import { context, section, title } from './building-blocks.ts';
import { hiddenInPlace } from './hidden-in-place.ts';
import { type Piece, pack } from './pack.ts';
import { quote, words } from './quote.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { complaintCaption } from './statement-caption.ts';

export type Reveal = {
  readonly phase: WordPhase;
  readonly answered: number;
  readonly said: readonly Said[];
  readonly hidden?: HiddenReasons;
};

/**
 * The words of one question of a private review, without names, in the order given. How many people stand behind them is not
 * said, since that would tell how many had nothing to complain about; fewer than three people are counted, not shown. In place of
 * what the facilitator has hidden stands the reason.
 */
export function renderReveal({ phase, answered, said, hidden = {} }: Reveal, t: Messages): RenderedMessage[] {
  const topic = t.thread.reveal.topic[phase];
  if (said.length === 0) {
    return [rendered([title(topic), section(md`${withoutWords(phase, answered, t)}`)])];
  }
  const heading = [title(t.thread.reveal.heading[phase](said.length)), context(md`${t.thread.reveal.noNames}`)];
  const shown = said.map((words, at) => ({ ...words, reason: hidden[at] }));
  return packed(
    heading,
    byKind(shown).flatMap((words) =>
      words.reason === undefined ? saidBlocks(words, t) : hiddenInPlace(words.reason, t),
    ),
    topic,
    t,
  );
}

/** Words that came late in a private review, shown together so that their time names nobody. None when there are none. */
export function renderLateReveal(said: readonly Said[], withheld: number, t: Messages): RenderedMessage[] {
  if (said.length + withheld === 0) return [];
  const topic = t.thread.reveal.late(said.length + withheld);
  const counted = withheld > 0 ? [section(md`${t.thread.reveal.lateWithheld(withheld)}`)] : [];
  const heading = [title(topic), ...counted, ...(said.length > 0 ? [context(md`${t.thread.reveal.noNames}`)] : [])];
  return packed(
    heading,
    byKind(said).flatMap((words) => lateBlocks(words, t)),
    topic,
    t,
  );
}

function packed(heading: Piece, blocks: readonly RichTextBlock[], topic: string, t: Messages): RenderedMessage[] {
  const [first, ...others] = blocks;
  const pieces = [first === undefined ? heading : [...heading, first], ...others.map((block) => [block])];
  return pack(pieces, t.card.continued(topic)).map(rendered);
}

function withoutWords(phase: WordPhase, answered: number, t: Messages): string {
  if (answered === 0) return t.thread.reveal.nobody;
  return answered < MIN_PEOPLE_FOR_WORDS ? t.thread.reveal.tooFew(answered) : t.thread.reveal.nothing[phase];
}

/** Grouped by what they answer, each group in the order given. */
function byKind<T extends Said>(said: readonly T[]): readonly T[] {
  return STATEMENT_KINDS.flatMap((kind) => said.filter((statement) => statement.kind === kind));
}

function saidBlocks(said: Said, t: Messages): RichTextBlock[] {
  if (said.kind === 'positive') return quote(said.text);
  const caption = said.kind === 'complaint' ? complaintCaption(said, t) : t.thread.kind[said.kind];
  return quote(said.text, caption === '' ? [] : [words(caption, { italic: true })]);
}

function lateBlocks(said: Said, t: Messages): RichTextBlock[] {
  const caption = [t.thread.kind[said.kind], complaintCaption(said, t)].filter((line) => line !== '').join(' · ');
  return quote(said.text, [words(caption, { italic: true })]);
}
