import { type Mrkdwn, md, mention, moment, type Safe, safe } from '../../domain/escaping.ts';
import type { MemberRefusal } from '../../domain/member.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import type { TransitionRefusal } from '../../domain/review.ts';

/** Why something was not done, and what to do instead: for messages that one person sees and for forms that only say something. */
export const refusals = {
  /** The heading of a form that only says why; at most 24 characters. */
  title: 'This does not work here',
  /** Why a person is not invited, behind their name. */
  member: {
    deactivated: 'deactivated',
    bot: 'a bot',
    guest: 'a guest',
    outside: 'from another organisation',
  } satisfies Record<MemberRefusal, string>,
  people: (names: Safe): Mrkdwn => md`They cannot take part: ${names}. Please leave them out.`,
  channel: {
    external: md`This channel is shared with another organisation, so I will not talk about clients here. Start the review in a channel of your own.`,
    pending_external: md`Another organisation has been invited to this channel, so I will not talk about clients here. Start the review in a channel of your own.`,
    guests: md`There are guests in this channel, so I will not talk about clients here. Start the review in a channel without guests.`,
    outsiders: md`There are people from outside in this channel, so I will not talk about clients here. Start the review in a channel of your own.`,
    unknown: md`I could not find out who can read this channel, so I will not talk about clients here. Try again in a minute, or start the review in another channel.`,
    not_member: md`I am not a member of this channel. Invite me with \`/invite\` and try again, or start the review in another channel.`,
    archived: md`This channel is archived. Start the review in another channel.`,
    direct_message: md`A review needs a channel that the team can read; this is a direct message. Start it in a channel.`,
  } satisfies Record<ChannelRefusal, Mrkdwn>,
  chooseChannel: 'Choose a channel',
  notManager: (managerIds: readonly string[], installerId: string | null = null): Mrkdwn =>
    managerIds.length === 0
      ? md`Only managers can do this. Here these are the admins and owners of the Slack workspace${installerId === null ? '' : safe(md` and ${mention(installerId)}, who installed me`)}, until somebody is named in the settings.`
      : md`Only managers can do this. Ask ${mention(managerIds[0] ?? '')}${managerIds.length > 1 ? ' or another manager' : ''}.`,
  notFacilitator: (facilitatorId: string): Mrkdwn =>
    md`Only the person who runs this review, ${mention(facilitatorId)}, can do this.`,
  notInvited: (facilitatorId: string): Mrkdwn =>
    md`You were not invited to this review. ${mention(facilitatorId)} runs it and can tell you more.`,
  notOpenYet: md`This question has not been asked yet. Answer it when its step begins.`,
  reviewClosed: md`This review has closed, so nothing can be added or changed any more.`,
  reviewGone: md`This review is no longer here.`,
  oldButton: md`This button belongs to an older message. Use the buttons on the card of the review.`,
  alreadyAnswered: md`You have answered this already, and your words are kept. To change or withdraw them, press *My answers*.`,
  transition: {
    already_decided: md`This review has a decision already. Nothing was changed.`,
    review_closed: md`This review has closed already. Nothing was changed.`,
    still_open: md`This review is still open. You can decide when it has closed.`,
    not_short_of_voices: md`This review no longer waits for answers. Nothing was changed.`,
  } satisfies Record<TransitionRefusal, Mrkdwn>,
  alreadyDecided: ({ who, choice, at }: { who: string; choice: string; at: Date }): Mrkdwn =>
    md`${mention(who)} decided already: *${choice}* (${moment(at, 'date')}). Nothing was changed.`,
  waitsAlready: md`The review already waits until the time on its card. You can give it more when that time is nearer.`,
  personUnknown: md`Slack did not tell me who you are, so I cannot see whether you are a manager. Nothing was changed; please try again in a minute.`,
  movedAlready: md`Somebody else has moved this review on a moment ago. Look at the card: it shows the step.`,
  clientUnknown: (typed: string): Mrkdwn => md`I know no client named “${typed}”.`,
  databaseGone: md`I could not do this: the database did not reply. Nothing was changed; please try again in a minute.`,
  somethingWrong: md`Something went wrong on my side, and nothing was changed. Please try again in a minute.`,
  formTooSlow: md`Slack closed the form before it could open. Please press the button once more.`,
};
