import * as z from 'zod';
import { CHANNELS } from '../domain/parting/channel-choice.ts';

const TargetSchema = z.object({
  reviewId: z.uuid(),
  stepId: z.uuid().optional(),
  /** Of the step or the notice that a form shows; none for what is not there yet. */
  version: z.number().int().min(0).optional(),
  /** Of a form that adds something, so that the same form adds it once. */
  formKey: z.uuid().optional(),
  channel: z.enum(CHANNELS).optional(),
  language: z.enum(['en', 'ru']).optional(),
});

/** What a button or a form of a parting is about. It is no proof of anything: whoever uses it authorises again. */
export type PartingTarget = { readonly [K in keyof z.infer<typeof TargetSchema>]: z.infer<typeof TargetSchema>[K] };

export function encodePartingTarget(target: PartingTarget): string {
  return JSON.stringify(target);
}

/** Null for anything that is not a target, such as a value that somebody changed. */
export function parsePartingTarget(value: string | undefined): PartingTarget | null {
  try {
    const parsed = TargetSchema.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
