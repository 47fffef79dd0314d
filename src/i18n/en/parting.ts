import type { StatusRefusal } from '../../domain/client-status.ts';
import { bold, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { Channel, ChannelReason } from '../../domain/parting/channel-choice.ts';
import type { EndDateBasis, EndDateRefusal } from '../../domain/parting/end-date.ts';
import type { NoticeRefusal } from '../../domain/parting/notice-draft.ts';
import type { NewStepRefusal, StepRefusal, StepState } from '../../domain/parting/parting-step.ts';
import type { PartingStepId } from '../../domain/parting/parting-steps.ts';
import { formatLongDay } from '../long-day.ts';
import { notice } from './notice.ts';

const day = (on: string) => formatLongDay('en', on);

/** `name` fits an option; `guide` is the one line below it. */
const step = {
  protect_people: {
    name: 'Protect our people',
    guide: 'Talk with those concerned, take them off the account today, and keep whoever reported it out of sight.',
  },
  stop_contact: {
    name: 'Stop contact',
    guide: 'One person answers the client from now on, in writing only. Tell the team so.',
  },
  collect_evidence: {
    name: 'Collect the evidence',
    guide: 'Letters, invoices, agreements, dates. What is in the log is a start; add what is missing.',
  },
  read_contract: {
    name: 'Read the contract',
    guide: 'Look for the notice period, its form, penalties, advance payments, and who owns what we made.',
  },
  ask_lawyer: {
    name: 'Ask a lawyer',
    guide: 'Show them the contract, the evidence and the end date. Parley knows no law, and yours may differ.',
  },
  choose_channel: {
    name: 'Choose the channel',
    guide: 'Email, call or meeting: compare what each is good for. Never a cold form letter.',
  },
  write_notice: {
    name: 'Write the notice',
    guide: 'Begin with the draft from the record: facts, dates, thanks. Have somebody else read it.',
  },
  last_talk: {
    name: 'Hold the last talk',
    guide: 'Tell them before they read it. Say it at once, listen, do not argue.',
  },
  send_notice: {
    name: 'Send the formal notice',
    guide: 'In the form the contract asks for, with proof that it arrived. You send it; I never write to a client.',
  },
  agree_terms: {
    name: 'Agree on the terms of parting',
    guide: 'What is still delivered, what is paid, by when; in writing, confirmed by both.',
  },
  offer_alternative: {
    name: 'Offer an alternative',
    guide: 'Name a partner who fits better, if you know one, and say what help with the transition includes.',
  },
  hand_over: {
    name: 'Hand over and close accesses',
    guide: 'Files, passwords, documents to them; their accesses with us and ours with them closed; a list signed.',
  },
  final_invoice: {
    name: 'Send the final invoice',
    guide: 'Everything that is still owed, with its dates; settle advances and deposits.',
  },
  keep_boundary: {
    name: 'Keep the boundary',
    guide: 'Agree on one friendly answer to further requests, and on who gives it.',
  },
  debrief: {
    name: 'Debrief the team',
    guide: 'Half an hour: what we saw late, what we do differently, who needs a rest.',
  },
} satisfies Record<PartingStepId, { name: string; guide: string }>;

/** An orderly parting: playbook, channel, notice. */
export const parting = {
  step,
  state: { open: 'open', done: 'done', not_needed: 'not needed' } satisfies Record<StepState, string>,
  progress: (closed: number, all: number): string => `${closed} of ${all} steps closed`,
  endOn: (on: string): string => `Last day: ${day(on)}`,
  basis: {
    notice_period: 'counted from the notice period of the contract',
    contract_end: 'the day on which the contract ends by itself',
    assumed: 'assumed: neither a notice period nor the end of the contract is known',
  } satisfies Record<EndDateBasis, string>,
  noticeTooLate: (days: number): Mrkdwn =>
    md`⚠️ The contract asks for ${days} days of notice, and this end date leaves less. Ask a lawyer what that costs, or choose a later day.`,
  noOwner: 'nobody yet',
  buttons: {
    done: 'Done',
    notNeeded: 'Not needed',
    reopen: 'Open again',
    add: 'Add a step',
    channel: 'Choose the channel',
    notice: 'Write the notice',
    endDate: 'Change the end date',
  },
  reason: 'Why is it not needed?',
  finished: (client: string): Mrkdwn => md`All steps are closed. ${bold(client)} is no longer our client.`,
  lastLesson: (client: string): Mrkdwn =>
    md`We have parted with ${bold(client)}. What is the one thing to remember from it?`,
  channel: {
    email: {
      name: 'Email',
      good: 'Documents everything; they can read it again and pass it on.',
      bad: 'Can seem cold, and you do not hear their answer.',
    },
    call: {
      name: 'Call',
      good: 'Quick and personal; they can ask at once.',
      bad: 'Nothing is on paper, and it may get heated.',
    },
    meeting: {
      name: 'Meeting',
      good: 'Fits a delicate case and leaves room to solve things.',
      bad: 'Takes time and nerves, and can turn into a negotiation.',
    },
  } satisfies Record<Channel, { name: string; good: string; bad: string }>,
  channelAlways: 'Whatever you choose, the formal notice follows in writing.',
  suggested: (name: string, because: string): string => `Suggested: ${name}, because ${because}.`,
  channelReason: {
    hard_stop: 'after a hard stop every word should be on paper',
    hostile: 'talks with them are hard already, and a letter stays calm',
    money_at_stake: 'money or agreements are in dispute, and a letter documents them',
    delicate: 'they showed that they want to mend things, and deserve to hear it in person',
    well_liked: 'much of the team likes working with them, and they deserve to hear it in person',
    simple: 'nothing in the record speaks for more, and it is the quickest honest way',
  } satisfies Record<ChannelReason, string>,
  notice,
  noticeIntro: 'A draft from the record, for you to change. I never write to the client: you send it.',
  refused: {
    not_yours: 'Only its owner or a manager can change this step.',
    already_done: 'This step is done already. Open it again first.',
    already_not_needed: 'This step was marked as not needed. Open it again first.',
    still_open: 'This step is open already.',
    reason_missing: 'Please say in a few words why.',
    reason_too_long: 'Please keep the reason under 500 characters.',
    note_too_long: 'Please keep the note under 1,000 characters.',
    text_missing: 'Please say what has to be done.',
    text_too_long: 'Please keep it under 500 characters.',
    too_many_steps: 'The list is full. Please close a step and use its note instead.',
    after_end: 'That is after the last day of working together. Choose an earlier day, or change the end date first.',
    date_missing: 'Please choose a day.',
    date_invalid: 'The calendar has no such day. Please write it like 2026-12-04.',
    date_past: 'That day is over. Please choose today or later.',
    date_too_far: 'That is too far ahead. Please check the year.',
    client_parted: 'We have parted with this client already. Open the client again first, if you work together again.',
    not_parting: 'There is no decision to part with this client.',
    steps_open: 'Some steps are still open. Close them, or mark them as not needed.',
    not_parted: 'We have not parted with this client, so there is nothing to open again.',
    notice_empty: 'The notice is empty. Write something, or leave this form and open it again.',
    notice_too_long: 'Please keep the notice under 12,000 characters.',
  } satisfies Record<StepRefusal | NewStepRefusal | EndDateRefusal | StatusRefusal | NoticeRefusal, string>,
};
