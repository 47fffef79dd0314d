import type { App } from '@slack/bolt';
import { SHORTCUTS } from '../../ids.ts';
import { logMessageAsEvidence } from './log-evidence.ts';

/** Every entry of the menu of a message. */
export function registerShortcuts(app: App): void {
  app.shortcut({ callback_id: SHORTCUTS.logEvidence, type: 'message_action' }, logMessageAsEvidence);
}
