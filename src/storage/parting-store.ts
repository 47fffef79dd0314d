import type { Language } from '../domain/language.ts';
import type { Channel } from '../domain/parting/channel-choice.ts';
import type { PartingStep, StepState } from '../domain/parting/parting-step.ts';
import type { PartingMode, PartingStepId } from '../domain/parting/parting-steps.ts';
import type { Playbook } from '../domain/parting/playbook.ts';
import type { Parting as Row, PartingStep as StepRow } from './generated/client.ts';
import type { Scope } from './scope.ts';

/** A notice as somebody left it. `version` grows with every save, from 0. */
export type StoredNotice = {
  readonly channel: Channel;
  readonly language: Language;
  readonly text: string;
  readonly version: number;
  readonly savedById: string;
  readonly savedAt: Date;
};

/** A step as it is first kept. `id`: of the form that added it, so that the same form adds it once. */
export type NewStep = Pick<PartingStep, 'stepId' | 'title' | 'dueOn' | 'isDateOwn'> & { readonly id?: string };

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date) => date.toISOString().slice(0, 10);

/** A parting as it is kept. */
export const toPlaybook = ({ endOn, stoppedAt, finishedAt, ...row }: Row): Playbook => ({
  ...{ reviewId: row.reviewId, clientId: row.clientId, startedById: row.startedById, startedAt: row.startedAt },
  mode: row.mode as PartingMode,
  endOn: toDay(endOn),
  basis: row.basis as Playbook['basis'],
  channel: row.channel as Channel | null,
  state: finishedAt ? 'finished' : stoppedAt ? 'stopped' : 'running',
});

/** A step as it is kept. */
export const toStep = ({ workspaceId: _, reviewId: __, position: ___, dueOn, ...row }: StepRow): PartingStep => ({
  ...row,
  stepId: row.stepId as PartingStepId | null,
  dueOn: toDay(dueOn),
  state: row.state as StepState,
});

/** The partings of the workspace's clients, with their steps and notices. What changes one holds its client, see with-playbook.ts. */
export function createPartingStore({ db, workspaceId }: Scope) {
  const at = (reviewId: string) => ({ workspaceId_reviewId: { workspaceId, reviewId } });
  return {
    async find(reviewId: string): Promise<Playbook | null> {
      const row = await db.parting.findUnique({ where: at(reviewId) });
      return row && toPlaybook(row);
    },

    /** The one that is running for this client: never more than one. */
    async findRunning(clientId: string): Promise<Playbook | null> {
      const row = await db.parting.findFirst({ where: { workspaceId, runningClientId: clientId } });
      return row && toPlaybook(row);
    },

    /** All of a client, the newest first. */
    async list(clientId: string): Promise<Playbook[]> {
      const where = { workspaceId, clientId };
      const rows = await db.parting.findMany({ where, orderBy: [{ startedAt: 'desc' }, { reviewId: 'asc' }] });
      return rows.map(toPlaybook);
    },

    /** Begins one; false when the client has one running already, or the review had one. */
    async create({ state: _, endOn, ...playbook }: Playbook): Promise<boolean> {
      const data = { workspaceId, ...playbook, runningClientId: playbook.clientId, endOn: toDate(endOn) };
      const { count } = await db.parting.createMany({ data: [data], skipDuplicates: true });
      return count === 1;
    },

    /** Keeps a playbook as it is now; false when there is none. */
    async save({ reviewId, clientId, mode, endOn, basis, channel, state }: Playbook, now: Date): Promise<boolean> {
      const { count } = await db.parting.updateMany({
        where: { workspaceId, reviewId },
        data: {
          ...{ mode, basis, channel, endOn: toDate(endOn), version: { increment: 1 } },
          runningClientId: state === 'running' ? clientId : null,
          stoppedAt: state === 'stopped' ? now : null,
          finishedAt: state === 'finished' ? now : null,
        },
      });
      return count === 1;
    },

    /** The parting follows a decision of another review from now on, with its steps and notices. */
    async follow(reviewId: string, newReviewId: string): Promise<boolean> {
      const where = { workspaceId, reviewId };
      const { count } = await db.parting.updateMany({ where, data: { reviewId: newReviewId } });
      return count === 1;
    },

    /** The steps in the order in which they were added. */
    async listSteps(reviewId: string): Promise<PartingStep[]> {
      const where = { workspaceId, reviewId };
      const rows = await db.partingStep.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
      return rows.map(toStep);
    },

    /** Adds steps after those there are; how many were new. */
    async addSteps(reviewId: string, steps: readonly NewStep[]): Promise<number> {
      const before = await db.partingStep.count({ where: { workspaceId, reviewId } });
      const data = steps.map(({ dueOn, ...step }, index) => ({
        ...{ workspaceId, reviewId, position: before + index, dueOn: toDate(dueOn) },
        ...step,
      }));
      return (await db.partingStep.createMany({ data, skipDuplicates: true })).count;
    },

    /** Keeps a step as it is now; false when it is no longer the one of version `read`. */
    async saveStep({ id, dueOn, stepId: _, title: __, ...step }: PartingStep, read: number): Promise<boolean> {
      const where = { workspaceId, id, version: read };
      const { count } = await db.partingStep.updateMany({ where, data: { ...step, dueOn: toDate(dueOn) } });
      return count === 1;
    },

    async findNotice(reviewId: string, channel: Channel): Promise<StoredNotice | null> {
      const key = { workspaceId, reviewId, channel };
      const row = await db.notice.findUnique({ where: { workspaceId_reviewId_channel: key } });
      if (!row) return null;
      const { text, version, savedById, savedAt } = row;
      return { channel, language: row.language as Language, text, version, savedById, savedAt };
    },

    /** Keeps a notice in place of version `read`, null: where there was none; false when it is another one by now. */
    async saveNotice(
      reviewId: string,
      { channel, version: _, ...notice }: StoredNotice,
      read: number | null,
    ): Promise<boolean> {
      if (read === null) {
        const data = { workspaceId, reviewId, channel, ...notice };
        return (await db.notice.createMany({ data: [data], skipDuplicates: true })).count === 1;
      }
      const where = { workspaceId, reviewId, channel, version: read };
      return (await db.notice.updateMany({ where, data: { ...notice, version: read + 1 } })).count === 1;
    },
  };
}
