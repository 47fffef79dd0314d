import type { ImportRow } from '../../domain/client-import.ts';
import { MAX_ACCOUNT_TEAM } from '../../domain/client-profile.ts';
import { type ClientRow, type LineProblem, parseClientRow } from '../../domain/client-row.ts';
import { nameKeyOf } from '../../domain/match-clients.ts';
import { memberRefusal } from '../../domain/member.ts';
import type { WrongLine } from '../blocks/views/import-form.ts';
import type { NamedChannels } from '../guard/named-channels.ts';
import type { NamedPeople } from '../guard/named-people.ts';
import type { ClientTable, TableLine } from '../parse/client-table.ts';
import type { ListenerContext } from './listener-context.ts';

export type ReadTable = Extract<ClientTable, { ok: true }>;
export type ReadImport =
  | { readonly ok: true; readonly rows: readonly ImportRow[]; readonly wrong: readonly (WrongLine & { raw: string })[] }
  /** Slack did not say who there is, or in which channels we are. */
  | { readonly ok: false };

type Facts = {
  readonly people: NamedPeople | null;
  readonly channels: NamedChannels | null;
  readonly archivedKeys: ReadonlySet<string>;
};

/** Reads a table line by line: what can be imported, and for every other line what is wrong with it. Asks Slack only for what is named. */
export async function readImport(ctx: ListenerContext, workspaceId: string, table: ReadTable): Promise<ReadImport> {
  const names = (column: 'team' | 'managers' | 'channel') => table.lines.some(({ cells }) => cells[column]?.trim());
  const needsPeople = names('team') || names('managers');
  const needsChannels = names('channel');
  const [people, channels, clients] = await Promise.all([
    needsPeople ? ctx.clientLookups.readPeople() : null,
    needsChannels ? ctx.clientLookups.readChannels() : null,
    ctx.storage.forWorkspace(workspaceId).clients.listProfiles(),
  ]);
  if ((needsPeople && !people) || (needsChannels && !channels)) return { ok: false };
  const archived = clients.filter(({ isArchived }) => isArchived).map(({ name }) => nameKeyOf(name) ?? '');
  const facts: Facts = { people, channels, archivedKeys: new Set(archived) };
  const rows: ImportRow[] = [];
  const wrong: (WrongLine & { raw: string })[] = [];
  const seen = new Set<string>();
  for (const line of table.lines) {
    const read = readLine(line, facts, seen);
    if (read.ok) rows.push(read.row);
    else wrong.push({ line: line.line, raw: line.raw, name: line.cells.name?.trim() ?? '', problems: read.problems });
  }
  return { ok: true, rows, wrong };
}

type ReadLine =
  | { readonly ok: true; readonly row: ImportRow }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** `seen` are the clients of the lines before that can be imported; this one is added. */
function readLine({ line, cells, hasTooMany }: TableLine, facts: Facts, seen: Set<string>): ReadLine {
  const problems: LineProblem[] = hasTooMany ? [{ problem: 'too_many_cells', value: '' }] : [];
  const parsed = parseClientRow(cells);
  if (!parsed.ok) return { ok: false, problems: [...problems, ...parsed.problems] };
  const { row } = parsed;
  if (seen.has(row.nameKey)) problems.push({ problem: 'name_twice', value: row.name });
  if (facts.archivedKeys.has(row.nameKey)) problems.push({ problem: 'archived', value: row.name });
  const team = findTeam(row, facts, problems);
  const managers = (row.managers ?? []).flatMap((said) => findPerson(said, facts, problems));
  const channelId = row.channel === undefined ? null : findChannel(row.channel, facts, problems);
  if (problems.length > 0) return { ok: false, problems };
  seen.add(row.nameKey);
  const { name, nameKey, team: _team, managers: _managers, channel: _channel, ...plain } = row;
  const fields = {
    ...plain,
    ...(row.managers ? { managerIds: [...new Set(managers)] } : {}),
    ...(channelId === null ? {} : { channelId }),
  };
  return { ok: true, row: { line, name, nameKey, fields, team } };
}

function findTeam({ team }: ClientRow, facts: Facts, problems: LineProblem[]): ImportRow['team'] {
  if (!team) return null;
  const found = team.flatMap(({ said, role }) =>
    findPerson(said, facts, problems).map((userId) => ({ said, userId, role })),
  );
  const ids = new Set<string>();
  for (const { said, userId } of found) {
    if (ids.has(userId)) problems.push({ problem: 'person_twice', value: said });
    ids.add(userId);
  }
  if (ids.size > MAX_ACCOUNT_TEAM) problems.push({ problem: 'too_many_people', value: String(ids.size) });
  return found.map(({ userId, role }) => ({ userId, role }));
}

/** The id of the person, if there is one who can be asked; what is wrong otherwise is added to `problems`. */
function findPerson(said: string, { people }: Facts, problems: LineProblem[]): string[] {
  const found = people?.find(said) ?? { kind: 'none' as const };
  if (found.kind === 'one' && memberRefusal(found.member) === null) return [found.member.id];
  const reasons = {
    one: 'person_not_allowed',
    none: 'person_unknown',
    many: 'person_ambiguous',
    email_hidden: 'person_email_hidden',
  } as const;
  problems.push({ problem: reasons[found.kind], value: said });
  return [];
}

function findChannel(said: string, { channels }: Facts, problems: LineProblem[]): string | null {
  const found = channels?.find(said) ?? { kind: 'none' as const };
  if (found.kind === 'one') return found.id;
  problems.push({ problem: found.kind === 'none' ? 'channel_unknown' : 'channel_not_ours', value: said });
  return null;
}
