import { createAccountMemberStore } from './account-member-store.ts';
import { createAnswerStore } from './answer-store.ts';
import { createAuditStore } from './audit-store.ts';
import { createClientImportStore } from './client-import-store.ts';
import { createClientStore } from './client-store.ts';
import type { Database } from './database.ts';
import { createDigestStore } from './digest-store.ts';
import { createHealthStore } from './health-store.ts';
import { createHiddenWordsStore } from './hidden-words-store.ts';
import { createMemberSettingsStore } from './member-settings-store.ts';
import { createMovedPostStore } from './moved-post-store.ts';
import { createParticipantStore } from './participant-store.ts';
import { createPauseStore } from './pause-store.ts';
import { createPostStore } from './post-store.ts';
import { createPresenceStore } from './presence-store.ts';
import { createPulseAnswerStore } from './pulse-answer-store.ts';
import { createPulseStore } from './pulse-store.ts';
import { createPulseSweep } from './pulse-sweep.ts';
import { createRecordStore } from './record-store.ts';
import { createRehearsalStore } from './rehearsal-store.ts';
import { createReplyStore } from './reply-store.ts';
import { createReviewStore } from './review-store.ts';
import { createScope, type Db } from './scope.ts';
import { createSecretStore } from './secret-store.ts';
import { createSweep } from './sweep.ts';
import { createWorkspaceStore } from './workspace-store.ts';

function createStores(db: Db, workspaceId: string) {
  const scope = createScope(db, workspaceId);
  return {
    workspace: createWorkspaceStore(scope),
    clients: createClientStore(scope),
    accountMembers: createAccountMemberStore(scope),
    clientImports: createClientImportStore(scope),
    reviews: createReviewStore(scope),
    participants: createParticipantStore(scope),
    presence: createPresenceStore(scope),
    memberSettings: createMemberSettingsStore(scope),
    secrets: createSecretStore(scope),
    answers: createAnswerStore(scope),
    hiddenWords: createHiddenWordsStore(scope),
    replies: createReplyStore(scope),
    records: createRecordStore(scope),
    outbox: createPostStore(scope),
    movedPosts: createMovedPostStore(scope),
    pauses: createPauseStore(scope),
    pulses: createPulseStore(scope),
    pulseAnswers: createPulseAnswerStore(scope),
    health: createHealthStore(scope),
    digests: createDigestStore(scope),
    audit: createAuditStore(scope),
    rehearsals: createRehearsalStore(scope),
  };
}

/** Every table of one workspace, behind one store per aggregate. */
export type Stores = ReturnType<typeof createStores>;

export type WorkspaceStorage = Stores & {
  /** Runs `work` in one transaction: all of it is committed, or, when it throws, none. Stores of the transaction only. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
};

export type Storage = {
  /** The stores of one workspace; they cannot ask for another's rows. */
  forWorkspace(workspaceId: string): WorkspaceStorage;
  /** What is due, in all workspaces: ids only. */
  readonly sweep: ReturnType<typeof createSweep> & ReturnType<typeof createPulseSweep>;
};

/** The storage on an open database. */
export function createStorage({ prisma }: Pick<Database, 'prisma'>): Storage {
  return {
    forWorkspace: (workspaceId) => ({
      ...createStores(prisma, workspaceId),
      transaction: (work) =>
        prisma.$transaction((tx) => work(createStores(tx, workspaceId)), { timeout: 15_000, maxWait: 10_000 }),
    }),
    sweep: { ...createSweep(prisma), ...createPulseSweep(prisma) },
  };
}
