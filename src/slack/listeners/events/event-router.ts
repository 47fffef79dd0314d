import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { ANY_ID } from '../../ids.ts';

type Listener<Type extends string> = (args: SlackEventMiddlewareArgs<Type> & AllMiddlewareArgs) => Promise<void>;

/** What listens to which event. */
export type EventRouter = {
  /** One listener for each type. */
  on<Type extends string>(type: Type, listener: Listener<Type>): void;
};

/**
 * One listener of Bolt for all events, which looks up ours by their type: Bolt asks each of its listeners about each payload, and twenty
 * of them take longer than saving an answer.
 */
export function createEventRouter(app: App): EventRouter {
  const listeners = new Map<string, Listener<string>>();
  app.event(ANY_ID, async (args) => listeners.get(args.event.type)?.(args));
  return {
    on(type, listener) {
      // What is under a type is called with events of that type alone.
      listeners.set(type, listener as unknown as Listener<string>);
    },
  };
}
