import { LANGUAGES, type Language } from '../../src/i18n/index.ts';
import { allScreens, type Screen, SIZES, type Size } from '../../test/support/screens.ts';
import { drawScreen, escapeHtml } from './draw-screen.ts';

/** Of a message in many parts these are drawn, and the last. */
const FIRST_PARTS = 2;

/** The screens of one size and language, by name without the number of the part. */
type Walk = {
  readonly size: Size;
  readonly language: Language;
  readonly byName: ReadonlyMap<string, readonly Screen[]>;
};

/** One page with every screen: both languages side by side, both sizes under each other. Whole by itself, without scripts. */
export function galleryPage(styles: string): string {
  const walks = SIZES.flatMap((size) => LANGUAGES.map((language) => walk(size, language)));
  const names = [...new Set(walks.flatMap(({ byName }) => [...byName.keys()]))];
  const kinds = [...new Set(names.map(kindOf))];
  const count = walks.reduce((sum, { byName }) => sum + [...byName.values()].flat().length, 0);
  const sections = kinds.map((kind) => {
    const own = names.filter((name) => kindOf(name) === kind);
    return `<section id="${anchor(kind)}"><h2>${kind} <small>${own.length}</small></h2>${own.map((name) => article(name, walks)).join('\n')}</section>`;
  });
  const index = kinds.map((kind) => `<a href="#${anchor(kind)}">${kind}</a>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every screen of Parley</title><style>${styles}</style></head>
<body><header id="top"><h1>Every screen of Parley</h1>
<p>${names.length} screens; ${count} messages and forms in ${SIZES.length} sizes and ${LANGUAGES.length} languages. Under a message: its notification. Fields are drawn before anything is chosen in them.</p></header>
<nav>${index}<a href="#top">↑</a></nav>
${sections.join('\n')}
</body></html>
`;
}

function walk(size: Size, language: Language): Walk {
  const byName = new Map<string, Screen[]>();
  for (const screen of allScreens(size, language)) {
    const name = screen.name.replace(/, part \d+ of \d+$/, '');
    byName.set(name, [...(byName.get(name) ?? []), screen]);
  }
  return { size, language, byName };
}

/** What a name begins with: card, prompt, summary, form … */
function kindOf(name: string): string {
  return name.split(/[,:]/)[0] ?? name;
}

function anchor(name: string): string {
  return name.replace(/[^\w.]+/g, '-');
}

function article(name: string, walks: readonly Walk[]): string {
  const drawn = SIZES.map((size) => ({
    size,
    row: row(
      name,
      walks.filter((walk) => walk.size === size),
    ),
  }));
  const rows = drawn.filter(({ row }) => row !== '');
  const [first, second] = rows;
  const isSame = first !== undefined && first.row === second?.row;
  const shown = isSame ? [{ size: 'both sizes', row: first.row }] : rows;
  return `<article id="${anchor(name)}"><h3>${escapeHtml(name)}</h3>${shown
    .map(({ size, row }) => `<h4>${size}</h4><div class="row">${row}</div>`)
    .join('')}</article>`;
}

function row(name: string, walks: readonly Walk[]): string {
  const columns = walks.map(({ language, byName }) => ({ language, screens: byName.get(name) ?? [] }));
  if (columns.every(({ screens }) => screens.length === 0)) return '';
  return columns.map(({ language, screens }) => `<div lang="${language}">${drawParts(screens)}</div>`).join('');
}

function drawParts(screens: readonly Screen[]): string {
  const shown = screens.filter((_, at) => at < FIRST_PARTS || at === screens.length - 1);
  const left = screens.length - shown.length;
  return shown
    .map((screen, at) => {
      const gap = left > 0 && at === FIRST_PARTS ? `<p class="note">${left} more parts</p>` : '';
      const notification = screen.kind === 'message' ? `<p class="note">${escapeHtml(preview(screen.text))}</p>` : '';
      return `${gap}${drawScreen(screen)}${notification}`;
    })
    .join('');
}

/** What a notification shows. */
function preview(text: string): string {
  const line = text
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([@#])[^>]*>/g, '$1…')
    .replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ({ amp: '&', lt: '<', gt: '>' })[name])
    .replace(/\s+/gu, ' ');
  return line.length > 150 ? `${line.slice(0, 149)}…` : line;
}
