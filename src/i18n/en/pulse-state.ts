import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { PulseSkip } from '../../domain/pulse.ts';
import { pulse } from './pulse.ts';

const { deactivated, bot, guest, outside, day_off, paused } = pulse.dryRun.why;

/** What `/client-review pulse` says, beside t.pulse.state. */
export const pulseState = {
  own: {
    declined: md`You said: not this week. If you change your mind, press *Answer*.`,
    off: md`*The weekly pulse is off.* Managers can switch it on in the settings.`,
    skipped: (why: string): Mrkdwn => md`*You were not asked this week:* ${why}. The next pulse comes as usual.`,
    waiting: ({ day, hour }: { day: string; hour: string }): Mrkdwn =>
      md`*No pulse waits for you now.* The next one comes on ${day} at ${hour}, on your own clock.`,
  },
  answer: 'Answer',
  clients: md`*Answers by client*`,
  more: (count: number): Mrkdwn => md`and ${count} more`,
  next: (day: string): Mrkdwn => md`Next: ${day}.`,
  /** Who was not asked in this week, by why. */
  left: ({ why, who }: { why: string; who: Safe }): Mrkdwn => md`Not asked, ${why}: ${who}`,
  why: {
    ...{ deactivated, bot, guest, outside, day_off, paused },
    stale: 'Parley was not running then',
    new: 'joined the team after it went out',
  } satisfies Record<PulseSkip, string>,
  confirm: {
    title: 'Send the pulse now?',
    text: 'Everybody who is at work now and was not asked this week gets it at once. The others get it on the regular day.',
    confirm: 'Send now',
    deny: 'Cancel',
  },
};
