import type { PulseMessage } from '../domain/post.ts';
import type { Messages } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readAlert } from '../usecases/read-alert.ts';
import { renderHealthAlert } from './blocks/health-alert.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';

type AlertMessage = Extract<PulseMessage, { kind: 'health_alert' }>;

/** What a manager is told of a client's week, as it is now; `gone` when the client is. */
export async function findAlertMessage(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, clientId, week, userId, isDismissed }: AlertMessage & { readonly workspaceId: string },
  t: Messages,
): Promise<readonly RenderedMessage[] | 'gone'> {
  const alert = await readAlert(deps, { workspaceId, clientId, week });
  return alert ? renderHealthAlert({ ...alert, dismissedBy: isDismissed ? userId : null }, t) : 'gone';
}
