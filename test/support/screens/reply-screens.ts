import { CLIENT_STATUSES } from '../../../src/domain/client.ts';
import { CHANNEL_REFUSALS } from '../../../src/domain/post.ts';
import { MODES, REVIEW_STATES } from '../../../src/domain/review.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderChannelRefusedReply } from '../../../src/slack/blocks/ephemeral/channel-refused.ts';
import { renderHelp } from '../../../src/slack/blocks/ephemeral/help.ts';
import { type ListModel, renderList } from '../../../src/slack/blocks/ephemeral/list.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import type { ListedReview } from '../../../src/slack/blocks/ephemeral/review-line.ts';
import { renderStandsStill } from '../../../src/slack/blocks/ephemeral/stands-still.ts';
import { renderStatus } from '../../../src/slack/blocks/ephemeral/status.ts';
import { renderUnknown } from '../../../src/slack/blocks/ephemeral/unknown.ts';
import { renderWhoAnswered } from '../../../src/slack/blocks/ephemeral/who-answered.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import { REVIEW_ID } from '../sample-models.ts';
import { clientReplies } from './client-screens.ts';
import { noticesOf } from './sample-notices.ts';
import { absencesAt, teamIds } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

/** Every reply that one person sees, as a message and, where a form can stand in its place, as a form. */
export function replyScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const reply = (name: string, renderer: string, message: RenderedMessage) =>
    messageScreens({ name, group: 'To one person', renderers: [renderer] }, [message]);
  return [
    ...[true, false].flatMap((isManager) => {
      const reader = isManager ? 'manager' : 'member';
      const unknown = { typed: words.typed, nearest: 'list', isManager } as const;
      return [
        ...reply(`help, ${reader}`, 'renderHelp', renderHelp(t, { isManager })),
        ...reply(`unknown word, ${reader}`, 'renderUnknown', renderUnknown(unknown, t)),
      ];
    }),
    ...reply('list', 'renderList', renderList(listAt(size, words), t)),
    ...statuses(size, words, t).flatMap(([name, message]) => reply(name, 'renderStatus', message)),
    ...MODES.flatMap((mode) => {
      const ids = teamIds(size);
      const some = size === 'largest' ? ids.slice(0, 25) : [];
      const model = { mode, answered: some, waiting: ids.slice(some.length), absent: absencesAt(size) };
      return reply(`who answered, ${mode}`, 'renderWhoAnswered', renderWhoAnswered(model, t));
    }),
    ...CHANNEL_REFUSALS.flatMap((reason) =>
      reply(`channel refused, ${reason}, reply`, 'renderChannelRefusedReply', renderChannelRefusedReply(reason, t)),
    ),
    ...reply('review stands still', 'renderStandsStill', renderStandsStill(REVIEW_ID, t)),
    ...clientReplies(size, words, t).flatMap(([name, renderer, message]) => reply(name, renderer, message)),
    ...notices(size, words, t),
  ];
}

function notices(size: Size, words: SampleWords, t: Messages): Screen[] {
  return Object.entries(noticesOf(size, words, t)).flatMap(([path, text]): Screen[] => [
    ...messageScreens({ name: `notice, ${path}`, group: 'To one person', renderers: ['renderNotice'] }, [
      renderNotice(text),
    ]),
    {
      name: `form, ${path}`,
      group: 'Forms',
      renderers: ['renderMessageView'],
      kind: 'modal',
      view: renderMessageView({ title: t.refusals.title, text }, t),
    },
  ]);
}

function listed({ clientName }: SampleWords): ListedReview {
  return {
    clientName,
    state: 'complaints',
    phase: 'complaints',
    phaseEndsAt: new Date('2026-11-26T16:00:00Z'),
    isPaused: false,
    answered: 4,
    invited: 7,
    mode: 'private',
    channelId: 'C0TEAM',
    cardUrl: 'https://example.slack.com/archives/C0TEAM/p1',
  };
}

function listAt(size: Size, words: SampleWords): ListModel {
  if (size === 'none') return { reviews: [], clients: [] };
  const reviews = Array.from({ length: 50 }, (_, at) => ({
    ...listed(words),
    state: REVIEW_STATES[at % REVIEW_STATES.length] ?? 'closed',
    mode: MODES[at % MODES.length] ?? 'open',
    isPaused: at % 3 === 0,
  }));
  const clients = Array.from({ length: 200 }, (_, at) => ({
    name: `${words.clientName.slice(0, 76)} ${at}`,
    status: CLIENT_STATUSES[at % CLIENT_STATUSES.length] ?? 'active',
  }));
  return { reviews, clients };
}

function statuses(size: Size, words: SampleWords, t: Messages): [string, RenderedMessage][] {
  const { clientName } = words;
  const at = new Date('2026-08-20T10:00:00Z');
  const rationale = size === 'largest' ? words.text : null;
  const decision = {
    choice: 'keep_and_repair',
    rationale,
    hardStop: null,
    decidedBy: 'U0MARA',
    decidedAt: at,
    differs: true,
  } as const;
  const cardUrl = 'https://example.slack.com/archives/C0TEAM/p1';
  const last = { closedAt: at, verdict: { stance: 'part', mode: 'planned' }, cardUrl, decision } as const;
  const status = { clientName, status: 'repairing' } as const;
  const undecided = {
    ...last,
    verdict: { stance: 'none', mode: 'not_enough_voices' },
    decision: null,
    cardUrl: null,
  } as const;
  return [
    ['status, no review', renderStatus({ ...status, open: null, last: null }, t)],
    [
      'status, open review',
      renderStatus({ ...status, open: listed(words), last: size === 'largest' ? last : null }, t),
    ],
    ['status, decided', renderStatus({ ...status, open: null, last }, t)],
    ['status, undecided', renderStatus({ ...status, open: null, last: undecided }, t)],
  ];
}
