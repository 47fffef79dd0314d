import type { ModalView } from '@slack/types';
import { MODES } from '../../../src/domain/review.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { renderVoteForm } from '../../../src/slack/blocks/views/vote-form.ts';
import { renderWalkDone } from '../../../src/slack/blocks/views/walk-done.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import type { Screen } from './screen.ts';

const target = { reviewId: REVIEW_ID, walk: true } as const;

/** The forms of *Answer everything now*: in time, late and ahead, and the page at the end. They are empty at every size. */
export function walkScreens({ clientName }: SampleWords, t: Messages): Screen[] {
  const forms = MODES.flatMap((mode) =>
    (['in time', 'late', 'ahead'] as const).flatMap((when): [string, string, ModalView][] => {
      const asked = { clientName, mode, isLate: when === 'late', isAhead: when === 'ahead', target, previous: null };
      const next = { ...asked, walk: { isLast: false } };
      const name = (form: string) => `form, answer everything, ${form}, ${mode}, ${when}`;
      return [
        ['renderComplaintForm', name('complaint'), renderComplaintForm({ ...next, number: 1, total: 1 }, t)],
        ['renderPositiveForm', name('positive'), renderPositiveForm(next, t)],
        ['renderLessonsForm', name('lessons'), renderLessonsForm(next, t)],
        ['renderVoteForm', name('vote'), renderVoteForm({ ...asked, walk: { isLast: true } }, t)],
      ];
    }),
  );
  return [...forms, ['renderWalkDone', 'form, answer everything, done', renderWalkDone(REVIEW_ID, t)] as const].map(
    ([renderer, name, view]) => ({ name, group: 'Forms', renderers: [renderer], kind: 'modal', view }) as const,
  );
}
