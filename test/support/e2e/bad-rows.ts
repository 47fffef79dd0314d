import type { FormValues } from '../../../demo/stand-in/driver.ts';
import type { PersonSpec } from '../../../demo/stand-in/workspace.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { FIELDS } from '../../../src/slack/ids.ts';
import { idOf } from './review.ts';

/** Who owns nothing about a client. */
export const STRANGERS = {
  guest: { id: 'U8GUEST', name: 'guest', real_name: 'Gus Guest', is_restricted: true },
  bot: { id: 'U8BOT', name: 'bot', real_name: 'Botty', is_bot: true },
  /** One of ours, whom nobody asked about a client yet. */
  not_in_team: { id: 'U8NEW', name: 'new', real_name: 'Nora New' },
  deactivated: { id: 'U8GONE', name: 'gone', real_name: 'Gone Gale', deleted: true },
} as const satisfies Record<string, PersonSpec>;

/** Tuesday 24 November 2026 is today. */
const YESTERDAY = '2026-11-23';
export const LATER = '2026-12-15';
const seconds = (iso: string) => Date.parse(iso) / 1000;

/** The forms of what follows a verdict, and what else is pressed there. */
export type FormName =
  | 'addItem'
  | 'later'
  | 'drop'
  | 'edit'
  | 'meeting'
  | 'move'
  | 'figures'
  | 'step'
  | 'addStep'
  | 'end'
  | 'notice'
  | 'evidence'
  | 'decide'
  | 'ask'
  | 'plan'
  | 'begin';

/** Something wrong in a form: at which field it is said, and in which words. */
export type BadRow = {
  readonly what: string;
  readonly form: FormName;
  readonly values: FormValues;
  readonly at: string;
  readonly says: (t: Messages) => string;
};

export const itemField = (field: 'text' | 'ownerId' | 'dueOn') => FIELDS.planItem(field, 0);
export const item = (owner: string, dueOn: string): FormValues => ({
  ...{ [itemField('text')]: 'Call them', [itemField('ownerId')]: owner, [itemField('dueOn')]: dueOn },
});
export const meeting = (iso: string, who: string): FormValues => ({
  ...{ [FIELDS.startsAt]: seconds(iso), [FIELDS.attendees]: [who], [FIELDS.place]: 'Their office' },
});
const step = (field: string, value: string): FormValues => ({ [field]: value, [FIELDS.note]: 'Typed with care' });
export const share = FIELDS.figure('revenueShare');
const evidence = (field: string, value: string): FormValues => ({ [FIELDS.text]: 'They shouted.', [field]: value });

const DATES: readonly BadRow[] = [
  ['addItem', item(idOf('lena'), YESTERDAY), itemField('dueOn'), 'plan', 'date_past'],
  ['addItem', item(idOf('lena'), '2027-02-31'), itemField('dueOn'), 'plan', 'date_invalid'],
  ['addItem', item(idOf('lena'), '2036-01-01'), itemField('dueOn'), 'plan', 'date_too_far'],
  ['later', { [FIELDS.dueOn]: YESTERDAY }, FIELDS.dueOn, 'plan', 'date_past'],
  ['later', { [FIELDS.dueOn]: '2027-02-31' }, FIELDS.dueOn, 'plan', 'date_invalid'],
  ['edit', item(idOf('lena'), YESTERDAY), itemField('dueOn'), 'plan', 'date_past'],
  ['step', step(FIELDS.dueOn, YESTERDAY), FIELDS.dueOn, 'parting', 'date_past'],
  ['step', step(FIELDS.dueOn, '2027-02-31'), FIELDS.dueOn, 'parting', 'date_invalid'],
  ['step', step(FIELDS.dueOn, '2027-12-01'), FIELDS.dueOn, 'parting', 'after_end'],
  ['addStep', { [FIELDS.text]: 'Keys', [FIELDS.dueOn]: YESTERDAY }, FIELDS.dueOn, 'parting', 'date_past'],
  ['end', { [FIELDS.endOn]: YESTERDAY }, FIELDS.endOn, 'parting', 'date_past'],
  ['end', { [FIELDS.endOn]: '2027-02-31' }, FIELDS.endOn, 'parting', 'date_invalid'],
  ['meeting', meeting('2026-11-23T09:00:00Z', idOf('lena')), FIELDS.startsAt, 'meeting', 'time_past'],
  ['move', meeting('2026-11-02T09:00:00Z', idOf('lena')), FIELDS.startsAt, 'meeting', 'time_past'],
  ['evidence', evidence(FIELDS.happenedOn, '2026-02-31'), FIELDS.happenedOn, 'evidence', 'date_invalid'],
  ['evidence', evidence(FIELDS.happenedOn, LATER), FIELDS.happenedOn, 'evidence', 'date_future'],
].map(toRow);

const PEOPLE: readonly BadRow[] = (Object.keys(STRANGERS) as (keyof typeof STRANGERS)[]).flatMap((why) => {
  const who = STRANGERS[why].id;
  const owner = (t: Messages) => t.plan.refused[why];
  const own = [
    { form: 'addItem', values: item(who, LATER), at: itemField('ownerId'), says: owner },
    { form: 'edit', values: item(who, LATER), at: itemField('ownerId'), says: owner },
    { form: 'step', values: step(FIELDS.owner, who), at: FIELDS.owner, says: owner },
  ] as const;
  const person = (t: Messages) => t.forms.errors.person_not_allowed;
  const attends = [
    { form: 'meeting', values: meeting('2026-12-01T09:00:00Z', who), at: FIELDS.attendees, says: person },
    { form: 'move', values: meeting('2026-12-01T09:00:00Z', who), at: FIELDS.attendees, says: person },
  ] as const;
  // Anybody of ours may come to a meeting, also from another team.
  return [...own, ...(why === 'not_in_team' ? [] : attends)].map((row) => ({ ...row, what: why }));
});

const WORDS_AND_NUMBERS: readonly BadRow[] = [
  ['figures', { [share]: '101' }, share, 'readiness', 'share_over_100'],
  ['figures', { [share]: '-5' }, share, 'readiness', 'number_negative'],
  ['figures', { [share]: 'a quarter' }, share, 'readiness', 'number_invalid'],
  ['figures', figure('costsToCut', '9'.repeat(13)), FIELDS.figure('costsToCut'), 'readiness', 'number_too_large'],
  ['evidence', evidence(FIELDS.amount, '9'.repeat(13)), FIELDS.amount, 'evidence', 'amount_too_large'],
  ['evidence', evidence(FIELDS.amount, '-4000'), FIELDS.amount, 'evidence', 'amount_negative'],
  ['evidence', evidence(FIELDS.amount, 'four thousand'), FIELDS.amount, 'evidence', 'amount_invalid'],
  ['evidence', { [FIELDS.text]: 'x'.repeat(10_000) }, FIELDS.text, 'evidence', 'text_too_long'],
  ['evidence', { [FIELDS.text]: ' \n ' }, FIELDS.text, 'evidence', 'text_missing'],
  ['notice', { [FIELDS.text]: ' \n ' }, FIELDS.text, 'parting', 'notice_empty'],
  ['drop', { [FIELDS.reason]: ' \n ' }, FIELDS.reason, 'plan', 'reason_missing'],
  ['step', { [FIELDS.stepState]: 'not_needed' }, FIELDS.reason, 'parting', 'reason_missing'],
].map(toRow);

function figure(field: string, value: string): FormValues {
  return { [share]: '30', [FIELDS.figure(field)]: value };
}

function toRow([form, values, at, topic, reason]: readonly unknown[]): BadRow {
  const says = (t: Messages) => (t[topic as 'plan'].refused as Record<string, string>)[String(reason)] ?? '';
  return { what: String(reason), form: form as FormName, values: values as FormValues, at: String(at), says };
}

/** Every one of them. */
export const BAD_ROWS: readonly BadRow[] = [...DATES, ...PEOPLE, ...WORDS_AND_NUMBERS];
