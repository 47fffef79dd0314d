import { isClientManager } from '../domain/client-managers.ts';
import { isManager } from '../domain/member.ts';
import type { MeetingMessage } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import { type Messages, translate } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readinessRefusal } from '../usecases/readiness-of-review.ts';
import { renderMeeting, renderMeetingNote, renderMeetingReminder } from './blocks/meeting.ts';
import { renderReadinessAsk } from './blocks/readiness.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import type { Directory } from './guard/directory.ts';
import { createFindLanguage } from './reader-language.ts';

type Options = Deps & { readonly workspaceId: string; readonly directory: Directory };
type Rendered = readonly RenderedMessage[] | 'gone';

/** Turns a message about a meeting, or about readiness, into what it says now; `gone` when there is nothing left to say. */
export function createMeetingRenderer(options: Options) {
  const { storage, workspaceId } = options;
  const stores = storage.forWorkspace(workspaceId);
  const findLanguage = createFindLanguage(options);

  return async (message: MeetingMessage, review: Review): Promise<Rendered> => {
    if (message.kind === 'readiness') {
      const t = translate(await findLanguage(message.userId, review.language));
      return renderReadiness(message.userId, review, t);
    }
    const meeting = await stores.meetings.find(message.meetingId);
    if (!meeting) return 'gone';
    const model = { meeting, clientName: review.clientName };
    if (message.kind === 'meeting_note') return [renderMeetingNote(model, translate(review.language))];
    const t = translate(await findLanguage(message.userId, review.language));
    if (message.kind === 'meeting')
      return renderMeeting({ ...model, isManager: await mayManage(message.userId, review.clientId) }, t);
    // Between owing and sending it may have been called off, moved or begun.
    const isAhead = meeting.state === 'planned' && meeting.startsAt > options.clock();
    return isAhead ? [renderMeetingReminder(model, t)] : 'gone';
  };

  async function renderReadiness(userId: string, review: Review, t: Messages): Promise<Rendered> {
    const answers = await stores.readiness.listAnswers(review.id);
    const own = answers.find((answer) => answer.userId === userId) ?? null;
    const isOver = (await readinessRefusal(stores, review)) !== null;
    return [
      renderReadinessAsk({ reviewId: review.id, clientName: review.clientName, mode: review.mode, own, isOver }, t),
    ];
  }

  async function mayManage(userId: string, clientId: string): Promise<boolean> {
    const member = await options.directory.find(userId);
    const settings = await stores.workspace.findOrCreate(options.defaults);
    if (isManager(member, settings)) return true;
    const client = await stores.clients.findProfile(clientId);
    return client !== null && isClientManager(member, client);
  }
}
