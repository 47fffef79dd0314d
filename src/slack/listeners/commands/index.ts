import type { App } from '@slack/bolt';
import { COMMAND } from '../../ids.ts';
import type { ListenerContext } from '../listener-context.ts';
import { clientReview } from './client-review.ts';

/** The one command. */
export function registerCommands(app: App, ctx: ListenerContext): void {
  app.command(COMMAND, clientReview(ctx));
}
