import type { RowProblem } from '../../domain/client-row.ts';
import { bold, type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import type { WrongEncoding } from '../../domain/text-encoding.ts';
import { plural } from '../plural.ts';

const clients = (count: number) => plural('en', count, { one: 'client', other: 'clients' });
const lines = (count: number) => plural('en', count, { one: 'line', other: 'lines' });

/** Setting up clients: form, page, archive, import. Titles and buttons of forms: at most 24 characters; options: at most 75. */
export const clientSetup = {
  help: {
    client: 'shows what is set up for this client, to edit or archive',
    newClient: 'sets up a new client',
    import: 'adds or changes many clients from a table',
  },
  form: {
    newTitle: 'New client',
    editTitle: 'Edit client',
    name: 'Name',
    team: md`*Account team:* everyone who works with this client. Each person once, in one role.`,
    userGroup: 'Also everyone in a user group',
    userGroupHint:
      'The team follows the group: who joins it joins the team as “other”, unless you choose a role for them, and who leaves it leaves the team.',
    userGroupPlaceholder: 'Choose a user group',
    /** A group that is no longer there, in the list of groups. */
    userGroupGone: (name: string): string => `${name} (deleted)`,
    managers: 'Managers of this client',
    managersHint: 'They hear first when it goes wrong. Nobody here: the managers of the workspace.',
    channel: 'Channel',
    channelHint: 'One of your own, without guests, with me in it.',
    channelPlaceholder: 'Choose a channel',
    revenue: 'What the client pays a month',
    currency: 'Currency of that amount',
    currencyHint: (usual: string): string => `Three letters, such as EUR. Leave it empty for ${usual}.`,
    contractEnd: 'The contract ends on',
    noticeDays: 'Notice period, in days',
    language: 'Language in which you write to the client',
    languagePlaceholder: 'Choose a language',
    pulse: 'Weekly pulse',
    pulseOption: {
      on: { text: 'On', description: 'The account team says once a week how it goes' },
      off: { text: 'Off', description: 'Nobody is asked about this client' },
    },
    /** Above a field that somebody else changed while the form was open; below it stands the person's own. */
    clashIntro: md`*Somebody else changed this client while you had the form open.* Nothing is saved yet. Look at the marked fields and save again to keep what stands in them.`,
    clash: (theirs: Safe): Mrkdwn => md`⚠️ Changed meanwhile to: ${theirs}`,
    nothing: 'nothing',
  },
  /** Said at a field. */
  errors: {
    client_name_taken:
      'There is a client of that name already. Choose another name, or open that client: /client-review client and its name.',
    client_name_taken_archived:
      'An archived client has that name. Choose another one, or restore that client: /client-review client and its name.',
    client_archived: 'This client is archived. Restore it first: /client-review client and its name.',
    client_parted: 'We have parted with this client. Open it again first: /client-review client and its name.',
    account_team_too_large: 'This makes more than 50 people. Please leave some out.',
    revenue_invalid: 'Please give an amount, such as 4000, or nothing.',
    notice_invalid: 'Please give whole days from 0 to 3650, or nothing.',
    date_invalid: 'Please choose a date, or none.',
    user_group_unreadable:
      'Slack did not say who is in this group. Nothing is saved; please try again in a minute, or choose no group.',
    import_empty: 'Please paste at least two lines: the names of the columns, and one client.',
    import_no_rows: 'There are names of columns and no client below them. Please paste the lines too.',
    import_no_name:
      'The first line must name the columns, and one of them must be “name”. Please add that line at the top.',
    import_quote_open:
      'A quotation mark opens and never closes, so I cannot tell the cells apart. Please check the marks.',
  },
  channel: {
    external: 'This channel is shared with another organisation. Please choose one of your own.',
    pending_external: 'Another organisation has been invited to this channel. Please choose one of your own.',
    guests: 'There are guests in this channel. Please choose one without guests.',
    outsiders: 'There are people from outside in this channel. Please choose one of your own.',
    unknown: 'I could not find out who can read this channel. Please try again in a minute, or leave it empty.',
    not_member: 'I am not in this channel. Type /invite @Parley there and send this form again.',
    archived: 'This channel is archived. Please choose another one.',
    direct_message: 'This is a direct message. Please choose a channel.',
  } satisfies Record<ChannelRefusal, string>,
  page: {
    heading: ({ name, status }: { name: string; status: string }): Mrkdwn => md`${bold(name)} · ${status}`,
    archived: md`🗄 *Archived:* in no list, and nobody is asked about it. Its history stays.`,
    team: (count: number): Mrkdwn => md`*Account team* (${count})`,
    noTeam: md`*Account team:* nobody yet. *Edit* adds people.`,
    role: ({ role, people }: { role: string; people: Safe }): Mrkdwn => md`${role}: ${people}`,
    morePeople: (count: number): Mrkdwn => md`and ${count} more`,
    follows: (group: string): Mrkdwn => md`The team follows the user group @${group}.`,
    groupGone: (group: string): Mrkdwn =>
      md`⚠️ The user group @${group} was deleted or disabled. The team stays as it was then; *Edit* changes it.`,
    managers: (people: Safe): Mrkdwn => md`*Managers:* ${people}`,
    usualManagers: md`*Managers:* those of the workspace`,
    channel: (channel: Safe): Mrkdwn => md`*Channel:* ${channel}`,
    revenue: (amount: string): Mrkdwn => md`*Pays:* ${amount} a month`,
    contract: (day: string): Mrkdwn => md`*Contract ends:* ${day}`,
    notice: (days: number): Mrkdwn => md`*Notice period:* ${plural('en', days, { one: 'day', other: 'days' })}`,
    lastNotice: (day: string): Mrkdwn => md`(last day to give notice: ${day})`,
    language: (language: string): Mrkdwn => md`*We write to them in:* ${language}`,
    pulseOn: md`*Weekly pulse:* on`,
    pulseOff: md`*Weekly pulse:* off`,
    edit: 'Edit',
    archive: 'Archive',
    restore: 'Restore',
    start: 'Start a review',
    archiveTitle: 'Archive this client?',
    archiveText: 'It leaves every list and nobody is asked about it. Its history stays, and you can restore it.',
    archiveConfirm: 'Archive',
    archiveDeny: 'Keep it',
  },
  done: {
    archived: (name: string): Mrkdwn => md`${bold(name)} is archived. Its history stays.`,
    restored: (name: string): Mrkdwn => md`${bold(name)} is back, as it was.`,
  },
  find: {
    none: (typed: string): Mrkdwn => md`I know no client named “${typed}”.`,
    nearest: md`Did you mean one of these?`,
    several: ({ typed, count }: { typed: string; count: number }): Mrkdwn =>
      md`${clients(count)} begin with “${typed}”. Which one?`,
    more: (count: number): Mrkdwn => md`and ${count} more: type more of the name`,
    choose: 'Choose a client',
    newNamed: (typed: string): string => `New client: ${typed}`,
  },
  start: {
    /** In the start form: people of the account team who could not read the thread. */
    absent: (people: Safe): Mrkdwn =>
      md`In the account team, but not in this channel: ${people}. Invite them to the channel first, then open this form again.`,
  },
  import: {
    title: 'Import clients',
    check: 'Check',
    confirm: 'Import',
    intro: md`Copy the cells of your table and paste them here, or the lines of a CSV file. The first line names the columns:`,
    columns: {
      name: 'name',
      team: 'team',
      managers: 'managers',
      channel: 'channel',
      revenue: 'monthly revenue',
      currency: 'currency',
      contractEnd: 'contract end',
      noticeDays: 'notice days',
      language: 'language',
      pulse: 'pulse',
    },
    rules: md`Only the name is needed. A client that is here already is changed; an empty cell changes nothing. People are e-mail addresses or @names, with commas between, such as \`@lena: delivery, @omar: sales\` (a cell with commas needs quotation marks around it). Nothing is saved before you have seen what will change.`,
    text: 'Lines',
    moreText: 'More lines',
    textHint:
      'A field holds 3,000 characters. Go on in the next one with a new line; the names of the columns need not be repeated.',
    more: 'More room',
    working: 'Reading the lines …',
    saving: 'Importing …',
    wrongColumn: ({ column, known }: { column: string; known: string }): string =>
      `I do not know the column “${column}”. Rename it or take it out; I know: ${known}.`,
    columnTwice: (column: string): string => `The column “${column}” is there twice. Please take one out.`,
    encoding: {
      utf16:
        'These lines are not readable: the file is in UTF-16. Save it as “CSV UTF-8” and copy it again, or copy the cells of the table.',
      cp1251:
        'These lines are not readable: the file is in Windows-1251. Save it as “CSV UTF-8” and copy it again, or copy the cells of the table.',
      utf8_as_latin:
        'These lines are not readable: the file was opened in a wrong encoding. Open it as UTF-8 and copy it again, or copy the cells of the table.',
      unknown:
        'Some letters were lost before the text came here: the file is not in UTF-8 (often UTF-16 or Windows-1251). Save it as “CSV UTF-8” and copy it again, or copy the cells of the table.',
    } satisfies Record<WrongEncoding, string>,
    peopleUnreadable: md`*Slack did not say who is in the workspace, or in which channels I am.* Nothing was saved and your lines are below; please press *Check* again in a minute.`,
    failed: md`*Something went wrong on my side.* Nothing was saved and your lines are below; please press *Check* again in a minute.`,
    gone: md`These lines were imported already, or are older than a day. Nothing was changed; type \`/client-review import\` to begin again.`,
    summary: ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }): Mrkdwn =>
      md`*${created} new, ${changed} changed, ${unchanged} as they are.* Nothing is saved yet: press *Import*.`,
    wrong: (count: number): Mrkdwn =>
      md`⚠️ *${lines(count)} cannot be imported yet.* You get them back to mend after the import, or now: *Back to the lines*.`,
    back: 'Back to the lines',
    created: (count: number): Mrkdwn => md`*New* (${count})`,
    changed: (count: number): Mrkdwn => md`*Changed* (${count})`,
    change: ({ name, fields }: { name: string; fields: string }): Mrkdwn => md`• ${name}: ${fields}`,
    moreLines: (count: number): Mrkdwn => md`and ${count} more`,
    field: {
      name: 'name',
      team: 'team',
      userGroup: 'user group',
      managerIds: 'managers',
      channelId: 'channel',
      monthlyRevenue: 'monthly revenue',
      currency: 'currency',
      contractEnd: 'contract end',
      noticeDays: 'notice days',
      language: 'language',
      hasPulse: 'pulse',
    },
    mend: (count: number): Mrkdwn =>
      md`⚠️ *${lines(count)} could not be imported.* They are below: mend them and press *Check*.`,
    nothing: md`Every client is already as your lines say. Nothing was changed.`,
    saved: ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }): Mrkdwn =>
      md`*Imported: ${created} new, ${changed} changed, ${unchanged} as they were.*`,
    problem: ({ line, name, what }: { line: number; name: string; what: Safe }): Mrkdwn =>
      name === '' ? md`• Line ${line}: ${what}` : md`• Line ${line} (${name}): ${what}`,
    problems: {
      name_empty: () => md`the name is missing`,
      name_too_long: () => md`the name has more than 80 characters`,
      name_no_letters: () => md`the name needs at least one letter or digit`,
      revenue: (value) => md`“${value}” is no amount; write 4000 or 4000.50`,
      currency: (value) => md`“${value}” is no currency; write three letters, such as EUR`,
      date: (value) => md`“${value}” is no day I can read; write 2027-03-31`,
      days: (value) => md`“${value}” is no number of days from 0 to 3650`,
      language: (value) => md`“${value}” is no language I write in; write en or ru`,
      pulse: (value) => md`“${value}” says neither on nor off; write one of them`,
      role: (value) =>
        md`a role in “${value}” is not known; roles are sales, account, delivery, support, finance, other`,
      person_unknown: (value) => md`I know nobody called “${value}”; write the @name as in Slack`,
      person_email_hidden: (value) =>
        md`I may not see e-mail addresses here, so I cannot find “${value}”; write the @name as in Slack`,
      person_ambiguous: (value) => md`several people are called “${value}”; write the e-mail address or the member ID`,
      person_not_allowed: (value) =>
        md`“${value}” is a guest, a bot, deactivated or from another organisation; leave them out`,
      person_twice: (value) => md`“${value}” is there twice; name each person once`,
      channel_unknown: (value) =>
        md`I am in no channel “${value}”; type /invite @Parley there, or leave the cell empty`,
      channel_not_ours: (value) =>
        md`the channel “${value}” is shared with another organisation or archived; choose another one`,
      name_twice: () => md`this client is in an earlier line already`,
      archived: () => md`this client is archived; restore it first: /client-review client and its name`,
      too_many_cells: () => md`there are more cells than columns; put quotation marks around a cell with a comma in it`,
      too_many_people: () => md`more than 50 people are in the team`,
    } satisfies Record<RowProblem, (value: string) => Mrkdwn>,
  },
};
