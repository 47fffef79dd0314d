import type { ModalView } from '@slack/types';
import { ROLES } from '../../../src/domain/answer.ts';
import { CLIENT_FIELDS, type ClientProfile, emptyFields } from '../../../src/domain/client-profile.ts';
import type { RowProblem } from '../../../src/domain/client-row.ts';
import { md } from '../../../src/domain/escaping.ts';
import { EMPTY_INTAKE } from '../../../src/domain/intake.ts';
import type { PartingStep } from '../../../src/domain/parting/parting-step.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderClientChoice } from '../../../src/slack/blocks/ephemeral/client-choice.ts';
import { renderClientPage } from '../../../src/slack/blocks/ephemeral/client-page.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderClientForm } from '../../../src/slack/blocks/views/client-form.ts';
import { renderImportForm, type WrongLine } from '../../../src/slack/blocks/views/import-form.ts';
import { renderImportPreview } from '../../../src/slack/blocks/views/import-preview.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import { withoutControls } from '../../../src/slack/parse/import-form.ts';
import { marksOf } from '../../../src/usecases/client-marks.ts';
import type { ClientParting } from '../../../src/usecases/read-parting.ts';
import { anItem } from '../follow-up.ts';
import { REVIEW_ID } from '../sample-models.ts';
import { teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import type { Screen, Size } from './screen.ts';

/** A client with nothing but a name, or with as much as there can be. */
export function sampleClient(size: Size, { clientName, displayName }: SampleWords): ClientProfile {
  const about = { id: REVIEW_ID, status: 'active', isArchived: false } as const;
  if (size === 'none') return { ...emptyFields(clientName), ...about };
  const ids = teamIds(size);
  return {
    ...about,
    ...{ name: clientName, managerIds: ids, channelId: 'C0TEAM', monthlyRevenue: 1_000_000_000_000 },
    team: ids.map((userId, at) => ({ userId, role: ROLES[at % ROLES.length] ?? 'other', isFromGroup: true })),
    userGroup: { id: 'S0GROUP', name: displayName, isGone: false },
    ...{ currency: 'EUR', contractEnd: '2027-03-31', noticeDays: 3650, language: 'ru', hasPulse: false },
  };
}

/** What one person sees of a client, and when a name is not one client's. */
export function clientReplies(
  size: Size,
  words: SampleWords,
  t: Messages,
): readonly (readonly [name: string, renderer: string, message: RenderedMessage])[] {
  const client = sampleClient(size, words);
  const page = (name: string, shown: ClientProfile) =>
    [
      `client, ${name}`,
      'renderClientPage',
      renderClientPage(
        {
          ...{ client: shown, usualCurrency: 'EUR', intake: size === 'largest' ? EMPTY_INTAKE : null },
          ...{ planItems: openItems(size, words), today: '2026-12-07' },
        },
        t,
      ),
    ] as const;
  const parting = (name: string, shown: ClientParting) => {
    const parted = { ...client, status: 'parting' } as const;
    const message = renderClientPage(
      { client: parted, usualCurrency: 'EUR', intake: null, parting: shown, today: '2026-12-07' },
      t,
    );
    return [`client, page, parting, ${name}`, 'renderClientPage', message] as const;
  };
  const about = { reviewId: REVIEW_ID };
  const next = { stepId: null, title: words.text.slice(0, 500) } as PartingStep;
  const gone = { ...client, userGroup: { id: 'S0GROUP', name: words.displayName, isGone: true } };
  const clients = Array.from({ length: size === 'largest' ? 200 : 2 }, (_, at) => ({
    id: `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`,
    name: words.clientName,
  }));
  const { typed } = words;
  const choice = (name: string, kind: 'several' | 'none', offered: typeof clients) =>
    [`client, ${name}`, 'renderClientChoice', renderClientChoice({ typed, kind, clients: offered }, t)] as const;
  return [
    page('page', client),
    page('page, group gone', gone),
    page('page, parted', { ...client, status: 'parted' }),
    parting('not begun', { ...about, endOn: null, progress: null }),
    parting('begun', { ...about, endOn: '2027-01-06', progress: { closed: 4, all: 13, next } }),
    page('page, archived', { ...client, isArchived: true }),
    choice('several', 'several', clients),
    choice('unknown', 'none', []),
    choice('unknown, near ones', 'none', clients.slice(0, 3)),
  ];
}

/** Open items of a client's plans, all but one of them overdue. */
function openItems(size: Size, { text }: SampleWords) {
  if (size === 'none') return [];
  const count = size === 'largest' ? 20 : 2;
  const dueOn = (at: number) => (at === 0 ? '2026-12-18' : '2026-12-04');
  return Array.from({ length: count }, (_, at) => anItem({ text: text.slice(0, 500), dueOn: dueOn(at) }));
}

/** The forms of a client and of an import. */
export function clientForms(
  size: Size,
  words: SampleWords,
  t: Messages,
): readonly (readonly [renderer: string, name: string, view: ModalView])[] {
  const isLargest = size === 'largest';
  const fields = sampleClient(size, words);
  const edited = { clientId: REVIEW_ID, read: marksOf(fields) };
  const userGroups = Array.from({ length: isLargest ? 400 : 1 }, (_, at) => ({
    id: `S${at}`,
    name: words.displayName,
  }));
  const form = { fields, userGroups, usualCurrency: 'EUR' };
  const clashes = { fields: CLIENT_FIELDS, current: fields };
  return [
    ['renderClientForm', 'form, client, new', renderClientForm({ ...form, edited: null, userGroups: null }, t)],
    ['renderClientForm', 'form, client, edit', renderClientForm({ ...form, edited }, t)],
    ['renderClientForm', 'form, client, changed meanwhile', renderClientForm({ ...form, edited, clashes }, t)],
    ...importForms(size, words, t),
  ];
}

function importForms(size: Size, words: SampleWords, t: Messages) {
  const texts = t.clientSetup.import;
  const isLargest = size === 'largest';
  const wrong = wrongLines(size, words, t);
  const counts = { created: isLargest ? 200 : 0, changed: 3, unchanged: 1 };
  const text = isLargest ? Array.from({ length: 20 }, () => withoutControls(words.text)).join('\n') : '';
  const client = sampleClient(size, words);
  const many = isLargest ? 200 : 1;
  const plan = {
    created: Array.from({ length: many }, () => client),
    changed: Array.from({ length: many }, () => ({ client, fields: client, changed: CLIENT_FIELDS })),
    unchanged: [],
  };
  const says = (name: string, text: Parameters<typeof renderMessageView>[0]['text']) =>
    ['renderMessageView', `form, import, ${name}`, renderMessageView({ title: texts.title, text }, t)] as const;
  const importForm = (name: string, notices: Parameters<typeof renderImportForm>[0]['notices'], lines: WrongLine[]) =>
    [
      'renderImportForm',
      `form, import, ${name}`,
      renderImportForm({ text, token: 'new', notices, wrong: lines }, t),
    ] as const;
  return [
    importForm('empty', [], []),
    importForm('to mend', [texts.saved(counts), texts.mend(wrong.length)], wrong),
    importForm('unreadable', [texts.peopleUnreadable], []),
    importForm('failed', [texts.failed], []),
    ['renderImportPreview', 'form, import, preview', renderImportPreview({ importId: REVIEW_ID, plan, wrong }, t)],
    says('gone', texts.gone),
    says('done', texts.saved(counts)),
    says('nothing', texts.nothing),
    says('working', md`${texts.working}`),
    says('saving', md`${texts.saving}`),
  ] as const;
}

function wrongLines(size: Size, { typed, clientName }: SampleWords, t: Messages): WrongLine[] {
  const problems = Object.keys(t.clientSetup.import.problems) as RowProblem[];
  const of = (problem: RowProblem, line: number): WrongLine => ({
    ...{ line, name: problem === 'name_empty' ? '' : clientName },
    problems: [{ problem, value: typed }],
  });
  const all = problems.map((problem, at) => of(problem, at + 2));
  if (size === 'none') return all;
  const together = problems.map((problem) => ({ problem, value: typed }));
  const many = Array.from({ length: 200 }, (_, at) => ({ line: at + 40, name: typed, problems: together }));
  return [...all, ...many];
}

/** What is said at the fields of the import and of a client, where it is no fixed text. */
export function clientErrors(t: Messages): Screen[] {
  const texts = t.clientSetup.import;
  const known = Object.values(texts.columns).join(', ');
  return [
    {
      ...{ name: 'form, what is said at fields of clients', group: 'Forms', renderers: ['renderErrors'] },
      kind: 'errors',
      errors: {
        ...t.clientSetup.channel,
        ...texts.encoding,
        wrongColumn: texts.wrongColumn({ column: t.clientSetup.form.name, known }),
        columnTwice: texts.columnTwice(texts.columns.name),
      },
    },
  ];
}
