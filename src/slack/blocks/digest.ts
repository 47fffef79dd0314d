import type { KnownBlock } from '@slack/types';
import { NEEDS } from '../../domain/client-need.ts';
import { countByNeed, type Digest, foldQuiet, pickComments } from '../../domain/digest.ts';
import { join, md } from '../../domain/escaping.ts';
import { isoWeekNumber } from '../../domain/pulse-week.ts';
import type { Messages } from '../../i18n/index.ts';
import { context, section, title } from './building-blocks.ts';
import { chartInWords, chartPicture, noChart, type ShownChart } from './digest-chart.ts';
import { clientBlocks, foldedSections } from './digest-clients.ts';
import { type Piece, pack } from './pack.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';

/**
 * The digest of a week: how many answered, the clients by need, the chart of those that need attention, in as many messages as it takes.
 * Where the chart is not with Slack, its facts stand in words. `chart` is null when no client needs attention.
 */
export function renderDigest(digest: Digest, chart: ShownChart | null, t: Messages): RenderedMessage[] {
  const { own, folded } = foldQuiet(digest.clients);
  const comments = pickComments(own);
  const pieces: Piece[] = [
    heading(digest, t),
    ...own.map((client) => clientBlocks(client, comments.get(client.id), t)),
    ...[...foldedSections(folded, t), ...footer(digest, t)].map((block) => [block]),
  ];
  const inWords = chart === null ? noChart(digest, t) : chartInWords(chart, t);
  const picture = chart && chartPicture(chart, t);
  if (picture === null) return pack([...pieces, inWords], t.digest.continued).map(rendered);
  // Either may stand there in the end: what fits with the larger one fits with the other.
  const larger = bytesOf(inWords) > bytesOf(picture.blocks) ? inWords : picture.blocks;
  const messages = pack([...pieces, larger], t.digest.continued);
  return messages.map((blocks, index) => {
    if (index < messages.length - 1) return rendered(blocks);
    const kept = blocks.slice(0, blocks.length - larger.length);
    const instead = [...kept, ...inWords];
    return { ...rendered([...kept, ...picture.blocks]), picture: { instead, readyBy: picture.readyBy } };
  });
}

function bytesOf(blocks: readonly KnownBlock[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}

function heading({ week, asked, answered, clients }: Digest, t: Messages): KnownBlock[] {
  const texts = t.digest;
  const counts = countByNeed(clients);
  const line = NEEDS.filter((need) => counts[need] > 0).map((need) => md`${texts.count[need](counts[need])}`);
  const said = answered === 0 ? texts.nobodyAnswered(asked) : texts.answered({ answered, asked });
  return [
    title(texts.title(isoWeekNumber(week))),
    section(join([md`${said}`, clients.length === 0 ? md`${texts.noClients}` : join(line, ' · ')])),
    ...(answered === 0 || clients.length === 0 ? [] : [context(md`${texts.scale}`)]),
  ];
}

/** Why something that was said is not read here. */
function footer({ clients }: Digest, t: Messages): KnownBlock[] {
  const withheld = clients.reduce((sum, { comments }) => sum + comments.withheld, 0);
  return [
    ...(withheld === 0 ? [] : [context(md`${t.digest.withheld(withheld)}`)]),
    ...(clients.some(({ answers }) => answers?.areFew) ? [context(md`${t.digest.signalsWithheld}`)] : []),
  ];
}
