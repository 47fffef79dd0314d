import type { ModalView } from '@slack/types';
import { RATINGS } from '../../../src/domain/health.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderPulse, renderPulseReminder } from '../../../src/slack/blocks/pulse.ts';
import { renderPulseClientForm, renderPulseForm } from '../../../src/slack/blocks/views/pulse-form.ts';
import type { OwnPulse } from '../../../src/usecases/read-pulse.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

/** One client without an answer, or 200 with as much as can be said of each. */
function samplePulse(size: Size, { clientName, text }: SampleWords): OwnPulse {
  const isLargest = size === 'largest';
  const clients = Array.from({ length: isLargest ? 200 : 1 }, (_, at) => {
    const id = `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`;
    const signals = ['harassment', 'off_hours', 'late_payment', 'scope_creep', 'other'] as const;
    const rating = RATINGS[at % RATINGS.length] ?? 3;
    const answer = { clientId: id, userId: 'U0MARA', rating, signals, comment: text };
    return { id, name: clientName, answer: isLargest ? answer : null };
  });
  const closesAt = new Date('2026-11-27T17:00:00Z');
  return { ...{ week: 2968, userId: 'U0MARA', closesAt, clients }, isOpen: true, isDeclined: false };
}

/** What somebody sees of the weekly pulse. */
export function pulseScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const pulse = samplePulse(size, words);
  const [client] = pulse.clients;
  const message = (name: string, renderer: string, messages: Parameters<typeof messageScreens>[1]) =>
    messageScreens({ name: `pulse, ${name}`, group: 'To one person', renderers: [renderer] }, messages);
  const modal = (name: string, renderer: string, view: ModalView): Screen => ({
    ...{ name: `pulse, ${name}`, group: 'Forms', renderers: [renderer], kind: 'modal', view },
  });
  return [
    ...message('open', 'renderPulse', renderPulse(pulse, t)),
    ...message('not this week', 'renderPulse', renderPulse({ ...pulse, isDeclined: true }, t)),
    ...message('closed', 'renderPulse', renderPulse({ ...pulse, isOpen: false }, t)),
    ...message('reminder', 'renderPulseReminder', [renderPulseReminder(pulse, t)]),
    ...Object.entries(t.pulse.refused).flatMap(([reason, text]) =>
      message(`refused, ${reason}`, 'renderNotice', [renderNotice(text)]),
    ),
    modal('form, which client', 'renderPulseClientForm', renderPulseClientForm(pulse, t)),
    ...(client ? [modal('form', 'renderPulseForm', renderPulseForm({ week: pulse.week, client }, t))] : []),
  ];
}
