import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { parseClientName } from '../../src/domain/client.ts';
import { escapeText } from '../../src/domain/escaping.ts';
import { translate } from '../../src/i18n/index.ts';
import { renderAnswer } from '../../src/slack/blocks/answer.ts';
import type { RenderedMessage } from '../../src/slack/blocks/rendered-message.ts';
import { renderComplaintForm } from '../../src/slack/blocks/views/complaint-form.ts';
import { renderDecisionForm } from '../../src/slack/blocks/views/decision-form.ts';
import { renderLessonsForm } from '../../src/slack/blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../../src/slack/blocks/views/positive-form.ts';
import { renderStartForm } from '../../src/slack/blocks/views/start-form.ts';
import { parseLessons, parsePositive } from '../../src/slack/parse/answer-forms.ts';
import { parseCommand } from '../../src/slack/parse/command.ts';
import { parseComplaintForm } from '../../src/slack/parse/complaint-form.ts';
import { parseDecisionForm } from '../../src/slack/parse/decision-form.ts';
import { parseStartForm } from '../../src/slack/parse/start-form.ts';
import { complaint, REVIEW_ID } from '../support/sample-models.ts';
import { allScreens, type SampleWords, type Screen, SIZES } from '../support/screens.ts';
import { submittedView } from '../support/submitted-view.ts';
import { startModel } from './blocks/views/sample-forms.ts';

/** What people can type; each with a letter, since a client's name needs one. */
const TYPED: Readonly<Record<string, string>> = {
  'a call to everybody': 'a <!channel> <!here> <!everyone>',
  'a mention': 'a <@U123> <#C1|x> <!subteam^S1>',
  'a link that lies': 'a <https://evil.example|https://good.example>',
  'a moment': 'a <!date^1795453200^{date}|x>',
  entities: 'a &amp; &lt;b&gt; & < >',
  formatting: 'a *bold* _it_ ~s~ `code`',
  'one mark of each': 'a *b _c ~d `e',
  'a block of code': 'a ```block```',
  'a quotation': '> a quote',
  'lines and marks': 'a\n> quote\n• *list*\n```\ncode\n```',
  'right to left': 'a مرحبا שלום \u202eevil\u202c',
  'emoji of several parts': 'a 👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈',
  'nothing to see': 'a\u200bb\u200cc\u2060d\ufeffe',
  'names of emoji': 'a :smile: :flag-ua: 10:30:45',
  'quotes and slashes': 'a "b" \'c\' \\d\\ \\n',
};
const LONG = { 'as long as it may be': Object.values(TYPED).join('\n').repeat(20).slice(0, 3000).trim() };

const cases = Object.entries(TYPED).map(([name, typed]) => ({ name, typed }));
const long = Object.entries({ ...TYPED, ...LONG }).map(([name, typed]) => ({ name, typed }));

const t = translate('en');
const target = { reviewId: REVIEW_ID } as const;
const asked = { clientName: 'Northwind', mode: 'open', isLate: false, target } as const;

type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (typeof value !== 'object' || value === null) return found;
  if (!Array.isArray(value)) found.push(value as Node);
  for (const part of Object.values(value)) nodesOf(part, found);
  return found;
}

const contentOf = (screen: Screen): unknown =>
  screen.kind === 'message' ? screen.blocks : screen.kind === 'modal' ? screen.view : [];

/** Everything in a screen that Slack makes more of than text. */
function madeOf(screen: Screen): string[] {
  const nodes = nodesOf(contentOf(screen));
  const mrkdwn = nodes.flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text)] : []));
  const spoken = screen.kind === 'message' ? [screen.text] : [];
  const tokens = [...mrkdwn, ...spoken].flatMap((text) => text.match(/<[^>]*>?|&(?!amp;|lt;|gt;)/g) ?? []);
  const inRichText = nodes.flatMap(({ type, elements }) =>
    String(type).startsWith('rich_text_')
      ? nodesOf(elements).flatMap((leaf) => (leaf.type === 'text' ? [] : [JSON.stringify(leaf)]))
      : [],
  );
  return [...tokens, ...inRichText];
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The strings a reader reads, as a reader reads them. */
function readIn(screen: Screen): string[] {
  return nodesOf(contentOf(screen)).flatMap(({ type, text, initial_value: initial }) => [
    ...(typeof text === 'string' ? [type === 'mrkdwn' ? unescaped(text) : text] : []),
    ...(typeof initial === 'string' ? [initial] : []),
  ]);
}

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

const nameOf = (typed: string): string => {
  const parsed = parseClientName(typed);
  if (!parsed.ok) throw new Error(`"${typed}" is not a client's name: ${parsed.reason}`);
  return parsed.name;
};

function wordsOf(typed: string): SampleWords {
  return {
    clientName: nameOf(`N ${typed}`),
    text: `T ${typed}`,
    question: `Q ${typed}`,
    displayName: `D ${folded(typed)}`,
    typed: `C ${folded(typed)}`,
  };
}

const harmless = new Map(SIZES.map((size) => [size, allScreens(size, 'en', wordsOf('zebra'))]));
const ownMarks = new Set([...harmless.values()].flat().flatMap(madeOf));
const screensWith = (typed: string) =>
  SIZES.flatMap((size) => {
    const plain = new Map(harmless.get(size)?.map((screen) => [screen.name, screen]));
    return allScreens(size, 'en', wordsOf(typed)).flatMap((screen) => {
      const other = plain.get(screen.name);
      return other === undefined ? [] : [{ screen, other }];
    });
  });

/** All that stands in the quotes of messages, with the parts of a divided one put together. */
function quoted(messages: readonly RenderedMessage[]): string {
  return nodesOf(messages.map(({ blocks }) => blocks))
    .filter(({ type }) => type === 'rich_text_quote')
    .flatMap(({ elements }) => (elements as Node[]).map(({ text }) => String(text)))
    .join('');
}

const answered = (answer: Answer) => quoted(renderAnswer({ userId: 'U1', role: 'sales', answer, isLate: false }, t));
const fieldOf = (view: unknown, id: string) =>
  nodesOf(view).find(({ block_id: block }) => block === id)?.element as Node | undefined;

describe.each(long)('$name, typed into a form', ({ typed }) => {
  it('is stored, shown and shown again as typed: a complaint', () => {
    const form = renderComplaintForm({ ...asked, previous: null, number: 1, total: 1 }, t);
    const sent = { text: typed, signals: ['scope_creep'], severity: '3', frequency: 'constantly' };
    const read = parseComplaintForm(submittedView(form, sent));
    expect(read).toMatchObject({ ok: true, value: { complaint: { text: typed } } });
    expect(answered({ phase: 'complaints', complaints: [complaint(typed, ['scope_creep'])] })).toBe(typed);
    const again = renderComplaintForm({ ...asked, previous: complaint(typed, []), number: 1, total: 1 }, t);
    expect(fieldOf(again, 'text')?.initial_value).toBe(typed);
  });

  it('is stored and shown as typed: a good thing', () => {
    const form = renderPositiveForm({ ...asked, previous: null }, t);
    const read = parsePositive(submittedView(form, { text: typed }));
    expect(read).toMatchObject({ ok: true, value: { answer: { text: typed } } });
    expect(answered({ phase: 'positives', text: typed })).toBe(typed);
  });

  it.each(['relationship', 'learned', 'elsewhere'])('is stored and shown as typed: a lesson, %s', (part) => {
    const form = renderLessonsForm({ ...asked, previous: null }, t);
    const read = parseLessons(submittedView(form, { [part]: typed }));
    const lessons = { phase: 'lessons', relationship: null, learned: null, elsewhere: null, [part]: typed } as const;
    expect(read).toMatchObject({ ok: true, value: { answer: lessons } });
    expect(answered(lessons)).toBe(typed);
  });

  it('is stored as typed: the reason of a decision', () => {
    const model = { reviewId: REVIEW_ID, clientName: 'A', verdict: null, recommended: null, hardStops: [] } as const;
    const form = renderDecisionForm({ ...model, statusQuo: 'active' }, t);
    const read = parseDecisionForm(submittedView(form, { choice: 'part', rationale: typed }));
    expect(read).toMatchObject({ ok: true, value: { rationale: typed } });
  });
});

describe.each(cases)('$name, typed as a name', ({ typed }) => {
  it('starts a review with the same question and, spaces folded, the same name', () => {
    const form = renderStartForm({ ...startModel, team: [{ userId: 'U1', role: 'sales' }] }, t);
    const read = parseStartForm(submittedView(form, { new_client: typed, question: typed }));
    expect(read).toMatchObject({ ok: true, value: { clientChoice: { newName: nameOf(typed) }, question: typed } });
  });

  it('comes out of a command as it was typed, though Slack escapes it', () => {
    const text = escapeText(`review of ${typed}`);
    const body = { text, team_id: 'T1', channel_id: 'C1', user_id: 'U1', trigger_id: '1.1' };
    expect(parseCommand(body)?.subcommand).toEqual({ kind: 'start', clientName: folded(`review of ${typed}`) });
  });
});

describe.each(cases)('$name, on every screen', ({ typed }) => {
  const pairs = screensWith(typed);

  it('makes no mention, link, moment or broadcast', () => {
    const made = pairs.flatMap(({ screen }) => madeOf(screen).map((token) => [screen.name, token]));
    expect(made.filter(([, token]) => !ownMarks.has(token ?? ''))).toEqual([]);
  });

  it('is read as typed wherever other words are', () => {
    const [now, before] = [wordsOf(typed), wordsOf('zebra')];
    const lost = pairs.flatMap(({ screen, other }) => {
      const [read, readBefore] = [readIn(screen), readIn(other)];
      return (Object.keys(now) as (keyof SampleWords)[])
        .filter((field) => readBefore.some((text) => text.includes(before[field])))
        .filter((field) => !read.some((text) => text.includes(now[field]) || text.includes(folded(now[field]))))
        .map((field) => `${screen.name}: ${field}`);
    });
    expect(lost).toEqual([]);
  });

  it('leaves the marks of our own words in pairs', () => {
    const { clientName, ...rest } = wordsOf(typed);
    const broken = pairs.flatMap(({ screen }) =>
      nodesOf(contentOf(screen))
        .flatMap(({ type, text }) => (type === 'mrkdwn' ? String(text).split('\n') : []))
        .map((line) =>
          Object.values({ clientName, ...rest })
            .flatMap((own) => [own, folded(own)])
            .reduce((left, own) => left.replaceAll(escapeText(own), ''), line),
        )
        .filter(
          (line) => (line.match(/[*`]/g)?.length ?? 0) % 2 === 1 || (/[*_~`]/.test(clientName) && line.includes('**')),
        )
        .map((line) => `${screen.name}: ${line}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps the names of emoji as they are', () => {
    const turned = pairs.flatMap(({ screen }) =>
      nodesOf(contentOf(screen))
        .filter(({ type, text, emoji }) => type === 'plain_text' && /:\S+:/.test(String(text)) && emoji !== false)
        .map(({ text }) => `${screen.name}: ${text}`),
    );
    expect(turned).toEqual([]);
  });
});
