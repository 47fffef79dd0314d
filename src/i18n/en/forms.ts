import { bold, type Mrkdwn, md } from '../../domain/escaping.ts';
import { plural } from '../plural.ts';
import { clientSetup } from './client-setup.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { presence } from './presence.ts';
import { pulse } from './pulse.ts';
import { walk } from './walk.ts';

/** Every form but the start form. Titles and buttons: at most 24 characters; options and their descriptions: at most 75. */
export const forms = {
  /** For `Intl`: how lists are joined and names sorted. */
  locale: 'en',
  title: {
    loading: 'One moment',
    complaints: 'What hurts',
    positives: 'What is good',
    lessons: 'What we learned',
    vote: 'Keep or part',
    myAnswers: 'My answers',
    settings: 'Settings',
  },
  button: {
    send: 'Send',
    save: 'Save',
    next: 'Continue',
    cancel: 'Cancel',
    close: 'Close',
    edit: 'Edit',
  },
  loading: 'Opening the form …',
  /** The line under the title: whom it is about and where in the ritual we are. */
  where: ({ clientName, step, steps }: { clientName: string; step: number; steps: number }): Mrkdwn =>
    md`${bold(clientName)} · step ${step} of ${steps}`,
  /** Who will see the answer, above the question. */
  audience: {
    privateWords:
      '🔒 Shown without your name, together with the others, once at least three people have answered. Wording can give you away.',
    privateLate:
      '🔒 This step has closed. Your answer counts in the figures; its words are shown only together with at least two other late ones, so that they cannot point at you. Who compares the figures with what was shown before can still tell the kind of trouble. Wording can give you away.',
    privateReopened:
      '🔒 The answers to this step were shown already. Yours counts in the figures; its words come with the summary, only together with at least two other new ones, so that they cannot point at you. Who compares the figures with what was shown before can still tell the kind of trouble. Wording can give you away.',
    privateVote: '🔒 Counted without your name.',
    open: 'Appears in the thread under your name.',
    openVote: 'Shown in the summary under your name.',
    openLate: 'This step has closed. Your answer still counts and appears in the thread under your name.',
  },
  complaint: {
    number: ({ number, total }: { number: number; total: number }): Mrkdwn => md`Your complaint ${number} of ${total}`,
    text: 'What happened?',
    textHint: 'High standards are fine; moving goalposts are not.',
    signals: 'What kind of trouble?',
    signalsHint: 'Up to three.',
    signalsPlaceholder: 'Choose one to three',
    otherGroup: 'None of these',
    severity: 'How bad is it?',
    frequency: 'How often?',
    concerns: (clientName: string): string => `Who at ${clientName}?`,
    concernsPlaceholder: 'Choose, if you like',
    more: 'After this one',
    moreOption: 'I have another one',
  },
  chooser: {
    intro: (count: number): Mrkdwn =>
      md`You have named ${plural('en', count, { one: 'thing', other: 'things' })} so far. What would you like to do?`,
    which: 'Change, add or withdraw',
    change: 'Change this one',
    add: 'Add another one',
    withdrawAll: 'Withdraw all of my complaints',
    withdrawAllHint: 'They are removed; you can answer again until the review closes.',
  },
  positive: {
    text: 'What is one good thing about working with this client?',
    hint: 'A person, a habit, a project, a thank-you: small things count.',
  },
  lessons: {
    intro: 'Write in one of these at least.',
    relationship: 'How did you make this relationship better or worse?',
    learned: 'What did you learn?',
    elsewhere: 'Where did it help with other clients?',
  },
  vote: {
    vote: 'Keep this client, or part?',
    hours: 'Hours a week you lose to friction',
    hoursHint: 'Waiting, rework, arguing, chasing money. A guess is fine, such as 3.5.',
    describe: {
      keep: 'We go on working with them, as it is or with changes',
      part: 'We say goodbye, in good order',
      unsure: 'I do not know yet',
    },
  },
  withdraw: {
    label: 'Or take it back',
    answer: 'Withdraw my answer',
    complaint: 'Withdraw this complaint',
    hint: 'It is removed, and you can answer again until the review closes.',
  },
  myAnswers: {
    intro: (clientName: string): Mrkdwn => md`What you said about ${bold(clientName)}. Only you see this page.`,
    closed: 'The review has closed, so this can no longer be changed.',
    noAnswer: 'No answer from you yet.',
    noComplaints: 'Nothing to complain about.',
    noPositive: 'You could not name one.',
    noLesson: 'Nothing to add.',
    hours: (hours: number): string => `${plural('en', hours, { one: 'hour', other: 'hours' })} a week lost to friction`,
  },
  decision: {
    /** Marks, after the words of a choice, the one that the verdict recommends. */
    recommended: 'the verdict',
    status: (status: string): Mrkdwn => md`Where we stand with this client now: ${status}.`,
  },
  settings: {
    managers: 'Managers',
    managersHint: (hasInstaller: boolean) =>
      `They start reviews and decide. Nobody here: Slack’s admins and owners${hasInstaller ? ', and who installed Parley,' : ''} are the managers.`,
    language: 'Language of posts in channels',
    languageHint: 'People are addressed in the language of their own Slack.',
    timeZone: 'Time zone for working days and deadlines',
    timeZonePlaceholder: 'Choose a time zone',
    hourlyCost: 'What one hour of work costs',
    hourlyCostHint: 'Shows the price of lost hours in money. Leave it empty to show hours only.',
    currency: 'Currency',
    currencyHint: 'Three letters, such as EUR.',
  },
  languageName: { en: 'English', ru: 'Русский' },
  /** Said at a field. The text in the form stays as it was typed. */
  errors: {
    ...decision.form.refused,
    ...walk.errors,
    ...presence.errors,
    ...pulse.errors,
    ...desk.errors,
    ...clientSetup.errors,
    text_empty: 'Please write a few words.',
    text_too_long: 'This is too long: at most 3,000 characters.',
    positive_empty: 'Please name one thing. If you cannot, close this form and press “I cannot name one”.',
    lessons_empty: 'Please write in one of the three fields at least.',
    signals_missing: 'Please choose what kind of trouble it is, or “something else”.',
    signals_too_many: 'Please choose three at most.',
    choice_missing: 'Please choose one.',
    hours_invalid: 'Please give a number from 0 to 168, such as 3.5.',
    client_missing: 'Please choose a client, or type the name of a new one.',
    client_both: 'Please either choose a client or type a new name, not both.',
    client_name_too_long: 'This name is too long: at most 80 characters.',
    client_name_no_letters: 'This name needs at least one letter or digit.',
    client_unknown: 'This client is no longer here. Please choose another one.',
    client_has_open_review: 'A review of this client is open already. It has to close before the next one starts.',
    team_empty: 'Please choose at least one person.',
    person_in_two_roles: 'Somebody here stands in another role too. Please keep each person in one role.',
    person_not_in_channel:
      'Somebody here is not in this channel and could not read the thread. Please invite them to the channel first.',
    person_not_allowed:
      'Somebody here is a guest, a bot, deactivated or from another organisation. Please leave them out.',
    too_few_for_private:
      'A review needs three people at least: with fewer there is no verdict, and words would point at their author. Please add people.',
    deadline_invalid: 'Please choose a date.',
    deadline_past: 'This day is over. Please choose a later one, or none.',
    question_too_long: 'This is too long: at most 500 characters.',
    public_not_confirmed: 'Please confirm that the review may be read by everyone in the workspace.',
    time_zone_unknown: 'This time zone is not known here. Please choose another one.',
    cost_invalid: 'Please give a number, such as 65.50, or nothing.',
    currency_unknown: 'Please give the three letters of a currency, such as EUR.',
    changed_meanwhile:
      'Your answer changed in another window a moment ago. Your text is still here; please send it again.',
    too_many_complaints:
      'You have eight complaints already, and more do not fit. Change one of them, or copy your text into it.',
    not_open_yet: 'This question has not been asked yet. Please keep your text and come back when its step begins.',
    review_closed:
      'This review has closed, so your answer could not be added. Your text is still here: copy it if you need it.',
    old_form: 'This form is from another version of the app. Copy your text, close the form and open it again.',
    person_unknown: 'Slack did not answer who you are. Your text is still here; please send it again in a minute.',
    review_open: 'This review is still open. You can decide when it has closed.',
    review_gone: 'This review is no longer here. Your text is still in the form: copy it if you need it.',
    not_invited: 'You were not invited to this review. Ask the person who runs it to add you.',
    not_manager: 'Only a manager can do this.',
    database_gone:
      'I could not save this: the database did not reply. Your text is still here; please send it again in a minute.',
    something_wrong: 'Something went wrong on my side. Your text is still here; please send it again in a minute.',
    took_too_long:
      'I do not know whether this was saved: it took too long. Your text is still here; please send it again in a minute.',
  },
  /** At the field of a second decision; plain text, since Slack shows no mentions there. */
  alreadyDecided: ({ name, choice, date }: { name: string; choice: string; date: string }): string =>
    `${name} decided already: ${choice} (${date}). Nothing was changed.`,
};
