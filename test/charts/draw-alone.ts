import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { renderHealthChart } from '../../src/charts/render-health-chart.ts';
import { translate } from '../../src/i18n/index.ts';
import { SAMPLE_CHART } from './sample-chart.ts';

/** Run in a process of its own by render-health-chart.test.ts: draws the sample and says what it took. */
const require = createRequire(import.meta.url);
const isLoaded = () => Object.keys(require.cache).some((file) => file.includes('@napi-rs'));

const isLoadedBefore = isLoaded();
const png = await renderHealthChart(SAMPLE_CHART, translate('ru').chart);
const { GlobalFonts } = await import('@napi-rs/canvas');
const hash = createHash('sha256').update(png).digest('hex');
const families = GlobalFonts.families.map(({ family }) => family).sort();
process.stdout.write(JSON.stringify({ isLoadedBefore, families, hash }));
