import * as z from 'zod';
import { MAX_SIGNALS, PHASES } from '../domain/answer.ts';
import { SIGNAL_IDS, type SignalId } from '../domain/signals.ts';

const TargetSchema = z.object({
  reviewId: z.uuid(),
  phase: z.enum(PHASES).optional(),
  /** Which complaint of the person's own a form edits, from 0; the number of complaints for one more. */
  index: z.number().int().min(0).max(99).optional(),
  /** The version of the verdict that a decision form shows. */
  version: z.number().int().min(1).max(9999).optional(),
  /** The form lies on top of the decision form. */
  onDecision: z.literal(true).optional(),
  /** The mark of the complaint that a form shows; none for a new one. */
  seen: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
  /** The form is part of *Answer everything now*: the next question follows it. */
  walk: z.literal(true).optional(),
  /** Which message in the thread a button is about, by Slack's time stamp. */
  messageTs: z
    .string()
    .regex(/^\d{1,12}\.\d{1,8}$/)
    .optional(),
  /** The kinds of trouble that a message sounds like. */
  signals: z
    .array(z.enum(SIGNAL_IDS as [SignalId, ...SignalId[]]))
    .max(MAX_SIGNALS)
    .optional(),
});

/**
 * What a button or a form is about: sent to Slack in a button's value or a form's private_metadata and read back. It is not a
 * secret and not proof of anything: whoever uses it authorises again.
 */
export type Target = {
  readonly reviewId: string;
  readonly phase?: (typeof PHASES)[number];
  readonly index?: number;
  readonly version?: number;
  readonly onDecision?: true;
  readonly seen?: string;
  readonly walk?: true;
  readonly messageTs?: string;
  readonly signals?: readonly SignalId[];
};

export function encodeTarget(target: Target): string {
  return JSON.stringify(target);
}

/** Null for anything that is not a target, such as a value that somebody changed. */
export function parseTarget(value: string | undefined): Target | null {
  try {
    const parsed = TargetSchema.safeParse(JSON.parse(value ?? ''));
    if (!parsed.success) return null;
    const { reviewId, phase, index, version, onDecision, seen, walk, messageTs, signals } = parsed.data;
    return {
      reviewId,
      ...(phase === undefined ? {} : { phase }),
      ...(index === undefined ? {} : { index }),
      ...(version === undefined ? {} : { version }),
      ...(onDecision === undefined ? {} : { onDecision }),
      ...(seen === undefined ? {} : { seen }),
      ...(walk === undefined ? {} : { walk }),
      ...(messageTs === undefined ? {} : { messageTs }),
      ...(signals === undefined ? {} : { signals }),
    };
  } catch {
    return null;
  }
}
