import type { View, ViewValues } from './block-shapes.ts';
import { withBlockIds } from './block-shapes.ts';
import type { ViewDraft } from './slack-limits.ts';
import type { WorkspaceSpec } from './workspace.ts';

type Trigger = { user: string; channel: string | undefined; at: number; isUsed: boolean };
export type TriggerResult = { ok: true; user: string; channel: string | undefined } | { ok: false; error: string };
export type Opened = { user: string; channel: string | undefined; view: View; entered: ViewValues };

export type ViewBook = {
  newTrigger: (user: string, channel?: string) => string;
  takeTrigger: (id: string) => TriggerResult;
  open: (draft: ViewDraft, user: string, channel?: string) => View;
  push: (draft: ViewDraft, user: string) => View | undefined;
  update: (id: string, draft: ViewDraft) => View | undefined;
  publish: (draft: ViewDraft, user: string) => View;
  find: (id: string) => Opened | undefined;
  home: (user: string) => View | undefined;
  stack: (user: string) => Opened[];
  remove: (user: string, id: string) => void;
  clear: (user: string) => void;
};

const TRIGGER_LIFE_MS = 3000;

/** One modal stack per person as in Slack, with trigger ids that live 3 s and work once. */
export function createViewBook(workspace: WorkspaceSpec, onChange: (user: string) => void): ViewBook {
  const stacks = new Map<string, Opened[]>();
  const homes = new Map<string, View>();
  const triggers = new Map<string, Trigger>();
  let count = 0;
  const nextId = (prefix: string) => {
    count += 1;
    return `${prefix}${Date.now().toString(36).toUpperCase()}${count}`;
  };
  const stack = (user: string) => stacks.get(user) ?? [];
  const setStack = (user: string, next: Opened[]) => {
    stacks.set(user, next);
    onChange(user);
  };
  const find = (id: string) =>
    [...stacks.values()].flat().find(({ view }) => view.id === id || (id !== '' && view.external_id === id));
  const build = (draft: ViewDraft, kept?: Partial<View>) => instantiate(workspace, draft, { id: nextId('V'), ...kept });

  return {
    stack,
    find,
    home: (user) => homes.get(user),
    newTrigger: (user, channel) => {
      const id = `${nextId('')}.${crypto.randomUUID()}`;
      triggers.set(id, { user, channel, at: Date.now(), isUsed: false });
      return id;
    },
    takeTrigger: (id) => {
      const trigger = triggers.get(id);
      if (!trigger) return { ok: false, error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { ok: false, error: 'exchanged_trigger_id' };
      if (Date.now() - trigger.at > TRIGGER_LIFE_MS) return { ok: false, error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { ok: true, user: trigger.user, channel: trigger.channel };
    },
    open: (draft, user, channel) => {
      const view = build(draft);
      setStack(user, [{ user, channel, view, entered: {} }]);
      return view;
    },
    push: (draft, user) => {
      const below = stack(user);
      if (below.length >= 3) return undefined;
      const view = build(draft, {
        root_view_id: below[0]?.view.id ?? '',
        previous_view_id: below.at(-1)?.view.id ?? null,
      });
      setStack(user, [...below, { user, channel: below.at(-1)?.channel, view, entered: {} }]);
      return view;
    },
    update: (id, draft) => {
      const opened = find(id);
      if (!opened) return undefined;
      const { root_view_id, previous_view_id } = opened.view;
      opened.view = build(draft, { id: opened.view.id, root_view_id, previous_view_id });
      setStack(opened.user, stack(opened.user));
      return opened.view;
    },
    publish: (draft, user) => {
      const known = homes.get(user);
      const view = build(draft, known ? { id: known.id } : {});
      homes.set(user, view);
      onChange(user);
      return view;
    },
    remove: (user, id) =>
      setStack(
        user,
        stack(user).filter(({ view }) => view.id !== id),
      ),
    clear: (user) => setStack(user, []),
  };
}

function instantiate(workspace: WorkspaceSpec, draft: ViewDraft, kept: Partial<View> & { id: string }): View {
  const { blocks = [], ...rest } = draft;
  return {
    notify_on_close: false,
    clear_on_close: false,
    ...rest,
    type: draft.type ?? 'modal',
    callback_id: draft.callback_id ?? '',
    private_metadata: draft.private_metadata ?? '',
    external_id: draft.external_id ?? '',
    blocks: withBlockIds(blocks),
    team_id: workspace.team.id,
    app_id: workspace.app.appId,
    bot_id: `B${workspace.app.botUserId.slice(1)}`,
    hash: `${Date.now()}.${crypto.randomUUID().slice(0, 8)}`,
    state: { values: {} },
    previous_view_id: null,
    ...kept,
    root_view_id: kept.root_view_id || kept.id,
  };
}
