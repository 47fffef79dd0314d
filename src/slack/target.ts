import { z } from 'zod';
import { PHASES } from '../domain/answer.ts';

const TargetSchema = z.object({
  reviewId: z.uuid(),
  phase: z.enum(PHASES).optional(),
  /** Which complaint of the person's own a form edits, from 0; the number of complaints for one more. */
  index: z.number().int().min(0).max(99).optional(),
  /** The form is part of *Answer everything now*: the next question follows it. */
  walk: z.literal(true).optional(),
});

/**
 * What a button or a form is about: sent to Slack in a button's value or a form's private_metadata and read back. It is not a
 * secret and not proof of anything: whoever uses it authorises again.
 */
export type Target = {
  readonly reviewId: string;
  readonly phase?: (typeof PHASES)[number];
  readonly index?: number;
  readonly walk?: true;
};

export function encodeTarget(target: Target): string {
  return JSON.stringify(target);
}

/** Null for anything that is not a target, such as a value that somebody changed. */
export function parseTarget(value: string | undefined): Target | null {
  try {
    const parsed = TargetSchema.safeParse(JSON.parse(value ?? ''));
    if (!parsed.success) return null;
    const { reviewId, phase, index, walk } = parsed.data;
    return {
      reviewId,
      ...(phase === undefined ? {} : { phase }),
      ...(index === undefined ? {} : { index }),
      ...(walk === undefined ? {} : { walk }),
    };
  } catch {
    return null;
  }
}
