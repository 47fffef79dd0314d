import { bold, type Mrkdwn, md, mention, moment, safe } from '../../domain/escaping.ts';
import type { CorrectionRefusal } from '../../domain/evidence/current-entries.ts';
import { type EvidenceRefusal, MAX_EVIDENCE_LENGTH } from '../../domain/evidence/evidence.ts';
import { formatNumber } from '../plural.ts';

/** The evidence log. */
export const evidence = {
  title: 'Log as evidence',
  intro:
    'A dated note of what happened, with your name on it. It cannot be changed later, only corrected by a new one.',
  about: (client: string): Mrkdwn => md`Client: ${bold(client)}`,
  /** Above the form, where the message that it is about does not fit. */
  tooLong: md`*The message is longer than one field.* Here is as much of it as fits: keep the part that matters, the link leads to the rest.`,
  unknownClient: (typed: string): Mrkdwn => md`I know no client called “${typed}”. Please choose one below.`,
  noClients: md`There are no clients yet. A manager sets up the first one with ${safe('`/client-review client`' as Mrkdwn)}.`,
  guests: md`Only people of this workspace’s own company can log evidence. If you think you should be able to, ask whoever invited you.`,
  help: 'logs what a client did, as evidence; managers see the log',
  question: {
    client: 'Which client?',
    text: 'What happened?',
    happenedOn: 'When?',
    signal: 'What kind of trouble?',
    amount: 'How much money was it about?',
    currency: 'Currency',
    link: 'Link',
  },
  hint: {
    text: 'Facts: what was agreed, what happened instead. This may be read to the client one day.',
    amount: 'Leave it empty if it was not about money.',
  },
  log: 'Log as evidence',
  correct: 'Correct',
  correctTitle: 'Correct an entry',
  correctIntro: 'What you write here takes the place of the entry. The old words stay in the log behind it.',
  placeholder: { client: 'Choose a client', signal: 'Choose one, if you like' },
  link: 'Link',
  loggedBy: (userId: string, at: Date): Mrkdwn => md`logged by ${mention(userId)} on ${moment(at, 'date')}`,
  before: (userId: string, at: Date, text: string): Mrkdwn =>
    md`Before (${mention(userId)}, ${moment(at, 'date')}): ${text}`,
  moreBefore: (count: number): Mrkdwn => md`and ${count} earlier versions`,
  section: (count: number): Mrkdwn =>
    count === 0 ? md`*Evidence log:* nothing has been logged yet` : md`*Evidence log* (${count})`,
  open: 'Open the log',
  corrected: (times: number): string => (times === 1 ? 'corrected' : `corrected ${times} times`),
  saved: 'Logged. The words stay as they are now, whatever becomes of the message.',
  none: 'Nothing has been logged about this client yet.',
  refused: {
    client_missing: 'Please choose the client.',
    text_missing: 'Please say what happened.',
    // When it is read: the first number that Intl writes takes it ten milliseconds, and a start needs none.
    get text_too_long() {
      return `Please keep it under ${formatNumber('en', MAX_EVIDENCE_LENGTH)} characters: quote the part that matters and add the link.`;
    },
    date_missing: 'Please say when it happened.',
    date_invalid: 'The calendar has no such day. Please write it like 2026-12-04.',
    date_future: 'That day is still ahead. Please choose the day on which it happened.',
    signal_unknown: 'Please choose a kind of trouble from the list.',
    amount_invalid: 'Please give an amount, such as 4000 or 4000.50, or nothing.',
    amount_negative: 'Please give the amount without a minus.',
    amount_too_large: 'That is more than I can keep. Please check the zeros.',
    currency_invalid: 'Please give the currency in three letters, such as EUR.',
    link_invalid: 'Please give a link that begins with https://, or nothing.',
    entry_not_found: 'I cannot find the entry that this corrects. Please open the log again.',
    already_corrected:
      'Somebody has corrected this entry already. Please open the log again and correct the newest one.',
  } satisfies Record<EvidenceRefusal | CorrectionRefusal | 'client_missing', string>,
};
