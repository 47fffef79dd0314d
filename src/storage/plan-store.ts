import type { NewItem } from '../domain/plan/plan-draft.ts';
import type { ItemState, PlanItem } from '../domain/plan/plan-item.ts';
import type { PlanAnswers, PlanTexts } from '../domain/plan/plan-questions.ts';
import type { SuggestionId } from '../domain/plan/suggestions.ts';
import type { Prisma, PlanItem as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** The frame of an action plan: its items are kept for themselves, because they outlive their review. */
export type ActionPlan = {
  readonly reviewId: string;
  readonly clientId: string;
  readonly answers: PlanAnswers;
  readonly words: PlanTexts;
  readonly madeById: string;
  readonly madeAt: Date;
};

/** An item that is added; the same `submitKey` twice adds one. */
export type AddedItem = NewItem & {
  readonly clientId: string;
  readonly reviewId: string;
  readonly givenById: string;
  readonly givenAt: Date;
  readonly submitKey: string;
};

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** A stored item of a plan. */
export const toItem = ({ workspaceId: _, submitKey: __, dueOn, state, suggestionId, ...rest }: Row): PlanItem => ({
  ...rest,
  dueOn: dueOn.toISOString().slice(0, 10),
  state: state as ItemState,
  suggestionId: suggestionId as SuggestionId | null,
});

const ORDER = [{ dueOn: 'asc' as const }, { id: 'asc' as const }];

/** Action plans and what is to be done. */
export function createPlanStore({ db, workspaceId }: Scope) {
  const list = async (where: Prisma.PlanItemWhereInput): Promise<PlanItem[]> =>
    (await db.planItem.findMany({ where: { ...where, workspaceId }, orderBy: ORDER })).map(toItem);
  return {
    /** Null when no plan was made for this review. */
    async find(reviewId: string): Promise<ActionPlan | null> {
      const row = await db.actionPlan.findUnique({ where: { workspaceId_reviewId: { workspaceId, reviewId } } });
      if (!row) return null;
      const { workspaceId: _, version: __, answers, words, ...rest } = row;
      return { ...rest, answers: answers as unknown as PlanAnswers, words: words as unknown as PlanTexts };
    },

    /** Writes the frame of a plan, over an earlier one of the same review, whose maker stays. */
    async save({ reviewId, answers, words, ...made }: ActionPlan): Promise<void> {
      const json = (value: unknown) => value as Prisma.InputJsonObject;
      const said = { answers: json(answers), words: json(words) };
      const data = [{ workspaceId, reviewId, ...made, ...said }];
      const { count } = await db.actionPlan.createMany({ data, skipDuplicates: true });
      if (count > 0) return;
      await db.actionPlan.updateMany({
        where: { workspaceId, reviewId },
        data: { ...said, version: { increment: 1 } },
      });
    },

    /** How many of these were added; those of a form that was sent before are not added again. */
    async addItems(items: readonly AddedItem[]): Promise<number> {
      const data = items.map(({ dueOn, ...item }) => ({ workspaceId, ...item, dueOn: toDate(dueOn) }));
      const { count } = await db.planItem.createMany({ data, skipDuplicates: true });
      return count;
    },

    /** Whether a form with this key was taken before. */
    async wasTaken(submitKey: string): Promise<boolean> {
      return (await db.planItem.count({ where: { workspaceId, submitKey: { startsWith: `${submitKey}:` } } })) > 0;
    },

    async findItem(id: string): Promise<PlanItem | null> {
      if (!isUuid(id)) return null;
      const row = await db.planItem.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toItem(row);
    },

    /** All items that came of a review, first due first. */
    listOfReview: (reviewId: string): Promise<PlanItem[]> => list({ reviewId }),

    /** The open items of a client, of all its plans, first due first. */
    listOpenOfClient: (clientId: string): Promise<PlanItem[]> => list({ clientId, state: 'open' }),

    /** The open items of one person, first due first. */
    listOpenOf: (ownerId: string): Promise<PlanItem[]> => list({ ownerId, state: 'open' }),

    /** All open items, first due first. */
    listOpen: (): Promise<PlanItem[]> => list({ state: 'open' }),

    /** Writes an item as `changeItem` gave it; false when somebody changed it since it was read. */
    async saveItem({ id, version, clientId: _, reviewId: __, dueOn, ...changed }: PlanItem): Promise<boolean> {
      const where = { workspaceId, id, version: version - 1 };
      const data = { ...changed, version, dueOn: toDate(dueOn) };
      return (await db.planItem.updateMany({ where, data })).count > 0;
    },
  };
}
