import type { App } from '@slack/bolt';
import { SHORTCUTS } from '../../ids.ts';
import type { ListenerContext } from '../listener-context.ts';
import { logMessageAsEvidence } from './log-evidence.ts';

/** Every entry of the menu of a message. */
export function registerShortcuts(app: App, ctx: ListenerContext): void {
  app.shortcut({ callback_id: SHORTCUTS.logEvidence, type: 'message_action' }, logMessageAsEvidence(ctx));
}
