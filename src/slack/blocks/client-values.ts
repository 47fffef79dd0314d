import { ROLES } from '../../domain/answer.ts';
import type { ClientField, ClientFields } from '../../domain/client-profile.ts';
import { channelLink, join, type Mrkdwn, md, mention, safe } from '../../domain/escaping.ts';
import { formatMoney } from '../../i18n/amounts.ts';
import type { Messages } from '../../i18n/index.ts';
import { capitalised } from './building-blocks.ts';

type Words = { readonly t: Messages; readonly usualCurrency: string };

/** Beyond these the people of one role are counted. */
const MAX_PEOPLE = 50;

/** What a field of a client says, in words; null where it is empty. */
export function fieldValue(fields: ClientFields, field: ClientField, { t, usualCurrency }: Words): Mrkdwn | null {
  switch (field) {
    case 'team':
      return fields.team.length === 0 ? null : join(teamLines(fields, t), '; ');
    case 'managerIds':
      return fields.managerIds.length === 0 ? null : peopleLine(fields.managerIds, t);
    case 'userGroup':
      return fields.userGroup && md`@${fields.userGroup.name}`;
    case 'channelId':
      return fields.channelId === null ? null : md`${channelLink(fields.channelId)}`;
    case 'monthlyRevenue':
      return fields.monthlyRevenue === null ? null : md`${moneyOf(fields, { t, usualCurrency })}`;
    case 'contractEnd':
      return fields.contractEnd === null ? null : md`${formatDay(fields.contractEnd, t)}`;
    case 'language':
      return fields.language === null ? null : md`${t.forms.languageName[fields.language]}`;
    case 'hasPulse':
      return md`${t.clientSetup.form.pulseOption[fields.hasPulse ? 'on' : 'off'].text}`;
    case 'name':
    case 'currency':
    case 'noticeDays':
      return fields[field] === null ? null : md`${fields[field] ?? ''}`;
  }
}

/** "Sales: @a, @b", one line for each role that somebody has. */
export function teamLines({ team }: Pick<ClientFields, 'team'>, t: Messages): Mrkdwn[] {
  return ROLES.flatMap((role) => {
    const ids = team.filter((person) => person.role === role).map(({ userId }) => userId);
    const people = safe(peopleLine(ids, t));
    return ids.length === 0 ? [] : [t.clientSetup.page.role({ role: capitalised(t.vocabulary.role[role]), people })];
  });
}

/** Mentions with commas between; very many are counted. */
export function peopleLine(userIds: readonly string[], t: Messages): Mrkdwn {
  const shown = userIds.slice(0, MAX_PEOPLE).map((id) => mention(id).mrkdwn);
  const left = userIds.length - shown.length;
  return join(left === 0 ? shown : [...shown, t.clientSetup.page.morePeople(left)], ', ');
}

/** What a client pays a month, in its own currency or the workspace's. */
export function moneyOf(
  { monthlyRevenue, currency }: Pick<ClientFields, 'monthlyRevenue' | 'currency'>,
  { t, usualCurrency }: Words,
): string {
  return formatMoney(t.forms.locale, monthlyRevenue ?? 0, currency ?? usualCurrency);
}

/** A day of the calendar (YYYY-MM-DD), the same wherever it is read. */
export function formatDay(day: string, t: Messages): string {
  const format = new Intl.DateTimeFormat(t.forms.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
