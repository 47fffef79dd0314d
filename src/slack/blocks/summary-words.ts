import type { KnownBlock } from '@slack/types';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { md } from '../../domain/escaping.ts';
import { complaintLoadTwelfths } from '../../domain/pressure.ts';
import type { Said, WordPhase } from '../../domain/statement.ts';
import type { SummaryModel } from '../../domain/summary.ts';
import type { Messages } from '../../i18n/index.ts';
import { context, sections } from './building-blocks.ts';
import { clipAtWord } from './clip.ts';
import { mostNamed, type Named } from './most-named.ts';
import type { Piece } from './pack.ts';
import { quote } from './quote.ts';

const QUOTES = 3;
const MAX_QUOTE_LENGTH = 160;

/** What hurts: where the trouble comes from, signal by signal, most named first, and a few of the words. */
export function hurtsPiece(summary: SummaryModel, t: Messages): Piece {
  const { figures } = summary;
  const total = Math.max(figures.complaints.total, counted(summary, 'complaints'));
  if (total === 0 && figures.voices === 0) return [];
  const heading = md`*${t.summary.heading.hurts(total)}*`;
  if (total === 0) return sections([heading, md`${t.summary.noComplaints}`]);
  const lines = [...hardStopLines(summary, t), ...signalLines(summary, t)];
  // Too few people to say what they named: the note about withheld words says so.
  const isWithheld = summary.withheld.complaints > 0 && summary.said.complaints.length === 0;
  const body = lines.length > 0 || isWithheld ? lines : [md`${t.summary.complaintsWithoutSignal}`];
  return [...sections([heading, ...body]), ...wordBlocks(summary, 'complaints', t)];
}

/** What is good: how many could not name one, and a few of the words. */
export function goodPiece(summary: SummaryModel, t: Messages): Piece {
  const { positives } = summary.figures;
  if (positives.answered === 0) return [];
  const cannot =
    positives.cannotName > 0 && positives.named > 0 ? [md`${t.summary.cannotName(positives.cannotName)}`] : [];
  const none = positives.named === 0 ? [md`${t.summary.nothingGood}`] : [];
  const heading = md`*${t.summary.heading.good(positives.named)}*`;
  return [...sections([heading, ...none, ...cannot]), ...wordBlocks(summary, 'positives', t)];
}

/** What we learned: a few of the words. */
export function learnedPiece(summary: SummaryModel, t: Messages): Piece {
  const total = counted(summary, 'lessons');
  if (total === 0) return [];
  return [...sections([md`*${t.summary.heading.learned(total)}*`]), ...wordBlocks(summary, 'lessons', t)];
}

function counted({ said, withheld }: SummaryModel, phase: WordPhase): number {
  return said[phase].length + withheld[phase];
}

function hardStopLines({ figures }: SummaryModel, t: Messages): Mrkdwn[] {
  return figures.hardStops.map(
    ({ id, voices }) => md` • ${t.summary.hardStop(t.vocabulary.signal[id], voices, figures.voices)}`,
  );
}

function signalLines({ figures }: SummaryModel, t: Messages): Mrkdwn[] {
  if (figures.signals.length === 0) return [];
  const byPeople = [...figures.signals].sort((a, b) => b.voices - a.voices);
  const lines = byPeople.map(({ id, voices, usualFrequency, contribution }) => {
    const named = t.summary.signal(
      t.vocabulary.signal[id],
      voices,
      figures.voices,
      t.vocabulary.frequency[usualFrequency],
    );
    const points = Math.round(contribution) < 1 ? t.summary.smallContribution : t.summary.contribution(contribution);
    return md` • ${named} · ${points}`;
  });
  return [md`${t.summary.pressure(figures.pressure)}`, ...lines];
}

/** Up to three short quotes, each about something else where it can be; where that is not all, where the rest is, and why words are missing. */
function wordBlocks({ said, withheld, figures }: SummaryModel, phase: WordPhase, t: Messages): KnownBlock[] {
  const all = diverse(said[phase], mostNamed(figures, QUOTES));
  const shown = all.slice(0, QUOTES).map((statement) => clipAtWord(statement.text, MAX_QUOTE_LENGTH));
  const isAll = all.length <= QUOTES && all.every(({ text }, index) => shown[index] === text);
  const notes = [
    ...(isAll ? [] : [t.summary.allAbove(all.length, phase)]),
    ...(withheld[phase] > 0 ? [t.summary.withheld(withheld[phase])] : []),
  ];
  return [...shown.flatMap((text) => quote(text)), ...notes.map((note) => context(md`${note}`))];
}

/** The heaviest words about each of the signals most named, then the rest by weight. */
function diverse(said: readonly Said[], named: readonly Named[]): readonly Said[] {
  const rest = [...said].sort((a, b) => heaviness(b) - heaviness(a));
  const first = named.flatMap(({ id }) => {
    const at = rest.findIndex(({ signals }) => signals.includes(id));
    return at < 0 ? [] : rest.splice(at, 1);
  });
  return [...first, ...rest];
}

function heaviness({ kind, severity, frequency }: Said): number {
  if (kind === 'lesson_learned') return 1;
  return severity === null || frequency === null ? 0 : complaintLoadTwelfths({ severity, frequency });
}
