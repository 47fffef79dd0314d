import type { ModalView } from '@slack/types';
import { CHOICES } from '../../../src/domain/decision.ts';
import { join } from '../../../src/domain/escaping.ts';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence.ts';
import { INTAKE_QUESTIONS, type Intake } from '../../../src/domain/intake.ts';
import { OUTCOME_ANSWERS } from '../../../src/domain/outcome/outcome-check.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderCard } from '../../../src/slack/blocks/card.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import { ENTRIES_ON_A_PAGE, evidenceRow, withLogButton } from '../../../src/slack/blocks/sections/evidence.ts';
import { intakeLines } from '../../../src/slack/blocks/sections/intake.ts';
import { renderEvidenceForm } from '../../../src/slack/blocks/views/evidence-form.ts';
import { renderIntakeForm } from '../../../src/slack/blocks/views/intake-form.ts';
import { renderListView } from '../../../src/slack/blocks/views/list-view.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import { renderOutcomeForm } from '../../../src/slack/blocks/views/outcome-form.ts';
import { renderClientSaved, renderEvidenceSaved } from '../../../src/slack/blocks/views/saved-views.ts';
import { REVIEW_ID, sampleCard, sampleFacts } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const AT = new Date('2026-11-26T16:00:00Z');

/** The evidence log: its forms, the log itself and what is said where there is none. */
export function evidenceScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const says = [t.evidence.guests, t.evidence.noClients];
  return [
    ...forms(size, words, t),
    ...intakes(size, words, t),
    ...outcomes(words, t),
    modal('evidence, saved', 'renderEvidenceSaved', renderEvidenceSaved({ ...words, entryId: REVIEW_ID }, t)),
    modal('evidence, log', 'renderListView', log(size, words, t)),
    ...says.flatMap((text, at) => [
      modal(`evidence, no form ${at}`, 'renderMessageView', renderMessageView({ title: t.evidence.title, text }, t)),
      ...messageScreens({ name: `evidence, refusal ${at}`, group: 'To one person', renderers: ['renderNotice'] }, [
        renderNotice(text),
      ]),
    ]),
    {
      ...{ name: 'evidence, what is said at fields', group: 'Forms', renderers: ['renderErrors'] },
      ...{ kind: 'errors', errors: t.evidence.refused },
    },
  ];
}

function outcomes({ clientName }: SampleWords, t: Messages): Screen[] {
  const about = { reviewId: REVIEW_ID, verdictVersion: 1, day: 30 } as const;
  const question = { kind: 'outcome', ...about, decidedOn: '2026-10-27' } as const;
  const messages = CHOICES.flatMap((choice) =>
    [null, ...OUTCOME_ANSWERS].flatMap((answer) =>
      messageScreens(
        {
          ...{ name: `outcome, ${choice}, ${answer ?? 'asked'}`, group: 'To one person' },
          renderers: ['renderOutcomeQuestion', 'renderPost'],
        },
        renderPost({ ...question, choice, answer, isOwn: choice !== 'part' }, factsOf(clientName), t),
      ),
    ),
  );
  const forms = OUTCOME_ANSWERS.map((answer) =>
    modal(`outcome, why, ${answer}`, 'renderOutcomeForm', renderOutcomeForm({ ...about, answer }, t)),
  );
  return [
    ...messages,
    ...forms,
    {
      ...{ name: 'outcome, what is said at fields', group: 'Forms', renderers: ['renderErrors'] },
      ...{ kind: 'errors', errors: t.outcome.refused },
    },
  ];
}

const factsOf = (clientName: string) => sampleFacts(sampleCard('decided', { clientName }));

function intakes(size: Size, { clientName, text }: SampleWords, t: Messages): Screen[] {
  const answer = size === 'largest' ? { state: 'no' as const, note: text.slice(0, 500) } : { state: null, note: null };
  const intake = Object.fromEntries(INTAKE_QUESTIONS.map((question) => [question, answer])) as Intake;
  const metadata = { clientId: REVIEW_ID, version: null };
  const lines = join([t.intake.saved(clientName), ...intakeLines(intake, t)]);
  const card = renderCard(sampleCard('complaints', { clientName, notAgreed: INTAKE_QUESTIONS }), t);
  return [
    modal('intake, form', 'renderIntakeForm', renderIntakeForm({ metadata, clientName, intake }, t)),
    modal('intake, offered', 'renderClientSaved', renderClientSaved({ clientId: REVIEW_ID, clientName }, t)),
    modal('intake, saved', 'renderMessageView', renderMessageView({ title: t.intake.title, text: lines }, t)),
    ...messageScreens({ name: 'card, not agreed yet', group: 'In the channel', renderers: ['renderCard'] }, [card]),
    {
      ...{ name: 'intake, what is said at fields', group: 'Forms', renderers: ['renderErrors'], kind: 'errors' },
      errors: { noteTooLong: t.intake.noteTooLong, changedMeanwhile: t.intake.changedMeanwhile },
    },
  ];
}

const modal = (name: string, renderer: string, view: ModalView): Screen => ({
  ...{ name, group: 'Forms', renderers: [renderer], kind: 'modal', view },
});

function forms(size: Size, words: SampleWords, t: Messages): Screen[] {
  const isLargest = size === 'largest';
  const metadata = { key: REVIEW_ID, clientId: null, correctsId: null, page: null };
  const choices = Array.from({ length: isLargest ? 200 : 1 }, (_, at) => ({
    ...{ id: `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`, name: words.clientName },
  }));
  const initial = {
    ...{ text: isLargest ? words.text.slice(0, 3000) : '', happenedOn: '2026-11-26', currency: 'EUR' },
    ...{ signal: isLargest ? 'late_payment' : null, amount: isLargest ? 1_000_000_000_000 : null },
    link: isLargest ? `https://1/${'2'.repeat(1900)}` : null,
  };
  const notices = isLargest ? [t.evidence.tooLong, t.evidence.unknownClient(words.typed.slice(0, 400))] : [];
  const form = (name: string, model: Parameters<typeof renderEvidenceForm>[0]) =>
    modal(`evidence, ${name}`, 'renderEvidenceForm', renderEvidenceForm(model, t));
  return [
    form('form', { metadata, client: { choices, likelyId: choices[0]?.id ?? null }, notices, initial }),
    form('correction', {
      ...{ metadata: { ...metadata, clientId: REVIEW_ID, correctsId: REVIEW_ID, page: 1 }, notices: [], initial },
      client: { name: words.clientName },
    }),
  ];
}

function log(size: Size, words: SampleWords, t: Messages): ModalView {
  const isLargest = size === 'largest';
  const entry: EvidenceEntry = {
    ...{ id: REVIEW_ID, clientId: REVIEW_ID, happenedOn: '2026-11-26', text: words.text },
    ...{ signal: isLargest ? 'unrealistic_expectations' : null, amount: isLargest ? 1_000_000_000_000 : null },
    ...{ currency: isLargest ? 'EUR' : null, link: isLargest ? `https://example.com/?a&${'b'.repeat(1900)}` : null },
    ...{ correctsId: null, loggedById: 'U0MARA', loggedAt: AT },
  };
  const history = Array.from({ length: isLargest ? 9 : 0 }, () => entry);
  const rows = Array.from({ length: isLargest ? ENTRIES_ON_A_PAGE : 1 }, () => evidenceRow({ entry, history }, t));
  const target = { list: 'evidence', page: 2, clientId: REVIEW_ID } as const;
  const view = renderListView({ target, pages: isLargest ? 40 : 2, rows: isLargest ? rows : [] }, t);
  return withLogButton(isLargest ? view : { ...view, blocks: [...view.blocks, ...rows.flat()] }, REVIEW_ID, t);
}
