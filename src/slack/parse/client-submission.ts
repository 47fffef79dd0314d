import { type ClientNameRefusal, parseClientName } from '../../domain/client.ts';
import { type ClientFields, MAX_ACCOUNT_TEAM, MAX_REVENUE } from '../../domain/client-profile.ts';
import { parseCurrency, parseDay, parseDays } from '../../domain/client-row.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { type ClientMetadata, parseClientMetadata } from './client-metadata.ts';
import { collectErrors, type FormError, type Parsed } from './field-errors.ts';
import { readFormFields } from './form-fields.ts';
import { parseNumber } from './parse-number.ts';
import { readTeam, type TeamMember } from './read-team.ts';

export type ClientSubmission = {
  /** Null: a new client. */
  readonly edited: ClientMetadata | null;
  readonly team: readonly TeamMember[];
  /** The group that was chosen, null for none; absent where the form had no such field. */
  readonly userGroupId?: string | null;
  readonly fields: Omit<ClientFields, 'team' | 'userGroup'>;
};

const NAME_ERRORS: Readonly<Record<ClientNameRefusal, FormError>> = {
  empty: 'client_missing',
  too_long: 'client_name_too_long',
  no_letters: 'client_name_no_letters',
};

/** Reads the form of a client. Whether the people, the group and the channel qualify is asked later. */
export function parseClientForm(view: unknown): Parsed<ClientSubmission> {
  const form = readFormFields(view);
  const name = parseClientName(form.text(FIELDS.clientName) ?? '');
  const { team, errors: teamErrors } = readTeam(form);
  const money = parseNumber(form.text(FIELDS.revenue), MAX_REVENUE);
  const currency = optional(form.text(FIELDS.currency), parseCurrency);
  const contractEnd = optional(form.date(FIELDS.contractEnd), parseDay);
  const noticeDays = optional(form.text(FIELDS.noticeDays), parseDays);
  const edited = parseClientMetadata(form.metadata);
  const errors = collectErrors({
    ...teamErrors,
    ...(team.length > MAX_ACCOUNT_TEAM ? { [FIELDS.team('sales')]: 'account_team_too_large' as const } : {}),
    [FIELDS.clientName]: !name.ok ? NAME_ERRORS[name.reason] : edited === 'invalid' ? 'old_form' : null,
    [FIELDS.revenue]: money.ok ? null : 'revenue_invalid',
    [FIELDS.currency]: currency.ok ? null : 'currency_unknown',
    [FIELDS.contractEnd]: contractEnd.ok ? null : 'date_invalid',
    [FIELDS.noticeDays]: noticeDays.ok ? null : 'notice_invalid',
  });
  if (!name.ok || !money.ok || !currency.ok || !contractEnd.ok || !noticeDays.ok || edited === 'invalid' || errors)
    return { ok: false, errors: errors ?? {} };
  const fields = {
    name: name.name,
    managerIds: [...new Set(form.users(FIELDS.managers))],
    channelId: form.conversation(FIELDS.channel),
    monthlyRevenue: money.value,
    currency: currency.value,
    contractEnd: contractEnd.value,
    noticeDays: noticeDays.value,
    language: choiceOf(LANGUAGES, form.selected(FIELDS.clientLanguage)),
    hasPulse: form.radio(FIELDS.pulse) !== 'off',
  };
  const group = form.ids.includes(FIELDS.userGroup) ? { userGroupId: form.selected(FIELDS.userGroup) } : {};
  return { ok: true, value: { edited, team, fields, ...group } };
}

type Optional<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false };

/** Nothing is nothing; something has to be readable. */
function optional<T>(text: string | null, parse: (text: string) => T | null): Optional<T> {
  if (text === null) return { ok: true, value: null };
  const value = parse(text);
  return value === null ? { ok: false } : { ok: true, value };
}
