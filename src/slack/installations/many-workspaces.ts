import type { Logger } from '../../ops/logging.ts';
import type { Deps } from '../../usecases/deps.ts';
import { findInstallation } from '../../usecases/find-installation.ts';
import { installWorkspace } from '../../usecases/install-workspace.ts';
import { uninstallWorkspace } from '../../usecases/uninstall-workspace.ts';
import { createTokenWatch, isTokenTrouble } from '../token-trouble.ts';
import { createInstallationCache } from './installation-cache.ts';
import type { Installations } from './installations.ts';

const REINSTALL = 'install the app there again, at /slack/install';

/** The installations in the database: any workspace can install the app, over OAuth, and take it away again. */
export function createManyWorkspaces(deps: Deps & { readonly logger: Logger }): Installations {
  const { clock, logger } = deps;
  const cache = createInstallationCache({ load: (workspaceId) => findInstallation(deps, workspaceId), clock, logger });
  return {
    workspaceId: null,
    find: cache.find,
    watchToken({ workspaceId }) {
      const watch = createTokenWatch(logger.child({ workspaceId }), REINSTALL);
      return {
        refused(error) {
          // Perhaps it was installed again by way of another copy of the app.
          if (isTokenTrouble(error)) cache.recheck(workspaceId);
          watch.refused(error);
        },
        worked: watch.worked,
      };
    },
    async install(installation) {
      await installWorkspace(deps, installation);
      cache.forget(installation.workspaceId);
      logger.info({ workspaceId: installation.workspaceId }, 'the app was installed in a workspace');
    },
    async end({ workspaceId, at }) {
      const isEnded = await uninstallWorkspace(deps, { workspaceId, at });
      cache.forget(workspaceId);
      if (isEnded)
        logger.info({ workspaceId }, 'the app was uninstalled: its token is deleted, its data in fourteen days');
    },
  };
}
