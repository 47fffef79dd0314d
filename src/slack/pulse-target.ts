import * as z from 'zod';
import { RATINGS, type Rating } from '../domain/health.ts';

/** What a button or form of a pulse is about. Whoever uses it authorises again: it is no proof of anything. */
export type PulseTarget = { readonly week: number; readonly clientId?: string; readonly rating?: Rating };

const TargetSchema = z.tuple([
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  z.uuid().optional(),
  z.string().optional(),
]);

/** Short, because a message holds five for each client. */
export function encodePulseTarget({ week, clientId, rating }: PulseTarget): string {
  return [week, clientId, rating].filter((part) => part !== undefined).join(' ');
}

/** Null for anything that is not a target. */
export function parsePulseTarget(value: string | undefined): PulseTarget | null {
  const parsed = TargetSchema.safeParse((value ?? '-').split(' '));
  if (!parsed.success) return null;
  const [week, clientId, wanted] = parsed.data;
  const rating = RATINGS.find((one) => String(one) === wanted);
  return { week, ...(clientId === undefined ? {} : { clientId }), ...(rating === undefined ? {} : { rating }) };
}
