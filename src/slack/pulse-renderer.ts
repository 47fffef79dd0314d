import type { PulseMessage } from '../domain/post.ts';
import { translate } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readPulse } from '../usecases/read-pulse.ts';
import { isPulseReminderDue } from '../usecases/remind-pulse.ts';
import { findAlertMessage } from './alert-renderer.ts';
import { renderPulse, renderPulseReminder } from './blocks/pulse.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import type { Directory } from './guard/directory.ts';
import { createFindLanguage } from './reader-language.ts';

type Options = Deps & { readonly workspaceId: string; readonly directory: Directory };

/** Turns a message about a pulse into what it says now, in the language of its reader; `gone` when there is nothing left to say. */
export function createPulseRenderer(options: Options) {
  const { storage, workspaceId, defaults } = options;
  const findLanguage = createFindLanguage(options);
  return async (message: PulseMessage): Promise<readonly RenderedMessage[] | 'gone'> => {
    const { week, userId } = message;
    const settings = await storage.forWorkspace(workspaceId).workspace.findOrCreate(defaults);
    const t = translate(await findLanguage(userId, settings.language));
    if (message.kind === 'health_alert') return findAlertMessage(options, { workspaceId, ...message }, t);
    const pulse = await readPulse(options, { workspaceId, week, userId });
    if (!pulse) return 'gone';
    if (message.kind === 'pulse') return renderPulse(pulse, t);
    // Between owing and sending the person may have answered.
    const isDue = await isPulseReminderDue(options, { workspaceId, week, userId });
    return isDue ? [renderPulseReminder(pulse, t)] : 'gone';
  };
}
