import { bold, type Mrkdwn, md, mention } from '../../domain/escaping.ts';
import type { PartingMode } from '../../domain/parting/parting-steps.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const day = (on: string) => formatLongDay('en', on);

/** The checklist of a parting and its forms. Titles and submit buttons: at most 24 characters. */
export const partingForms = {
  heading: (client: string, mode: PartingMode): Mrkdwn =>
    mode === 'now' ? md`Parting with ${bold(client)} now` : md`Parting with ${bold(client)}`,
  stopped: md`We keep this client after all. The steps are kept, and parting again would go on with them.`,
  chosen: 'chosen by hand',
  due: (on: string): string => `by ${day(on)}`,
  was: (on: string): string => `was due by ${day(on)}`,
  by: (ownerId: string): Mrkdwn => md`${mention(ownerId)}`,
  moreSteps: (count: number): string =>
    `And ${plural('en', count, { one: 'more step', other: 'more steps' })}: see the checklist.`,
  never: 'I never write to the client, and I know no law. Have a lawyer read what is about the contract.',
  button: {
    open: 'Open',
    checklist: 'Open the checklist',
    show: 'Show for copying',
    reopenClient: 'Work with them again',
    lesson: 'Write a lesson',
  },
  title: {
    begin: 'Begin the parting',
    checklist: 'Checklist',
    step: 'Step',
    add: 'Add a step',
    end: 'Change the end date',
    channel: 'Choose the channel',
    notice: 'Write the notice',
    reopenClient: 'Work together again',
    lesson: 'Last lesson',
  },
  submit: { begin: 'Begin', save: 'Save', add: 'Add', reopenClient: 'Open again' },
  begin: {
    intro: md`The checklist counts its dates back from the last day of working together. You can change it later.`,
    goingOn: md`This parting was begun before. What is done stays done; what is open gets new dates.`,
    label: 'Last day of working together',
    basis: (basis: string): string => `The proposed day is ${basis}.`,
  },
  step: {
    owner: 'Who does it?',
    ownerHint: 'Somebody of the account team, or a manager.',
    due: 'By when?',
    note: 'Note',
    state: 'Where does it stand?',
    stateOption: { open: 'Still to do', done: 'Done', not_needed: 'Not needed' },
    reopenOption: 'Open it again',
    reason: 'Why is it not needed?',
    reasonHint: 'Only for a step that is not needed.',
    whyNot: (reason: string): Mrkdwn => md`Not needed: ${reason}`,
  },
  add: { label: 'What has to be done?', due: 'By when?' },
  end: { label: 'Last day of working together', hint: 'Open steps get new dates, but for those you dated by hand.' },
  channel: { label: 'How do we tell them?' },
  notice: {
    label: 'Your words',
    inLanguage: (language: string): string => `Written in the language of the client: ${language}.`,
    forChannel: (channel: string): string => `For: ${channel}.`,
    copy: (client: string): Mrkdwn =>
      md`The notice for ${bold(client)}, to copy. Nothing was sent to them. Have a lawyer read it first if you are not sure.`,
    none: md`There is no saved notice for this channel yet. Write and save it first.`,
  },
  progress: ({ closed, all }: { closed: number; all: number }): string => `${closed} of ${all} done`,
  next: (step: string): string => `next: ${step}`,
  ends: (on: string): string => `ends ${day(on)}`,
  section: 'Parting',
  notBegun: md`We have decided to part. The checklist has not been begun.`,
  reopenClient: {
    intro: (client: string): Mrkdwn =>
      md`We have parted with ${bold(client)}. Opened again, the client is active, and reviews can decide about it.`,
    label: 'Why do we work together again?',
    done: (client: string): Mrkdwn => md`${bold(client)} is active again.`,
  },
  lesson: {
    label: 'What should we remember?',
    open: md`It is kept with the lessons about this client, under your name.`,
    private: md`It is kept with the lessons about this client, without your name. Your wording can still give you away.`,
    done: md`Thank you, your lesson is kept.`,
  },
  refused: {
    review_not_found: 'This review is not here any more.',
    not_begun: 'The checklist has not been begun yet. A manager opens it from the decision.',
    not_parting: 'There is no decision to part with this client, so the checklist stands still.',
    not_manager: 'Only managers, and the managers of this client, can do this. Please ask one of them.',
    step_not_found: 'This step is not there any more. Please open the checklist again.',
    changed_meanwhile: 'Somebody else changed this meanwhile. Copy your words, close the form and open it again.',
    client_not_found: 'There is no such client any more.',
    not_asked: 'Only the people of the team were asked for this lesson.',
    lesson_missing: 'Please write a sentence or two.',
    lesson_too_long: 'Please keep it under 3,000 characters.',
    channel_missing: 'Please choose one.',
    end_missing: 'Please choose the last day.',
  },
};
