import type { Role } from './answer.ts';
import { ROLES } from './answer.ts';
import { type ClientNameRefusal, parseClientName } from './client.ts';
import { MAX_NOTICE_DAYS, MAX_REVENUE } from './client-profile.ts';
import type { Language } from './language.ts';

/** The columns of a list of clients; only the name is needed. */
export const COLUMNS = [
  'name',
  'team',
  'managers',
  'channel',
  'revenue',
  'currency',
  'contractEnd',
  'noticeDays',
  'language',
  'pulse',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What columns may be called, folded; the first of each language is the one that is recommended. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'название', 'client', 'client name', 'клиент', 'имя'],
  team: ['team', 'команда', 'account team', 'команда клиента'],
  managers: ['managers', 'руководители', 'manager', 'руководитель'],
  channel: ['channel', 'канал', 'slack channel'],
  revenue: ['monthly revenue', 'доход в месяц', 'revenue', 'доход', 'выручка', 'выручка в месяц'],
  currency: ['currency', 'валюта'],
  contractEnd: ['contract end', 'конец договора', 'contract ends', 'end of contract', 'окончание договора'],
  noticeDays: ['notice days', 'дней до расторжения', 'notice', 'notice period', 'срок уведомления', 'дни уведомления'],
  language: ['language', 'язык'],
  pulse: ['pulse', 'пульс'],
};

/** The column of this heading; null for one that is not known. Case, spaces, hyphens and underscores do not matter. */
export function columnOf(heading: string): Column | null {
  const folded = heading
    .normalize('NFKC')
    .replace(/[\s_-]+/gu, ' ')
    .trim()
    .toLowerCase();
  return COLUMNS.find((column) => COLUMN_NAMES[column].includes(folded)) ?? null;
}

export type RowProblem =
  | `name_${ClientNameRefusal}`
  | 'revenue'
  | 'currency'
  | 'date'
  | 'days'
  | 'language'
  | 'pulse'
  | 'role'
  | 'person_unknown'
  | 'person_email_hidden'
  | 'person_ambiguous'
  | 'person_not_allowed'
  | 'person_twice'
  | 'channel_unknown'
  | 'channel_not_ours'
  | 'name_twice'
  | 'archived'
  | 'too_many_cells'
  | 'too_many_people';

/** What is wrong with one line; `value` is what stands there. */
export type LineProblem = { readonly problem: RowProblem; readonly value: string };

export type NamedPerson = { readonly said: string; readonly role: Role | null };

/** A line as it was meant, people and channel still by what they were called. What a line leaves empty is absent: nothing changes. */
export type ClientRow = {
  readonly name: string;
  readonly nameKey: string;
  readonly team?: readonly NamedPerson[];
  readonly managers?: readonly string[];
  readonly channel?: string;
  readonly monthlyRevenue?: number;
  readonly currency?: string;
  readonly contractEnd?: string;
  readonly noticeDays?: number;
  readonly language?: Language;
  readonly hasPulse?: boolean;
};

export type ParsedRow =
  | { readonly ok: true; readonly row: ClientRow }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** What roles may be called besides their own names. */
const ROLE_WORDS: Readonly<Record<string, Role>> = {
  продажи: 'sales',
  аккаунтинг: 'account',
  производство: 'delivery',
  поддержка: 'support',
  финансы: 'finance',
  другое: 'other',
};

const WORDS = {
  language: { en: ['en', 'english', 'английский', 'англ'], ru: ['ru', 'russian', 'русский', 'рус'] },
  on: ['on', 'yes', 'true', '1', 'y', 'да', 'вкл', 'включён', 'включен'],
  off: ['off', 'no', 'false', '0', 'n', 'нет', 'выкл', 'выключен'],
} as const;

/** Reads the cells of one line. Every problem of the line is given, not only the first. */
export function parseClientRow(cells: Readonly<Partial<Record<Column, string>>>): ParsedRow {
  const problems: LineProblem[] = [];
  /** The value of a cell; absent where it is empty or cannot be read, and then that is a problem. */
  const read = <T>(column: Column, problem: RowProblem, parse: (text: string) => T | null): T | undefined => {
    const text = cells[column]?.trim() ?? '';
    if (text === '') return undefined;
    const value = parse(text);
    if (value === null) problems.push({ problem, value: text });
    return value ?? undefined;
  };
  const name = parseClientName(cells.name ?? '');
  if (!name.ok) problems.push({ problem: `name_${name.reason}`, value: cells.name?.trim() ?? '' });
  const rest = withoutAbsent({
    team: read('team', 'role', parsePeople),
    managers: read('managers', 'role', (text) => splitPeople(text)),
    channel: read('channel', 'channel_unknown', (text) => text),
    monthlyRevenue: read('revenue', 'revenue', parseAmount),
    currency: read('currency', 'currency', parseCurrency),
    contractEnd: read('contractEnd', 'date', parseDay),
    noticeDays: read('noticeDays', 'days', parseDays),
    language: read('language', 'language', parseLanguage),
    hasPulse: read('pulse', 'pulse', parseSwitch),
  });
  if (!name.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, row: { name: name.name, nameKey: name.nameKey, ...rest } };
}

function withoutAbsent<T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}

/** People of one cell, separated by commas, semicolons, bars or lines. */
function splitPeople(text: string): string[] {
  return text
    .split(/[,;|\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** "anna@acme.io: sales, @bob": a role may follow a colon. Null where one of the roles is not known. */
function parsePeople(text: string): NamedPerson[] | null {
  const people = splitPeople(text).map((one): NamedPerson | null => {
    const [, said = one, typed] = /^(.+?)\s*:\s*([^:]+)$/u.exec(one) ?? [];
    if (typed === undefined) return { said, role: null };
    const word = typed.toLowerCase();
    const role =
      ROLES.find((known) => known === word) ?? (Object.hasOwn(ROLE_WORDS, word) ? ROLE_WORDS[word] : undefined);
    return role ? { said, role } : null;
  });
  return people.some((person) => person === null) ? null : (people as NamedPerson[]);
}

/**
 * An amount of money as people and spreadsheets write it: "4000", "4 000,50", "4,000.50", "4.000". One separator before exactly
 * three digits stands between thousands: amounts have no third decimal. Null for everything else, signs and units too.
 */
export function parseAmount(text: string): number | null {
  const digits = text.replace(/[\s'’]/gu, '');
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimal ? digits.slice(0, decimal.index) : digits;
  if (!/^\d+$/.test(whole) && !/^\d{1,3}(,\d{3})+$/.test(whole) && !/^\d{1,3}(\.\d{3})+$/.test(whole)) return null;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimal?.[1] ?? '0'}`);
  return value <= MAX_REVENUE ? value : null;
}

/** The three letters of a currency that `Intl` knows, in any case. */
export function parseCurrency(text: string): string | null {
  const code = text.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : null;
}

/** A day of the calendar: 2027-03-31 or 31.03.2027. Others, such as 03/04/2027, could mean two days and are not guessed. */
export function parseDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** Whole days from 0 to ten years. */
export function parseDays(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= MAX_NOTICE_DAYS ? Number(text) : null;
}

function parseLanguage(text: string): Language | null {
  const folded = text.toLowerCase();
  const { en, ru } = WORDS.language;
  if ((en as readonly string[]).includes(folded)) return 'en';
  return (ru as readonly string[]).includes(folded) ? 'ru' : null;
}

function parseSwitch(text: string): boolean | null {
  const folded = text.toLowerCase();
  if ((WORDS.on as readonly string[]).includes(folded)) return true;
  return (WORDS.off as readonly string[]).includes(folded) ? false : null;
}
