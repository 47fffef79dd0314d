/** Every id that Slack sends back to us, once. */
export const COMMAND = '/client-review';

/** Buttons and selects in messages; their value is a target, see target.ts. */
export const ACTIONS = {
  answer: 'answer',
  nothingToSay: 'nothing_to_say',
  voteKeep: 'vote_keep',
  votePart: 'vote_part',
  voteUnsure: 'vote_unsure',
  voteForm: 'vote_form',
  myAnswers: 'my_answers',
  nextPhase: 'next_phase',
  extend: 'extend',
  whoAnswered: 'who_answered',
  decide: 'decide',
  readSummary: 'read_summary',
  startForm: 'start_form',
  startInChannel: 'start_in_channel',
  newClient: 'new_client',
  showClient: 'show_client',
  editClient: 'edit_client',
  archiveClient: 'archive_client',
  restoreClient: 'restore_client',
  importMore: 'import_more',
  importBack: 'import_back',
} as const;

export const VIEWS = {
  start: 'start_review',
  complaint: 'answer_complaint',
  chooseComplaint: 'choose_complaint',
  positive: 'answer_positive',
  lessons: 'answer_lessons',
  vote: 'answer_vote',
  myAnswers: 'my_answers',
  decision: 'decision',
  settings: 'settings',
  client: 'client_setup',
  importClients: 'import_clients',
  importPreview: 'import_preview',
} as const;

/** Blocks of forms; each input's action id begins with its block id. */
export const FIELDS = {
  client: 'client',
  newClient: 'new_client',
  /** One field per role: team_sales, team_account, … */
  team: (role: string) => `team_${role}`,
  mode: 'mode',
  preset: 'preset',
  deadline: 'deadline',
  question: 'question',
  publicConfirmed: 'public_confirmed',
  text: 'text',
  signals: 'signals',
  severity: 'severity',
  frequency: 'frequency',
  concerns: 'concerns',
  more: 'more',
  withdraw: 'withdraw',
  which: 'which',
  relationship: 'relationship',
  learned: 'learned',
  elsewhere: 'elsewhere',
  vote: 'vote',
  hours: 'hours',
  choice: 'choice',
  rationale: 'rationale',
  hardStop: 'hard_stop',
  managers: 'managers',
  language: 'language',
  timeZone: 'time_zone',
  hourlyCost: 'hourly_cost',
  currency: 'currency',
  clientName: 'client_name',
  userGroup: 'user_group',
  channel: 'channel',
  revenue: 'revenue',
  contractEnd: 'contract_end',
  noticeDays: 'notice_days',
  clientLanguage: 'client_language',
  pulse: 'pulse',
  /** Fields of the import, from 1; `token` tells the lines of one form from those shown back by the next. */
  lines: (token: string, number: number) => `lines_${token}_${number}`,
} as const;

/** Matches every id but these: a button or form of another version of the app. */
export function unknownId(known: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${known.join('|')})$)`);
}
