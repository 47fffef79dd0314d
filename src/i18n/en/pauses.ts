import { bold, boldLine, channelLink, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { MoveRefusal } from '../../domain/pause.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import { plural } from '../plural.ts';

/** A review that stands still because of its channel, and its way to another one. Titles and buttons: at most 24 characters. */
export const pauses = {
  /** To the facilitator, once for each pause. Why and what to do stand in `thread.channelRefused`. */
  paused: (clientName: string, channelId: string): Mrkdwn =>
    boldLine(md`The review of ${clientName} in ${channelLink(channelId)} is paused.`),
  stands:
    'I say nothing there, no step ends and no time is lost. People can go on answering in forms, and every answer is kept.',
  orMove: 'Or move the review to another channel.',
  resumed: (clientName: string, channelId: string): Mrkdwn =>
    boldLine(md`The review of ${clientName} goes on in ${channelLink(channelId)}.`),
  timeBack: 'Each step has as much time left as when it was paused.',
  takenBack: (fromChannelId: string): Mrkdwn =>
    md`I am deleting what I wrote in ${channelLink(fromChannelId)}, as far as Slack lets me.`,
  button: 'Move to another channel',
  /** First in the new thread. */
  movedHere: (fromChannelId: string): Mrkdwn =>
    md`This review was in ${channelLink(fromChannelId)} before. It goes on here, with everything said so far.`,
  /** To somebody who wanted to move on a review that stands still. */
  standsStill: md`This review is paused, because not only our own people read its channel, or because I cannot write there. Nothing was changed. Put the channel right, or move the review to another one.`,
  inList: 'paused because of its channel',
  form: {
    title: 'Move the review',
    submit: 'Move',
    intro: (clientName: string, channelId: string): Mrkdwn =>
      md`The review of ${bold(clientName)} leaves ${channelLink(channelId)}. The card and what was said so far appear in the new channel, and I delete my messages in the old one.`,
    channel: 'Where should it go on?',
    channelHint: 'A channel of your own people. Everyone who takes part must be in it, and so must I: /invite @Parley.',
    placeholder: 'Choose a channel',
    publicLabel: 'If it is a public channel',
    publicConfirm: 'Everyone in the workspace may read it',
    channelMissing: 'Please choose a channel.',
    publicNotConfirmed: 'This channel is public. Please tick the box, or choose a private one.',
    refused: {
      external: 'That channel is shared with another organisation. Please choose another one.',
      pending_external: 'Another organisation has been invited to that channel. Please choose another one.',
      guests: 'There are guests in that channel. Please choose another one.',
      outsiders: 'There are people from outside in that channel. Please choose another one.',
      unknown: 'I could not find out who can read that channel. Please try again in a minute, or choose another one.',
      not_member: 'I am not in that channel. Invite me there with /invite @Parley and press Move again.',
      archived: 'That channel is archived. Please choose another one.',
      direct_message: 'That is a direct message. Please choose a channel.',
    } satisfies Record<ChannelRefusal, string>,
    missing: (names: readonly string[], more: number): string =>
      `Not in that channel yet: ${names.join(', ')}${more > 0 ? ` and ${plural('en', more, { one: 'other', other: 'others' })}` : ''}. Invite them there first, then press Move again.`,
    why: {
      review_not_found: 'This review is no longer here.',
      review_closed: 'This review has closed, so it stays where it is.',
      not_facilitator: 'Only the person who runs this review can move it. While it is paused, every manager can.',
      same_channel: 'It is in that channel already. Please choose another one.',
    } satisfies Record<MoveRefusal, string>,
  },
};
