import type { RandomInt } from '../domain/shuffle.ts';
import type { WorkspaceDefaults } from '../domain/workspace.ts';
import type { Vault } from '../privacy/vault.ts';
import type { Storage } from '../storage/storage.ts';

/** What every use case is given. Nothing here is a singleton: the app composes it, tests compose it too. */
export type Deps = {
  readonly storage: Storage;
  readonly clock: () => Date;
  readonly randomInt: RandomInt;
  readonly vault: Vault;
  /** Settings of a workspace that is seen for the first time. */
  readonly defaults: WorkspaceDefaults;
};
