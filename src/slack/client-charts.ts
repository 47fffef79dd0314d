import { healthChartAltText } from '../charts/health-chart-alt-text.ts';
import { renderHealthChart } from '../charts/render-health-chart.ts';
import { planClientChart } from '../domain/client-chart.ts';
import { type Language, translate } from '../i18n/index.ts';
import type { Logger } from '../ops/logging.ts';
import type { ClientPage } from '../usecases/read-client-page.ts';
import type { UploadPicture } from './upload-picture.ts';

/** The chart of one client as Slack has it, and the same in words. */
export type ClientPicture = { readonly fileId: string; readonly altText: string };

export type ClientCharts = {
  /** The chart of a client's weeks; null where there are none, or where it could not be drawn or sent. */
  find(page: Pick<ClientPage, 'client' | 'weeks'>, language: Language): Promise<ClientPicture | null>;
  /** Slack does not show this file (any more): the next look draws it anew. */
  forget(picture: ClientPicture): void;
};

type Options = { readonly uploadPicture: UploadPicture; readonly logger: Logger };

/** Files that are remembered; the oldest is forgotten and uploaded again when somebody asks for it. */
const MAX_REMEMBERED = 500;

/** Draws and uploads the charts of client pages, once for each client, week and language as long as the process runs. */
export function createClientCharts(options: Options): ClientCharts {
  const remembered = new Map<string, Promise<ClientPicture | null>>();
  return {
    async find({ client, weeks }, language) {
      const chart = planClientChart(client.name, weeks);
      if (chart === null) return null;
      const key = JSON.stringify([client.id, language, chart]);
      const known = remembered.get(key) ?? upload(options, chart, language);
      remembered.set(key, known);
      const [oldest] = remembered.keys();
      if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      const picture = await known;
      if (picture === null) remembered.delete(key);
      return picture;
    },
    forget({ fileId }) {
      for (const [key, known] of remembered)
        void known.then((picture) => {
          if (picture?.fileId === fileId) remembered.delete(key);
        });
    },
  };
}

async function upload(
  { uploadPicture, logger }: Options,
  chart: NonNullable<ReturnType<typeof planClientChart>>,
  language: Language,
): Promise<ClientPicture | null> {
  const texts = translate(language);
  const altText = healthChartAltText(chart, texts.chart);
  try {
    const png = await renderHealthChart(chart, texts.chart);
    const fileId = await uploadPicture({ png, fileName: 'client-health.png', title: texts.home.page.health, altText });
    return fileId === null ? null : { fileId, altText };
  } catch (err) {
    logger.error({ err }, 'the chart of a client could not be drawn');
    return null;
  }
}
