import { MAX_LINES } from '../charts/health-chart.ts';
import { healthChartAltText } from '../charts/health-chart-alt-text.ts';
import { renderHealthChart } from '../charts/render-health-chart.ts';
import { type DigestChart, planChart } from '../domain/digest.ts';
import type { DigestMessage, StoredPicture } from '../domain/post.ts';
import { isoWeekNumber } from '../domain/pulse-week.ts';
import { type Messages, translate } from '../i18n/index.ts';
import type { Logger } from '../ops/logging.ts';
import type { Deps } from '../usecases/deps.ts';
import { readDigest } from '../usecases/read-digest.ts';
import { renderDigest } from './blocks/digest.ts';
import { chartTitle } from './blocks/digest-chart.ts';
import { renderDigestRefused } from './blocks/digest-refused.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import type { Directory } from './guard/directory.ts';
import type { SayablePost } from './outbox/post-store.ts';
import { createFindLanguage } from './reader-language.ts';
import type { UploadPicture } from './upload-picture.ts';

export type DigestRendererOptions = Deps & {
  readonly workspaceId: string;
  readonly directory: Directory;
  readonly uploadPicture: UploadPicture;
  readonly logger: Logger;
};

type Options = DigestRendererOptions;
type DigestPost = Pick<SayablePost, 'purpose' | 'channelId'> & { readonly message: DigestMessage };

/** Slack has looked at a file after some seconds; after this long it is not waited for any more. */
const READY_AFTER_MS = 60_000;

/**
 * Turns a digest into messages at the moment it is delivered, after its readers were checked, in the language of the workspace; what a
 * manager is told about it, in theirs. The chart is uploaded once and remembered with the post: a further attempt shows the same file.
 */
export function createDigestRenderer(options: Options) {
  const { storage, workspaceId, defaults } = options;
  const findLanguage = createFindLanguage(options);
  return async ({ purpose, channelId, message }: DigestPost): Promise<readonly RenderedMessage[]> => {
    const settings = await storage.forWorkspace(workspaceId).workspace.findOrCreate(defaults);
    if (message.kind === 'digest_refused')
      return [renderDigestRefused(message, translate(await findLanguage(channelId, settings.language)))];
    const t = translate(settings.language);
    const digest = await readDigest(options, { workspaceId, week: message.week });
    const chart = planChart(digest, MAX_LINES);
    if (chart === null) return renderDigest(digest, null, t);
    const stored = message.picture ?? (await uploadChart(options, { purpose, week: message.week, chart }, t));
    const file = stored && { id: stored.fileId, readyBy: new Date(Date.parse(stored.at) + READY_AFTER_MS) };
    return renderDigest(digest, { chart, altText: healthChartAltText(chart, t.chart), file }, t);
  };
}

type Chart = { readonly purpose: string; readonly week: number; readonly chart: DigestChart };

async function uploadChart(
  options: Options,
  { purpose, week, chart }: Chart,
  t: Messages,
): Promise<StoredPicture | null> {
  const png = await drawChart(options, chart, t);
  const fileId =
    png &&
    (await options.uploadPicture({
      ...{ png, fileName: t.digest.chart.fileName(isoWeekNumber(week)), title: chartTitle(chart, t) },
      altText: healthChartAltText(chart, t.chart),
    }));
  if (fileId === null) return null;
  const stored = { fileId, at: options.clock().toISOString() };
  await options.storage.forWorkspace(options.workspaceId).outbox.setPicture(purpose, stored);
  return stored;
}

/** Null where the drawing library does not work on this machine: the digest goes out all the same. */
async function drawChart({ logger }: Options, chart: DigestChart, t: Messages): Promise<Buffer | null> {
  try {
    return await renderHealthChart(chart, t.chart);
  } catch (err) {
    logger.error({ err }, 'the chart of the digest could not be drawn');
    return null;
  }
}
