import * as z from 'zod';
import { SUGGESTION_IDS, type SuggestionId } from '../domain/plan/suggestions.ts';

const ids = z.array(z.enum(SUGGESTION_IDS as [SuggestionId, ...SuggestionId[]])).max(SUGGESTION_IDS.length);
const TargetSchema = z.object({
  reviewId: z.uuid(),
  first: ids.catch([]),
  ticked: ids.catch([]),
  room: z.number().catch(0),
});

/** What a form of a plan is about. Whoever uses it authorises again: it is no proof of anything. */
export type PlanTarget = {
  readonly reviewId: string;
  /** The suggestions to be done first. */
  readonly first: readonly SuggestionId[];
  /** Those that were ticked, in the order of their fields. */
  readonly ticked: readonly SuggestionId[];
  /** How many items fit. */
  readonly room: number;
};

export function encodePlanTarget(target: PlanTarget): string {
  return JSON.stringify(target);
}

/** Null for anything that is not a target. */
export function parsePlanTarget(value: string | undefined): PlanTarget | null {
  try {
    return TargetSchema.safeParse(JSON.parse(value ?? '')).data ?? null;
  } catch {
    return null;
  }
}
