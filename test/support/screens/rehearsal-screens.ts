import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { markMessages, rehearsalMark, withMark } from '../../../src/slack/blocks/rehearsal-mark.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import { renderRehearsalForm, renderRehearsalStarted } from '../../../src/slack/blocks/views/rehearsal-form.ts';
import { renderVoteForm } from '../../../src/slack/blocks/views/vote-form.ts';
import { REVIEW_ID, sampleFacts, sampleSummary } from '../sample-models.ts';
import { cardAt, reviewsByVerdict } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const DELETED_AT = new Date('2026-11-25T09:00:00Z');

/** The screens of a rehearsal: its own, and some that are marked; all the others are marked by a test of their own. */
export function rehearsalScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const mark = rehearsalMark(DELETED_AT, t);
  const card = cardAt(size, words, { state: 'complaints', mode: 'open' });
  const [, review] = Object.entries(reviewsByVerdict(size, words)).find(([name]) => name.startsWith('repair')) ?? [];
  const summary = review ? [{ kind: 'summary', summary: sampleSummary(review) } as const] : [];
  const posts = [{ kind: 'card' } as const, { kind: 'prompt', phase: 'complaints' } as const, ...summary];
  const asked = { clientName: words.clientName, mode: 'private', isLate: false } as const;
  const vote = renderVoteForm({ ...asked, target: { reviewId: REVIEW_ID, phase: 'vote' }, previous: null }, t);
  const modal = { group: 'Forms', kind: 'modal' } as const;
  return [
    ...posts.flatMap((message) =>
      messageScreens(
        // Beside those of a channel: they are posts like these, and not replies, which have to be shorter.
        { name: `rehearsal, ${message.kind}`, group: 'In the channel', renderers: ['renderPost'] },
        markMessages(renderPost(message, sampleFacts(card), t), mark, t),
      ),
    ),
    ...messageScreens({ name: 'rehearsal, over', group: 'To one person', renderers: ['renderNotice'] }, [
      { ...renderNotice(t.rehearsal.over), blocks: withMark(renderNotice(t.rehearsal.over).blocks, mark) },
    ]),
    { ...modal, name: 'form, rehearsal', renderers: ['renderRehearsalForm'], view: renderRehearsalForm(t) },
    {
      ...modal,
      name: 'form, rehearsal started',
      renderers: ['renderRehearsalStarted'],
      view: renderRehearsalStarted(t),
    },
    {
      ...modal,
      name: 'form, vote, rehearsal',
      renderers: ['renderVoteForm'],
      view: { ...vote, blocks: withMark(vote.blocks, mark) },
    },
  ];
}
