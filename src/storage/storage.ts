import type { AuditEntry } from '../domain/audit.ts';
import { createAccountMemberStore } from './account-member-store.ts';
import { createAnswerStore } from './answer-store.ts';
import { type AddAuditEntry, createAuditQueue } from './audit-queue.ts';
import { createAuditStore } from './audit-store.ts';
import { createClientHistoryStore } from './client-history-store.ts';
import { createClientImportStore } from './client-import-store.ts';
import { createClientNameStore } from './client-name-store.ts';
import { createClientRecordStore } from './client-record-store.ts';
import { createClientStore } from './client-store.ts';
import type { Database } from './database.ts';
import { createDigestStore } from './digest-store.ts';
import { createEvidenceStore } from './evidence-store.ts';
import { createHealthStore } from './health-store.ts';
import { createHiddenWordsStore } from './hidden-words-store.ts';
import { createHomeStore } from './home-store.ts';
import { createInstallationStore } from './installation-store.ts';
import { createIntakeStore } from './intake-store.ts';
import { createLeftSweep } from './left-sweep.ts';
import { createMeetingStore } from './meeting-store.ts';
import { createMeetingSweep } from './meeting-sweep.ts';
import { createMemberSettingsStore } from './member-settings-store.ts';
import { createMovedPostStore } from './moved-post-store.ts';
import { createOpenAnswerStore } from './open-answer-store.ts';
import { createOutcomeStore } from './outcome-store.ts';
import { createOverviewStore } from './overview-store.ts';
import { createParticipantStore } from './participant-store.ts';
import { createPartingStepStore } from './parting-step-store.ts';
import { createPartingStore } from './parting-store.ts';
import { createPauseStore } from './pause-store.ts';
import { createPlanStore } from './plan-store.ts';
import { createPlanSweep } from './plan-sweep.ts';
import { createPostStore } from './post-store.ts';
import { createPresenceStore } from './presence-store.ts';
import { createPulseAnswerStore } from './pulse-answer-store.ts';
import { createPulseStore } from './pulse-store.ts';
import { createPulseSweep } from './pulse-sweep.ts';
import { createReadinessStore } from './readiness-store.ts';
import { createRecordStore } from './record-store.ts';
import { createRehearsalStore } from './rehearsal-store.ts';
import { createReplyStore } from './reply-store.ts';
import { createReviewStore } from './review-store.ts';
import { type AnswerToSave, saveAnswer } from './save-answer.ts';
import { createSaveAnswer } from './save-answers.ts';
import { createScope, type Db } from './scope.ts';
import { createSecretStore } from './secret-store.ts';
import { createSettledPurposeStore } from './settled-purpose-store.ts';
import { type RunStatement, runInTransaction, runOnPool } from './statement.ts';
import { createSweep } from './sweep.ts';
import { createWorkspaceStore } from './workspace-store.ts';

type Hear = (entry: AuditEntry) => void;

type Way = {
  readonly db: Db;
  readonly run: RunStatement;
  /** How an entry of the audit log is added, where it has no transaction to be part of. */
  readonly addEntry: AddAuditEntry | null;
  readonly hear: Hear;
};

function createStores({ db, run, addEntry, hear }: Way, workspaceId: string) {
  const scope = createScope(db, workspaceId);
  const direct = { ...scope, run };
  const audit = createAuditStore(scope);
  // A transaction shares its statements with nobody.
  const save =
    addEntry === null
      ? (toSave: AnswerToSave) => saveAnswer(run, workspaceId, toSave)
      : createSaveAnswer(run, workspaceId);
  return {
    workspace: createWorkspaceStore(direct),
    installation: createInstallationStore(direct),
    clients: createClientStore(scope),
    clientNames: createClientNameStore(scope),
    accountMembers: createAccountMemberStore(scope),
    clientImports: createClientImportStore(scope),
    clientHistory: createClientHistoryStore(scope),
    clientRecords: createClientRecordStore(scope),
    reviews: createReviewStore(direct),
    participants: createParticipantStore(scope),
    presence: createPresenceStore(scope),
    memberSettings: createMemberSettingsStore(scope),
    secrets: createSecretStore(scope),
    answers: createAnswerStore({ ...direct, save }),
    hiddenWords: createHiddenWordsStore(scope),
    replies: createReplyStore(scope),
    records: createRecordStore(scope),
    outbox: createPostStore(direct),
    movedPosts: createMovedPostStore(scope),
    pauses: createPauseStore(scope),
    pulses: createPulseStore(scope),
    pulseAnswers: createPulseAnswerStore(scope),
    health: createHealthStore(scope),
    evidence: createEvidenceStore(scope),
    intakes: createIntakeStore(scope),
    outcomes: createOutcomeStore(scope),
    partings: createPartingStore(scope),
    partingSteps: createPartingStepStore(scope),
    audit: {
      ...audit,
      async add(entry: AuditEntry): Promise<void> {
        await (addEntry ? addEntry(workspaceId, entry) : audit.add(entry));
        hear(entry);
      },
    },
    home: createHomeStore(scope),
    overview: createOverviewStore(scope),
    digests: createDigestStore(scope),
    rehearsals: createRehearsalStore(scope),
    settledPurposes: createSettledPurposeStore(scope),
    plans: createPlanStore(scope),
    meetings: createMeetingStore(scope),
    readiness: createReadinessStore(scope),
  };
}

/** Every table of one workspace, behind one store per aggregate. */
export type Stores = ReturnType<typeof createStores>;

export type WorkspaceStorage = Stores & {
  /** Has transactions of its own, and so no place in another. */
  readonly openAnswers: ReturnType<typeof createOpenAnswerStore>;
  /** Runs `work` in one transaction: all of it is committed, or, when it throws, none. Stores of the transaction only. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
};

export type Storage = {
  /** The stores of one workspace; they cannot ask for another's rows. */
  forWorkspace(workspaceId: string): WorkspaceStorage;
  /** What is due, in all workspaces: ids only. */
  readonly sweep: ReturnType<typeof createSweep> &
    ReturnType<typeof createPulseSweep> &
    ReturnType<typeof createPlanSweep> &
    ReturnType<typeof createMeetingSweep> &
    ReturnType<typeof createLeftSweep>;
};

export type StorageOptions = {
  /** Hears of every entry of the audit log once it is committed, and so of every action. */
  readonly onAudit?: (workspaceId: string, entry: AuditEntry) => void;
};

/** For how many workspaces the stores are kept. */
const MOST_KEPT = 500;

/** The storage on an open database. */
export function createStorage(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  { onAudit }: StorageOptions = {},
): Storage {
  const run = runOnPool(pool);
  const addEntry = createAuditQueue(run);
  // Forty stores: kept, since every interaction asks for them several times, and begun anew before they fill the memory.
  const byWorkspace = new Map<string, WorkspaceStorage>();
  return {
    forWorkspace(workspaceId) {
      const known = byWorkspace.get(workspaceId);
      if (known) return known;
      const hear: Hear = (entry) => onAudit?.(workspaceId, entry);
      const made: WorkspaceStorage = {
        ...createStores({ db: prisma, run, addEntry, hear }, workspaceId),
        openAnswers: createOpenAnswerStore({ db: prisma, workspaceId, run, hear }),
        async transaction(work) {
          let heard: AuditEntry[] = [];
          const result = await prisma.$transaction(
            (tx) => {
              heard = [];
              const hearLater: Hear = (entry) => void heard.push(entry);
              const within = { db: tx, run: runInTransaction(tx), addEntry: null, hear: hearLater };
              return work(createStores(within, workspaceId));
            },
            { timeout: 15_000, maxWait: 10_000 },
          );
          heard.forEach(hear);
          return result;
        },
      };
      if (byWorkspace.size >= MOST_KEPT) byWorkspace.clear();
      byWorkspace.set(workspaceId, made);
      return made;
    },
    sweep: {
      ...createSweep(prisma),
      ...createPulseSweep(prisma),
      ...createPlanSweep(prisma),
      ...createMeetingSweep(prisma),
      ...createLeftSweep(prisma),
    },
  };
}
