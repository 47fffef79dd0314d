import type { App } from '@slack/bolt';
import { COMMAND } from '../../ids.ts';
import { clientReview } from './client-review.ts';

/** The one command. */
export function registerCommands(app: App): void {
  app.command(COMMAND, clientReview);
}
