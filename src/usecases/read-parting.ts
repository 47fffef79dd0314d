import type { Language } from '../domain/language.ts';
import { type Channel, type ChannelReason, suggestChannel } from '../domain/parting/channel-choice.ts';
import { isNoticeTooLate } from '../domain/parting/end-date.ts';
import { type NoticeDraft, planNotice } from '../domain/parting/notice-draft.ts';
import type { PartingStep } from '../domain/parting/parting-step.ts';
import { type PartingProgress, type Playbook, partingProgress } from '../domain/parting/playbook.ts';
import type { StoredNotice } from '../storage/parting-store.ts';
import type { Deps } from './deps.ts';
import { readPartingRecord } from './parting-record.ts';
import { type AtPlaybook, type Parting, readPlaybook } from './with-playbook.ts';

/** Everything the checklist of a parting shows. */
export type Checklist = {
  /** The review that the parting follows now. */
  readonly reviewId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly playbook: Playbook;
  /** In the order of the playbook. */
  readonly steps: readonly PartingStep[];
  readonly isParted: boolean;
  /** Of the notice period, where the end date does not keep it and the notice is not out yet; else null. */
  readonly shortNoticeDays: number | null;
  /** For the channel that was chosen. */
  readonly hasNotice: boolean;
  /** In the workspace's zone. */
  readonly today: string;
};

type Asked = Pick<Parting, 'workspaceId' | 'reviewId'>;

/** The checklist of a review's parting as it is now; null where none was begun, for a rehearsal, and where there is no such review. */
export async function readChecklist(deps: Deps, { workspaceId, reviewId }: Asked): Promise<Checklist | null> {
  const at = await findPlaybook(deps, { workspaceId, reviewId });
  return at && checklistOf(at);
}

async function findPlaybook(deps: Deps, { workspaceId, reviewId }: Asked): Promise<AtPlaybook | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  return review && !review.isRehearsal ? readPlaybook(deps, stores, review) : null;
}

async function checklistOf({ stores, client, playbook, steps, review, today }: AtPlaybook): Promise<Checklist> {
  const { channel, endOn } = playbook;
  const isNoticeOut = steps.some(({ stepId, state }) => stepId === 'send_notice' && state !== 'open');
  const isShort = !isNoticeOut && isNoticeTooLate(endOn, client.noticeDays, today);
  const notice = channel && (await stores.partings.findNotice(review.id, channel));
  return {
    ...{ reviewId: review.id, clientId: client.id, clientName: client.name, playbook, steps, today },
    isParted: client.status === 'parted',
    shortNoticeDays: isShort ? client.noticeDays : null,
    hasNotice: notice !== null,
  };
}

export type ChannelSuggestion = {
  readonly suggested: { readonly channel: Channel; readonly because: ChannelReason };
  readonly chosen: Channel | null;
};

/** The channel that the record speaks for, and the one that was chosen; null where no playbook was begun. */
export async function readChannelSuggestion(deps: Deps, asked: Asked): Promise<(ChannelSuggestion & Checklist) | null> {
  const at = await findPlaybook(deps, asked);
  return at && { ...(await checklistOf(at)), ...(await suggestionOf(at)) };
}

async function suggestionOf({ stores, review, client, playbook }: AtPlaybook): Promise<ChannelSuggestion> {
  const record = await readPartingRecord(stores, { reviewId: review.id, clientId: client.id });
  const figures = record.figures ?? {
    signals: [],
    hardStops: [],
    positives: { answered: 0, named: 0, cannotName: 0, warmth: null },
    voices: 0,
  };
  return { suggested: suggestChannel({ ...record, figures, mode: playbook.mode }), chosen: playbook.channel };
}

export type NoticeToEdit = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly channel: Channel;
  /** In which we write to the client. */
  readonly language: Language;
  /** What somebody saved; null: the draft is shown. */
  readonly saved: StoredNotice | null;
  readonly draft: NoticeDraft;
};

/**
 * The notice for the channel that was chosen, else the one suggested: as it was saved, or as a draft from the record in the language
 * of the client. `company` and `sender`: who signs. Null where no playbook was begun.
 */
export async function readNotice(
  deps: Deps,
  { workspaceId, reviewId, company, sender }: Asked & { readonly company: string; readonly sender: string },
): Promise<NoticeToEdit | null> {
  const at = await findPlaybook(deps, { workspaceId, reviewId });
  if (!at) return null;
  const { stores, review, client, playbook, settings, today } = at;
  const { suggested, chosen } = await suggestionOf(at);
  const channel = chosen ?? suggested.channel;
  const { evidence, figures } = await readPartingRecord(stores, { reviewId: review.id, clientId: client.id });
  const language = client.language ?? settings.language;
  const draft = planNotice({
    ...{ channel, mode: playbook.mode, language, clientName: client.name, companyName: company, senderName: sender },
    ...{ writtenOn: today, endOn: playbook.endOn, noticeDays: client.noticeDays, evidence },
    positivesNamed: figures?.positives.named ?? 0,
  });
  const saved = await stores.partings.findNotice(review.id, channel);
  return { reviewId: review.id, clientName: client.name, channel, language, saved, draft };
}

/** How far the parting with a client is, for its page. `progress` is null where a decision to part waits for its checklist. */
export type ClientParting = {
  readonly reviewId: string;
  readonly endOn: string | null;
  readonly progress: PartingProgress | null;
};

/** The parting of a client that is going on; null where we do not part with it. */
export async function readClientParting(
  deps: Deps,
  { workspaceId, clientId }: { readonly workspaceId: string; readonly clientId: string },
): Promise<ClientParting | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const client = await stores.clients.find(clientId);
  if (client?.status !== 'parting') return null;
  const running = await stores.partings.findRunning(clientId);
  if (running) {
    const progress = partingProgress(await stores.partings.listSteps(running.reviewId));
    return { reviewId: running.reviewId, endOn: running.endOn, progress };
  }
  const [newest] = (await stores.clientHistory.listReviews(clientId)).filter(({ decision }) => decision !== null);
  return newest ? { reviewId: newest.id, endOn: null, progress: null } : null;
}
