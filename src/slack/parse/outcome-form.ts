import * as z from 'zod';
import { OUTCOME_ANSWERS, type OutcomeAnswer } from '../../domain/outcome/outcome-check.ts';

const TargetSchema = z.object({
  reviewId: z.uuid(),
  verdictVersion: z.number().int().min(1).max(9999),
  day: z.union([z.literal(30), z.literal(90)]),
  answer: z.enum(OUTCOME_ANSWERS),
});

/** Which question a button or form is about, and what is answered. Proof of nothing: whoever uses it authorises again. */
export type OutcomeTarget = z.infer<typeof TargetSchema> & { readonly answer: OutcomeAnswer };

export function encodeOutcomeTarget(target: OutcomeTarget): string {
  return JSON.stringify(target);
}

/** Null for anything that is not a target. */
export function parseOutcomeTarget(value: string | undefined): OutcomeTarget | null {
  try {
    return TargetSchema.safeParse(JSON.parse(value ?? '')).data ?? null;
  } catch {
    return null;
  }
}
