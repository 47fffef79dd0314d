import type { HomeView } from '@slack/types';
import type { Mrkdwn } from '../../../domain/escaping.ts';
import { section } from '../building-blocks.ts';

/** A Home that only says something: to somebody from outside, or when it could not be read. */
export function renderHomeNotice(text: Mrkdwn): HomeView {
  return { type: 'home', blocks: [section(text)] };
}
