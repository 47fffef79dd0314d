import { checkPictures } from './file-methods.ts';
import { pageBlocks } from './page-view.ts';
import type { ViewDraft } from './slack-limits.ts';
import { checkView } from './slack-limits.ts';
import type { ApiHandler } from './web-api.ts';
import type { ApiResult, Fields, World } from './world.ts';

/** The views methods: stacks, triggers and ids are ours; only the Home tab is also kept by local-slack. */
export const viewHandlers: Record<string, ApiHandler> = {
  'views.open': async (world, args) => {
    const trigger = world.views.takeTrigger(String(args.trigger_id));
    if (!trigger.ok) return trigger;
    const draft = checkedView(world, 'views.open', args.view);
    return isRefusal(draft) ? draft : { ok: true, view: world.views.open(draft, trigger.user, trigger.channel) };
  },
  'views.push': async (world, args) => {
    const trigger = world.views.takeTrigger(String(args.trigger_id));
    if (!trigger.ok) return trigger;
    const draft = checkedView(world, 'views.push', args.view);
    if (isRefusal(draft)) return draft;
    const view = world.views.push(draft, trigger.user);
    return view ? { ok: true, view } : { ok: false, error: 'push_limit_reached' };
  },
  'views.update': async (world, args) => {
    const draft = checkedView(world, 'views.update', args.view);
    if (isRefusal(draft)) return draft;
    const id = String(args.view_id ?? args.external_id ?? '');
    const current = world.views.find(id)?.view;
    if (current && args.hash && args.hash !== current.hash) return { ok: false, error: 'hash_conflict' };
    const view = world.views.update(id, draft);
    return view ? { ok: true, view } : { ok: false, error: 'not_found' };
  },
  'views.publish': async (world, args) => {
    const draft = checkedView(world, 'views.publish', args.view);
    if (isRefusal(draft)) return draft;
    const current = world.views.home(String(args.user_id));
    if (current && args.hash && args.hash !== current.hash) return { ok: false, error: 'hash_conflict' };
    const view = world.views.publish(draft, String(args.user_id));
    await world.callLocalSlack('views.publish', {
      user_id: args.user_id,
      view: { ...view, blocks: pageBlocks(view.blocks, world.directory.drawing()) },
    });
    return { ok: true, view };
  },
};

/** The view if Slack would take it; otherwise its refusal, recorded as a violation. */
export function checkedView(world: World, where: string, view: unknown): ViewDraft | ApiResult {
  const draft = (view ?? {}) as ViewDraft & Fields;
  const problems = [...checkView(draft), ...checkPictures(world, draft.blocks ?? [])];
  world.report(where, problems);
  if (problems.length === 0) return draft;
  return { ok: false, error: 'invalid_arguments', response_metadata: { messages: problems } };
}

/** Tells a refusal of `checkedView` from a view. */
export function isRefusal(draft: ViewDraft | ApiResult): draft is ApiResult {
  return 'ok' in draft;
}
