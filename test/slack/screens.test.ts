import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { checkMessage } from '../support/check-blocks.ts';
import { checkView } from '../support/check-view.ts';
import { nastyText } from '../support/sample-models.ts';
import { leaves, NOT_NOTICES, noticesOf } from '../support/screens/sample-notices.ts';
import { allScreens, type SampleWords, type Screen, SIZES, sampleWords } from '../support/screens.ts';

/** Slack refuses an ephemeral message whose text has more bytes than this, and an update with more characters. */
const MAX_TEXT = 4000;

const BLOCKS = new URL('../../src/slack/blocks/', import.meta.url);

const NASTY: SampleWords = {
  clientName: '👩‍👩‍👧‍👦'.repeat(11).concat('<!a>'),
  text: nastyText(3000),
  question: nastyText(500),
  displayName: nastyText(80),
  typed: nastyText(4000),
};

/** As large as JSON makes it; a client's name holds no control characters. */
const CONTROL: SampleWords = { ...allOf('\u0001'), clientName: '"'.repeat(80) };

const walks = LANGUAGES.flatMap((language) =>
  SIZES.flatMap((size) => [
    { language, size, words: 'readable', screens: allScreens(size, language) },
    { language, size, words: 'nasty', screens: allScreens(size, language, NASTY) },
    { language, size, words: 'wide', screens: allScreens(size, language, allOf('客')) },
    { language, size, words: 'escaped', screens: allScreens(size, language, allOf('&')) },
    { language, size, words: 'control', screens: allScreens(size, language, CONTROL) },
  ]),
);
const readable = walks.filter(({ words }) => words === 'readable');

function allOf(character: string): SampleWords {
  const of = (length: number) => character.repeat(length);
  return { clientName: of(80), text: of(3000), question: of(500), displayName: of(80), typed: of(4000) };
}

/** The words a reader sees, without the options of lists that are data. */
function shownWords(screen: Screen): string {
  if (screen.kind === 'errors') return Object.values(screen.errors).join('\n');
  const data = screen.kind === 'modal' ? screen.view : [screen.text, screen.blocks];
  const found: string[] = [];
  JSON.stringify(data, (key, value: unknown) => {
    if (key === 'option_groups' || key === 'initial_option') return undefined;
    if ((key === 'text' || key === 'initial_value') && typeof value === 'string') found.push(value);
    return value;
  });
  return found.join('\n');
}

/** Without what stands for something else in Slack: mentions, moments, the addresses of links, and commands. */
function withoutTokens(text: string): string {
  return text.replace(/<[@#!][^>]*>|<https?:[^|>]*\||`[^`]*`/g, ' ');
}

function problemsOf(screen: Screen): string[] {
  if (screen.kind === 'modal') return checkView(screen.view);
  if (screen.kind === 'errors') return Object.values(screen.errors).filter((text) => text.trim() === '');
  const tooLong = Buffer.byteLength(screen.text) > MAX_TEXT && screen.group === 'To one person';
  return [
    ...checkMessage({ ...screen, text: screen.text, blocks: [...screen.blocks] } as never),
    ...(tooLong ? ['text'] : []),
  ];
}

describe.each(walks)('every screen in $language, size $size, $words words', ({ screens }) => {
  it('keeps to the limits of Slack', () => {
    const broken = screens.map((screen) => [screen.name, problemsOf(screen)]).filter(([, found]) => found?.length);
    expect(broken).toEqual([]);
  });

  it('says something, and never the name of a missing value', () => {
    const odd = screens.filter((screen) => {
      const words = shownWords(screen);
      return words.trim() === '' || /undefined|\bnull\b|NaN|\[object|Invalid Date/.test(words);
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
});

describe('the walk', () => {
  it('gives every screen a name of its own', () => {
    for (const { screens } of readable) {
      const names = screens.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('reaches every renderer there is', async () => {
    const files = readdirSync(BLOCKS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const modules = await Promise.all(
      files.map((file) => import(new URL(file, BLOCKS).href) as Promise<Record<string, unknown>>),
    );
    const exported = modules.flatMap((module) => Object.keys(module).filter((name) => /^render[A-Z]/.test(name)));
    const reached = new Set(readable.flatMap(({ screens }) => screens.flatMap(({ renderers }) => renderers)));
    expect([...reached].sort()).toEqual([...new Set(exported)].sort());
  });

  it('reaches every verdict at every size', () => {
    for (const { screens, language } of readable) {
      const modes = Object.keys(translate(language).summary.verdict);
      const reached = screens.flatMap(({ name }) => /^summary, (\w+)/.exec(name)?.[1] ?? []);
      expect([...new Set(reached)].sort()).toEqual(modes.sort());
    }
  });

  it('reaches every refusal and every receipt', () => {
    const t = translate('en');
    const paths = leaves({ refusals: t.refusals, commands: { done: t.commands.done } })
      .map(([path]) => path)
      .filter((path) => !NOT_NOTICES.some((other) => path.startsWith(other)));
    expect(Object.keys(noticesOf('none', sampleWords('none', 'en'), t)).sort()).toEqual(paths.sort());
  });

  it('has the same screens in both languages, but for the parts of long ones', () => {
    const namesOf = (screens: readonly Screen[]) => new Set(screens.map(({ name }) => name.replace(/, part .*/, '')));
    for (const size of SIZES) {
      const [en, ru] = LANGUAGES.map((language) => namesOf(allScreens(size, language)));
      expect(ru).toEqual(en);
    }
  });
});

describe('languages', () => {
  const foreign = { en: /[\p{Script=Cyrillic}][\p{Script=Cyrillic}-]*/gu, ru: /[A-Za-z][A-Za-z'’-]*/gu } as const;
  /** Names, and what is typed. */
  const allowed = {
    en: ['Русский'],
    ru: [
      ...[
        'Slack',
        'Parley',
        'English',
        'EUR',
        'UTC',
        'Acme',
        'CSV',
        'UTF-',
        'UTF',
        'Windows-',
        'Windows',
        'RUB',
        'https',
      ],
      ...['client-review', 'client', 'invite'],
    ],
  } as const;

  it.each(readable)('are not mixed in $language, size $size', ({ language, screens }) => {
    const known: readonly string[] = allowed[language];
    const found = screens.flatMap((screen) =>
      [...withoutTokens(shownWords(screen)).matchAll(foreign[language])]
        .map(([word]) => word)
        .filter((word) => !known.includes(word))
        .map((word) => `${screen.name}: ${word}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
