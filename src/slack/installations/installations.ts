import type { Installation } from '../../domain/installation.ts';
import type { NewInstallation } from '../../usecases/install-workspace.ts';
import type { TokenWatch } from '../token-trouble.ts';

/** In which workspaces the app is installed, and how. */
export type Installations = {
  /** The workspace of the environment's token; null when every workspace can install the app. */
  readonly workspaceId: string | null;
  /** Null when the app is not installed there. Rejects when that cannot be said in time. */
  find(workspaceId: string): Promise<Installation | null>;
  /** Hears from each call whether Slack took the token of an installation. */
  watchToken(installation: Installation): TokenWatch;
  /** Keeps an installation that Slack has just confirmed. */
  install(installation: NewInstallation): Promise<void>;
  /** Slack has taken the token away at `at`. */
  end(gone: { readonly workspaceId: string; readonly at: Date }): Promise<void>;
};
