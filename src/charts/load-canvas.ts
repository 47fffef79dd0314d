import { createRequire } from 'node:module';

export type Canvas = typeof import('@napi-rs/canvas');

/** The two cuts of the chart's font, under names that no system font has. */
export const PLAIN_FONT = 'Parley Plain';
export const BOLD_FONT = 'Parley Bold';

const FONT_FILES = {
  [PLAIN_FONT]: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  [BOLD_FONT]: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
};

let loading: Promise<Canvas> | null = null;

/**
 * The drawing library with the chart's fonts, loaded when the first chart is drawn, so that the start of the app does not pay for it.
 * A failure is not kept: the next chart tries again.
 */
export function loadCanvas(): Promise<Canvas> {
  loading ??= load().catch((cause: unknown) => {
    loading = null;
    throw new Error('charts cannot be drawn: is @napi-rs/canvas installed for this platform? Run npm ci.', { cause });
  });
  return loading;
}

async function load(): Promise<Canvas> {
  const canvas = await import('@napi-rs/canvas');
  const { resolve } = createRequire(import.meta.url);
  for (const [family, file] of Object.entries(FONT_FILES)) {
    if (canvas.GlobalFonts.registerFromPath(resolve(file), family) === null)
      throw new Error(`the font ${file} cannot be read`);
  }
  return canvas;
}
