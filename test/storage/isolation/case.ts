import type pg from 'pg';
import type { WorkspaceStorage } from '../../../src/storage/storage.ts';

export type Ids = { readonly reviewId: string; readonly clientId: string };

/** What a case may use besides the stores of the workspace that is tried: `first` are those of the one that was filled. */
export type CaseFacts = Ids & { readonly first: WorkspaceStorage; readonly pool: pg.Pool };

export type Case = {
  readonly run: (stores: WorkspaceStorage, facts: CaseFacts) => Promise<unknown>;
  /** What another workspace gets; `refused` when the database does not take it. */
  readonly gives: unknown;
};

/** The cases of some stores, by the name of store and function. */
export type Cases = Readonly<Record<string, Case>>;

export const refused = Symbol('refused');
export const nothing = undefined;
