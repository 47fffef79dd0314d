import type { KnownBlock, RichTextBlock, SectionBlock } from '@slack/types';
import type { DigestClient } from '../../domain/digest.ts';
import { bold, join, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { HealthBand } from '../../domain/health.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section } from './building-blocks.ts';
import { clipAtWord } from './clip.ts';

const MARKS: Readonly<Record<HealthBand, string>> = { healthy: '🟢', watch: '🟡', critical: '🔴' };
const NO_MARK = '⚪';
const MAX_SIGNALS = 3;
/** Five of the widest fit into one message. */
const MAX_COMMENT_LENGTH = 250;
/** Of a paragraph of names: the widest letters still fit into a message. */
const MAX_PARAGRAPH_LENGTH = 2_000;

type Comments = { readonly texts: readonly string[]; readonly more: number };

/** One client with its figures, what people named and wrote, and *Start a review* where it is critical or falling. */
export function clientBlocks(client: DigestClient, comments: Comments | undefined, t: Messages): KnownBlock[] {
  return [clientSection(client, t), ...(comments === undefined ? [] : commentBlocks(comments, t))];
}

function clientSection(client: DigestClient, t: Messages): SectionBlock {
  const { id, need, alerts, hasOpenReview, items } = client;
  const block = section(
    join([
      md`${markOf(client)} ${bold(client.name)} ${factsOf(client, t)}`,
      ...namedLine(client, t),
      ...alerts.map((condition) => md`${t.digest.alert[condition]}`),
      ...(hasOpenReview ? [md`${t.digest.openReview}`] : []),
      ...(items.open > 0 ? [md`${t.digest.openItems(items)}`] : []),
    ]),
  );
  const isStartable = (need === 'critical' || need === 'falling') && !hasOpenReview;
  if (!isStartable) return block;
  const start = button({ text: t.digest.button, actionId: ACTIONS.startForClient, value: id });
  return { ...block, accessory: start };
}

/** "34 ↓ 18 · critical · 5 of 7 answered" */
function factsOf(client: DigestClient, t: Messages): string {
  const { need, band, answers, last, comments } = client;
  const texts = t.digest;
  const inWords = band === null ? texts.noData : texts.band[band];
  return [
    ...scoreOf(client),
    need === 'falling' ? texts.falling(inWords) : inWords,
    responsesOf(answers, t),
    ...(last === null ? [] : [texts.last({ health: last.health, week: isoWeekNumber(last.week) })]),
    ...(comments.withheld === 0 ? [] : [texts.withheldHere(comments.withheld)]),
  ].join(' · ');
}

function scoreOf({ health, change }: DigestClient): string[] {
  if (health === null) return [];
  if (change === null) return [`${health}`];
  return [change === 0 ? `${health} →` : `${health} ${change > 0 ? '↑' : '↓'} ${Math.abs(change)}`];
}

function responsesOf(answers: DigestClient['answers'], { digest }: Messages): string {
  if (answers === null) return digest.nobodyAsked;
  return answers.respondents === 0 ? digest.noAnswers(answers.asked) : digest.responses(answers);
}

function namedLine({ signals }: DigestClient, t: Messages): Mrkdwn[] {
  if (signals.length === 0) return [];
  const shown = signals
    .slice(0, MAX_SIGNALS)
    .map(({ id, respondents }) => `${t.vocabulary.signal[id]} ×${respondents}`);
  return [md`${t.digest.named({ signals: shown.join(', '), more: signals.length - shown.length })}`];
}

function commentBlocks({ texts, more }: Comments, t: Messages): KnownBlock[] {
  const quotes = texts.map((text) => ({
    type: 'rich_text_quote' as const,
    elements: [{ type: 'text' as const, text: clipAtWord(text, MAX_COMMENT_LENGTH) || '–' }],
  }));
  const block: RichTextBlock = { type: 'rich_text', elements: quotes };
  return [
    ...(quotes.length === 0 ? [] : [block]),
    ...(more === 0 ? [] : [context(md`${t.digest.moreComments(more)}`)]),
  ];
}

/** Many clients of whom there is nothing to say but their score, in paragraphs: the healthy ones, and those without data. */
export function foldedSections(clients: readonly DigestClient[], t: Messages): SectionBlock[] {
  return (['healthy', 'no_data'] as const).flatMap((need) => {
    const names = clients.filter((client) => client.need === need).map(foldedName);
    if (names.length === 0) return [];
    const heading = md`${need === 'healthy' ? MARKS.healthy : NO_MARK} ${t.digest.folded[need]}:`;
    return paragraphs(names).map((names, index) => section(join([...(index === 0 ? [heading] : []), names], ' ')));
  });
}

function foldedName(client: DigestClient): Mrkdwn {
  const [score] = scoreOf(client);
  return score === undefined ? md`${bold(client.name)}` : md`${bold(client.name)} ${score}`;
}

/** Names with commas between, none of them divided. */
function paragraphs(names: readonly Mrkdwn[]): Mrkdwn[] {
  const lines: Mrkdwn[][] = [];
  let length = 0;
  for (const name of names) {
    length += name.length + 2;
    const last = lines.at(-1);
    if (last !== undefined && length <= MAX_PARAGRAPH_LENGTH) last.push(name);
    else {
      lines.push([name]);
      length = name.length;
    }
  }
  return lines.map((line) => join(line, ', '));
}

function markOf({ band }: DigestClient): string {
  return band === null ? NO_MARK : MARKS[band];
}
