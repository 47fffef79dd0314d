import { ROLES } from '../../domain/answer.ts';
import { type ClientNameRefusal, parseClientName } from '../../domain/client.ts';
import { MODES, PRESETS, type Preset, type ReviewMode } from '../../domain/review.ts';
import { endOfWorkingDay } from '../../domain/schedule.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { collectErrors, type FormError, type Parsed } from './field-errors.ts';
import { type FormFields, readFormFields } from './form-fields.ts';
import { MAX_QUESTION_LENGTH } from './form-limits.ts';
import { readTeam, type TeamMember } from './read-team.ts';
import { parseStartMetadata } from './start-metadata.ts';

/** A client that exists, or the name of one to add: white space folded, at most 80 characters. */
export type ClientChoice = { readonly id: string } | { readonly newName: string };

export type StartSubmission = {
  readonly clientChoice: ClientChoice;
  readonly team: readonly TeamMember[];
  readonly mode: ReviewMode;
  readonly preset: Preset;
  /** YYYY-MM-DD, a date of the calendar; null for a live review and where none was given. */
  readonly deadlineDate: string | null;
  readonly question: string | null;
  readonly publicConfirmed: boolean;
};

const NAME_ERRORS: Readonly<Record<ClientNameRefusal, FormError>> = {
  empty: 'client_missing',
  too_long: 'client_name_too_long',
  no_letters: 'client_name_no_letters',
};

/** Reads the start form. Whether the people and the channel qualify and the day is still to come is asked later. */
export function parseStartForm(view: unknown): Parsed<StartSubmission> {
  const fields = readFormFields(view);
  const client = readClient(fields);
  const team = readInvited(fields);
  const preset = choiceOf(PRESETS, fields.radio(FIELDS.preset)) ?? 'async';
  const deadlineDate = preset === 'live' ? null : fields.date(FIELDS.deadline);
  const question = fields.text(FIELDS.question);
  const publicConfirmed = fields.isTicked(FIELDS.publicConfirmed);
  const isPublic = parseStartMetadata(fields.metadata)?.isPublic ?? false;
  const errors = collectErrors({
    ...(client.ok ? {} : client.errors),
    ...(team.ok ? {} : team.errors),
    [FIELDS.deadline]:
      deadlineDate === null || endOfWorkingDay(deadlineDate, 'UTC') !== null ? null : 'deadline_invalid',
    [FIELDS.question]: (question ?? '').length > MAX_QUESTION_LENGTH ? 'question_too_long' : null,
    [FIELDS.publicConfirmed]: isPublic && !publicConfirmed ? 'public_not_confirmed' : null,
  });
  if (!client.ok || !team.ok || errors !== null) return { ok: false, errors: errors ?? {} };
  const mode = choiceOf(MODES, fields.radio(FIELDS.mode)) ?? 'private';
  const value = { clientChoice: client.value, team: team.value, mode, preset, deadlineDate, question, publicConfirmed };
  return { ok: true, value };
}

function readClient(fields: FormFields): Parsed<ClientChoice> {
  const id = fields.selected(FIELDS.client);
  const typed = fields.text(FIELDS.newClient);
  const refuse = (error: FormError): Parsed<ClientChoice> => ({ ok: false, errors: { [FIELDS.newClient]: error } });
  if (id !== null) return typed === null ? { ok: true, value: { id } } : refuse('client_both');
  const name = parseClientName(typed ?? '');
  return name.ok ? { ok: true, value: { newName: name.name } } : refuse(NAME_ERRORS[name.reason]);
}

function readInvited(fields: FormFields): Parsed<readonly TeamMember[]> {
  const { team, errors } = readTeam(fields);
  if (team.length === 0) return { ok: false, errors: { ...errors, [FIELDS.team(ROLES[0])]: 'team_empty' } };
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: team };
}
