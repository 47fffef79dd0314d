import type { Choice, HardStopFinding } from '../domain/decision.ts';
import type { Figures } from '../domain/figures.ts';
import type { Said } from '../domain/statement.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { VerdictContext } from '../domain/verdict-context.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';

export type StoredVerdict = {
  readonly version: number;
  readonly figures: Figures;
  readonly verdict: Verdict;
  /** What the rules knew besides the answers; null for a verdict from before this was kept. */
  readonly context: VerdictContext | null;
  readonly createdAt: Date;
};

export type StoredDecision = {
  readonly verdictVersion: number;
  readonly choice: Choice;
  readonly rationale: string | null;
  readonly hardStop: HardStopFinding | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

type NewVerdict = Omit<StoredVerdict, 'context'> & Partial<Pick<StoredVerdict, 'context'>>;

type Subject = { readonly reviewId: string; readonly clientId: string };

/** What was decided about each version of a verdict. */
function createDecisions({ db, workspaceId }: Scope) {
  return {
    /** Stores a decision; false when that version of the verdict was decided already. */
    async saveDecision({ reviewId, clientId }: Subject, decision: StoredDecision): Promise<boolean> {
      const { count } = await db.decision.createMany({
        data: [{ workspaceId, reviewId, clientId, ...decision }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    /** The newest decision on a review, or the one on a version of its verdict. */
    async findDecision(reviewId: string, verdictVersion?: number): Promise<StoredDecision | null> {
      const row = await db.decision.findFirst({
        where: { workspaceId, reviewId, ...(verdictVersion !== undefined && { verdictVersion }) },
        orderBy: { verdictVersion: 'desc' },
      });
      if (!row) return null;
      const { choice, rationale, hardStop, decidedBy, decidedAt } = row;
      return {
        verdictVersion: row.verdictVersion,
        choice: choice as Choice,
        rationale,
        hardStop: hardStop as HardStopFinding | null,
        decidedBy,
        decidedAt,
      };
    },
  };
}

/** What stays of a closed review: statements, verdicts, decisions. */
export function createRecordStore(scope: Scope) {
  const { db, workspaceId } = scope;
  return {
    ...createDecisions(scope),

    /** Keeps statements in the order given; for a private review the caller has shuffled them. */
    async saveStatements({ reviewId, clientId }: Subject, said: readonly Said[]): Promise<void> {
      await db.statement.createMany({
        data: said.map((statement) => ({
          workspaceId,
          reviewId,
          clientId,
          ...statement,
          signals: [...statement.signals],
        })),
      });
    },

    /** Keeps one more statement under an id of the caller's; false when it is kept already. */
    async addStatement({ reviewId, clientId }: Subject, id: string, { signals, ...said }: Said): Promise<boolean> {
      const data = { workspaceId, id, reviewId, clientId, ...said, signals: [...signals] };
      const { count } = await db.statement.createMany({ data: [data], skipDuplicates: true });
      return count === 1;
    },

    async listStatements(reviewId: string): Promise<Said[]> {
      const rows = await db.statement.findMany({ where: { workspaceId, reviewId }, orderBy: { id: 'asc' } });
      return rows.map(
        ({ kind, text, signals, severity, frequency, concerns, authorId }) =>
          ({ kind, text, signals, severity, frequency, concerns, authorId }) as Said,
      );
    },

    async saveVerdict(
      { reviewId, clientId }: Subject,
      { version, figures, verdict, createdAt, context = null }: NewVerdict,
    ): Promise<void> {
      await db.verdict.create({
        data: {
          workspaceId,
          reviewId,
          clientId,
          version,
          createdAt,
          stance: verdict.stance,
          mode: verdict.mode,
          pressure: figures.pressure,
          figures: figures as unknown as Prisma.InputJsonValue,
          verdict: verdict as unknown as Prisma.InputJsonValue,
          context: context === null ? Prisma.DbNull : (context as unknown as Prisma.InputJsonValue),
        },
      });
    },

    /** The newest version of a review's verdict, or the one asked for. */
    async findVerdict(reviewId: string, version?: number): Promise<StoredVerdict | null> {
      const where = { workspaceId, reviewId, ...(version === undefined ? {} : { version }) };
      const row = await db.verdict.findFirst({ where, orderBy: { version: 'desc' } });
      if (!row) return null;
      return {
        version: row.version,
        figures: row.figures as unknown as Figures,
        verdict: row.verdict as unknown as Verdict,
        context: row.context as unknown as VerdictContext | null,
        createdAt: row.createdAt,
      };
    },

    /**
     * Pressure of the client's last review that closed at or after `since`, rehearsals aside, and before `before` where that is
     * given; null when there is none.
     */
    async findPreviousPressure(clientId: string, since: Date, before?: Date): Promise<number | null> {
      const row = await db.verdict.findFirst({
        where: {
          workspaceId,
          clientId,
          createdAt: { gte: since, ...(before ? { lt: before } : {}) },
          review: { isRehearsal: false },
        },
        orderBy: { createdAt: 'desc' },
        select: { pressure: true },
      });
      return row?.pressure ?? null;
    },
  };
}
