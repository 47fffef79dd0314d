import type { ModalView } from '@slack/types';
import type { Answer } from '../../../src/domain/answer.ts';
import { WORD_PHASES } from '../../../src/domain/statement.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderComplaintChooser } from '../../../src/slack/blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../../../src/slack/blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../../../src/slack/blocks/views/lessons-form.ts';
import { renderMyAnswers } from '../../../src/slack/blocks/views/my-answers.ts';
import { renderPositiveForm } from '../../../src/slack/blocks/views/positive-form.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import type { Screen } from './screen.ts';

const target = { reviewId: REVIEW_ID } as const;

/** The forms of questions whose words were shown without names: of somebody whose words stand there, and who took them back. */
export function takenBackScreens({ clientName }: SampleWords, given: readonly Answer[], t: Messages): Screen[] {
  const [complaints, positives, lessons] = given;
  if (complaints?.phase !== 'complaints' || positives?.phase !== 'positives' || lessons?.phase !== 'lessons')
    throw new Error('the sample answers do not stand in the order of the questions');
  const forms = [false, true].flatMap((isTakenBack): [string, string, ModalView][] => {
    const shown = { isOwn: true, isTakenBack };
    const asked = { clientName, mode: 'private', isLate: false, isReopened: true, shown, target } as const;
    const name = (form: string) => `form, ${form}, shown before${isTakenBack ? ', taken back' : ''}`;
    const before = <A>(answer: A) => (isTakenBack ? null : answer);
    const complaint = before(complaints.complaints[0] ?? null);
    const of = { previous: complaint, number: 1, total: 1 };
    return [
      ['renderComplaintForm', name('complaint'), renderComplaintForm({ ...asked, ...of }, t)],
      ['renderPositiveForm', name('positive'), renderPositiveForm({ ...asked, previous: before(positives) }, t)],
      ['renderLessonsForm', name('lessons'), renderLessonsForm({ ...asked, previous: before(lessons) }, t)],
    ];
  });
  const own = { clientName, answers: {}, takenBack: WORD_PHASES, isOpen: true, target };
  const shown = { isOwn: true, isTakenBack: false };
  const chooser = renderComplaintChooser({ target, complaints: complaints.complaints, shown }, t);
  const all = [
    ...forms,
    ['renderComplaintChooser', 'form, which complaint, shown before', chooser] as const,
    ['renderMyAnswers', 'form, my answers, taken back', renderMyAnswers(own, t)] as const,
  ];
  return all.map(
    ([renderer, name, view]) => ({ name, group: 'Forms', renderers: [renderer], kind: 'modal', view }) as const,
  );
}
