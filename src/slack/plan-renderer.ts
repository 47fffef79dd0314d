import { assignmentOfStep } from '../domain/assignments/assignment.ts';
import { dayOf } from '../domain/calendar.ts';
import type { PlanMessage } from '../domain/post.ts';
import { translate } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import { readPlanItem } from '../usecases/read-plan.ts';
import { stepName } from './blocks/parting-step-line.ts';
import { type OverdueModel, renderOverdueList, renderPlanItem } from './blocks/plan-messages.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import type { Directory } from './guard/directory.ts';
import { createFindLanguage } from './reader-language.ts';

type Options = Deps & { readonly workspaceId: string; readonly directory: Directory };

/** Turns a message about items of plans into what it says now, in the language of its reader; `gone` where nothing is left to say. */
export function createPlanRenderer(options: Options) {
  const { storage, workspaceId, defaults, clock } = options;
  const findLanguage = createFindLanguage(options);
  return async (message: PlanMessage, isInSlack: boolean): Promise<readonly RenderedMessage[] | 'gone'> => {
    const settings = await storage.forWorkspace(workspaceId).workspace.findOrCreate(defaults);
    const t = translate(await findLanguage(message.userId, settings.language));
    if (message.kind === 'plan_item') {
      const found = await readPlanItem(options, { workspaceId, itemId: message.itemId });
      // Between owing and sending it may have been closed; what stands in Slack says that it is.
      const isNews = found !== null && (isInSlack || found.item.state === 'open');
      return isNews ? [renderPlanItem({ ...message, ...found }, t)] : 'gone';
    }
    const overdue: OverdueModel[number][] = [];
    for (const itemId of message.itemIds) {
      const found = await readPlanItem(options, { workspaceId, itemId });
      if (found?.item.state === 'open') overdue.push({ ...found.item, clientName: found.clientName });
    }
    const { partingSteps, clients } = storage.forWorkspace(workspaceId);
    for (const { step, playbook } of await partingSteps.find(message.stepIds ?? [])) {
      const client = await clients.find(playbook.clientId);
      if (client && assignmentOfStep(step, playbook))
        overdue.push({ ...step, text: stepName(step, t), clientName: client.name });
    }
    // Between owing and sending everything may have been done.
    return overdue.length === 0 ? 'gone' : [renderOverdueList(overdue, dayOf(clock(), settings.timeZone), t)];
  };
}
