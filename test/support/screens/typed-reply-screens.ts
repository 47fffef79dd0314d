import { MAX_SIGNALS, PHASES } from '../../../src/domain/answer.ts';
import { MODES } from '../../../src/domain/review.ts';
import { SIGNAL_IDS } from '../../../src/domain/signals.ts';
import { WORD_PHASES } from '../../../src/domain/statement.ts';
import { REPLY_REFUSALS } from '../../../src/domain/typed-reply.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderReplyRefused } from '../../../src/slack/blocks/ephemeral/reply-refused.ts';
import { renderReplyTaken } from '../../../src/slack/blocks/ephemeral/reply-taken.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { REVIEW_ID, sampleFacts } from '../sample-models.ts';
import { cardAt } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const MESSAGE_TS = '1795424400.000100';

/** What is said about replies typed in a thread: in the prompts, to their authors alone, and the forms with their words in them. */
export function typedReplyScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const reply = (name: string, renderer: string, message: RenderedMessage) =>
    messageScreens({ name, group: 'To one person', renderers: [renderer] }, [message]);
  const about = { reviewId: REVIEW_ID, messageTs: MESSAGE_TS };
  const signals = size === 'largest' ? SIGNAL_IDS.slice(-MAX_SIGNALS) : [];
  return [
    ...PHASES.flatMap((phase) => {
      const card = cardAt(size, words, { state: phase, mode: 'open' });
      const prompt = renderPost({ kind: 'prompt', phase }, sampleFacts(card, { takesReplies: true }), t);
      const place = { group: 'In the channel', renderers: ['renderPost', 'renderPrompt'] } as const;
      return messageScreens({ name: `prompt, ${phase}, open, replies`, ...place }, prompt);
    }),
    ...WORD_PHASES.flatMap((phase) =>
      reply(`reply taken, ${phase}`, 'renderReplyTaken', renderReplyTaken({ ...about, phase, signals }, t)),
    ),
    ...REPLY_REFUSALS.flatMap((reason) => {
      const phase = reason === 'review_closed' ? null : 'complaints';
      const refused = { ...about, reason, phase, facilitatorId: 'U0MARA' } as const;
      return reply(`reply refused, ${reason}`, 'renderReplyRefused', renderReplyRefused(refused, t));
    }),
    ...reply('reply not saved', 'renderNotice', renderNotice(t.replies.notSaved)),
    ...draftForms(size, words, t),
  ];
}

function draftForms(size: Size, { clientName, text }: SampleWords, t: Messages): Screen[] {
  const draft = { text, signals: size === 'largest' ? SIGNAL_IDS.slice(0, MAX_SIGNALS) : [] };
  return MODES.flatMap((mode) => {
    const asked = { clientName, mode, isLate: false, target: { reviewId: REVIEW_ID }, previous: null };
    const complaint = renderComplaintForm({ ...asked, draft, number: 1, total: 1 }, t);
    const forms = [
      ['renderComplaintForm', 'complaint', complaint],
      ['renderPositiveForm', 'positive', renderPositiveForm({ ...asked, draft: text }, t)],
      ['renderLessonsForm', 'lessons', renderLessonsForm({ ...asked, draft: text }, t)],
    ] as const;
    return forms.map(([renderer, name, view]): Screen => {
      return { name: `form, ${name}, ${mode}, typed`, group: 'Forms', renderers: [renderer], kind: 'modal', view };
    });
  });
}
