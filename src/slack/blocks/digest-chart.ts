import type { ImageBlock, KnownBlock } from '@slack/types';
import type { Digest, DigestChart } from '../../domain/digest.ts';
import { md } from '../../domain/escaping.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Messages } from '../../i18n/index.ts';
import { context, plain } from './building-blocks.ts';
import { quote, words } from './quote.ts';

/** The chart of a digest with its facts in words, and its file where Slack has it. */
export type ShownChart = {
  readonly chart: DigestChart;
  readonly altText: string;
  /** `readyBy`: after this moment Slack has certainly looked at it. */
  readonly file: { readonly id: string; readonly readyBy: Date } | null;
};

/** The picture and what it leaves out; null where Slack does not have it. */
export function chartPicture(
  { chart, altText, file }: ShownChart,
  t: Messages,
): { readonly blocks: readonly KnownBlock[]; readonly readyBy: Date } | null {
  if (file === null) return null;
  const image: ImageBlock = {
    type: 'image',
    slack_file: { id: file.id },
    alt_text: altText,
    title: plain(chartTitle(chart, t)),
  };
  return { blocks: [image, ...leftOut(chart, t)], readyBy: file.readyBy };
}

/** The same facts where the picture could not be sent. */
export function chartInWords({ chart, altText }: ShownChart, t: Messages): KnownBlock[] {
  return [...quote(altText, [words(t.digest.chart.failed)]), ...leftOut(chart, t)];
}

/** What stands in the place of a chart of nobody; nothing where the digest says that there are no scores. */
export function noChart({ clients }: Digest, t: Messages): KnownBlock[] {
  return clients.some(({ health }) => health !== null) ? [context(md`${t.digest.chart.none}`)] : [];
}

/** What a chart shows, for its head and its file. */
export function chartTitle({ weeks, lines }: DigestChart, t: Messages): string {
  const [first = 0, last = 0] = [weeks[0], weeks.at(-1)];
  return t.digest.chart.title({ count: lines.length, first: isoWeekNumber(first), last: isoWeekNumber(last) });
}

function leftOut({ left }: DigestChart, t: Messages): KnownBlock[] {
  return left === 0 ? [] : [context(md`${t.digest.chart.left(left)}`)];
}
