import type { Language } from '../domain/language.ts';
import type { Channel } from '../domain/parting/channel-choice.ts';
import { checkEndDate, type EndDateRefusal } from '../domain/parting/end-date.ts';
import { type NoticeRefusal, noticeRefusal } from '../domain/parting/notice-draft.ts';
import { checkNewStep, type NewStepRefusal, redateSteps } from '../domain/parting/parting-step.ts';
import type { Deps } from './deps.ts';
import { oweStepMessages } from './owe-step-messages.ts';
import { oweChecklist, type Parting, type PlaybookRefused, withPlaybook } from './with-playbook.ts';

type Done = { readonly ok: true };
type Refused<R> = { readonly ok: false; readonly reason: R } | PlaybookRefused;

export type AddPartingStep = Parting & {
  /** Of the form, so that the same form adds one step. */
  readonly formKey: string;
  readonly title: string;
  readonly dueOn: string | null;
};

/** Adds a step of our own to a running playbook. For managers. */
export function addPartingStep(deps: Deps, input: AddPartingStep): Promise<Done | Refused<NewStepRefusal>> {
  return asManager(deps, input, async ({ stores, steps, playbook, review, today, now }) => {
    if (steps.some(({ id }) => id === input.formKey)) return { ok: true };
    const facts = { steps: steps.length, playbook: { endOn: playbook.endOn, isParted: false }, today };
    const checked = checkNewStep(input, facts);
    if (!checked.ok) return checked;
    await stores.partings.addSteps(review.id, [{ ...checked.value, id: input.formKey, stepId: null, isDateOwn: true }]);
    await oweChecklist(stores, review);
    const details = { dueOn: checked.value.dueOn };
    await stores.audit.add({
      actorId: input.userId,
      action: 'parting_step_added',
      subject: review.id,
      details,
      at: now,
    });
    return { ok: true };
  });
}

/** Moves the end date, and with it what is open and was not dated by hand. For managers. */
export function movePartingEnd(
  deps: Deps,
  input: Parting & { readonly endOn: string | null },
): Promise<Done | Refused<EndDateRefusal>> {
  return asManager(deps, input, async ({ stores, steps, playbook, client, settings, review, today, now }) => {
    const end = checkEndDate(input.endOn, today);
    if (!end.ok) return end;
    const endOn = end.value;
    if (endOn === playbook.endOn) return { ok: true };
    await stores.partings.save({ ...playbook, endOn, basis: 'chosen' }, now);
    const { mode } = playbook;
    const facts = { mode, today, endOn, noticeDays: client.noticeDays, daysOff: settings.daysOff };
    const moved = redateSteps(steps, facts);
    for (const [at, step] of moved.entries())
      if (step !== steps[at]) await stores.partings.saveStep(step, steps[at]?.version ?? 0);
    await oweChecklist(stores, review);
    await oweStepMessages(
      stores,
      review.id,
      moved.filter((step, at) => step !== steps[at]).map(({ id }) => id),
    );
    const details = { from: playbook.endOn, to: endOn };
    await stores.audit.add({
      actorId: input.userId,
      action: 'parting_end_moved',
      subject: review.id,
      details,
      at: now,
    });
    return { ok: true };
  });
}

/** Keeps how the notice reaches the client. For managers. */
export function choosePartingChannel(
  deps: Deps,
  input: Parting & { readonly channel: Channel },
): Promise<Done | PlaybookRefused> {
  return asManager(deps, input, async ({ stores, playbook, review, now }) => {
    const { channel } = input;
    if (channel === playbook.channel) return { ok: true };
    await stores.partings.save({ ...playbook, channel }, now);
    await oweChecklist(stores, review);
    const trace = { actorId: input.userId, action: 'parting_channel_chosen', subject: review.id } as const;
    await stores.audit.add({ ...trace, details: { channel }, at: now });
    return { ok: true };
  });
}

export type SaveNotice = Parting & {
  readonly channel: Channel;
  readonly language: Language;
  readonly text: string;
  /** The version that the form showed; null for the draft. */
  readonly read: number | null;
};

/** Keeps a notice as somebody edited it, and its channel where none was chosen. What another person saved meanwhile is not overwritten; the same words twice are kept once. */
export function savePartingNotice(
  deps: Deps,
  input: SaveNotice,
): Promise<Done | Refused<NoticeRefusal | 'changed_meanwhile'>> {
  return asManager(deps, input, async ({ stores, review, playbook, now }) => {
    const { channel, language, text, userId, read } = input;
    const reason = noticeRefusal(text);
    if (reason !== null) return { ok: false, reason };
    const current = await stores.partings.findNotice(review.id, channel);
    if (current?.text === text) return { ok: true };
    const notice = { channel, language, text, version: 0, savedById: userId, savedAt: now };
    if (!(await stores.partings.saveNotice(review.id, notice, read))) return { ok: false, reason: 'changed_meanwhile' };
    if (playbook.channel === null) await stores.partings.save({ ...playbook, channel }, now);
    await oweChecklist(stores, review);
    const trace = { actorId: userId, action: 'parting_notice_saved', subject: review.id } as const;
    await stores.audit.add({ ...trace, details: { channel, length: text.length }, at: now });
    return { ok: true };
  });
}

function asManager<T>(
  deps: Deps,
  input: Parting,
  work: Parameters<typeof withPlaybook<T>>[2],
): Promise<T | PlaybookRefused> {
  if (!input.isManager) return Promise.resolve({ ok: false, reason: 'not_manager' });
  return withPlaybook(deps, input, work);
}
