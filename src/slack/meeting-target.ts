import * as z from 'zod';

/** What a form about a meeting belongs to. Whoever uses it authorises again: it is no proof of anything. */
export type MeetingTarget = { readonly reviewId: string; readonly meetingId: string };

const TargetSchema = z.tuple([z.uuid(), z.uuid()]);

export function encodeMeetingTarget({ reviewId, meetingId }: MeetingTarget): string {
  return `${reviewId} ${meetingId}`;
}

/** Null for anything that is not a target. */
export function parseMeetingTarget(value: string | undefined): MeetingTarget | null {
  const parsed = TargetSchema.safeParse((value ?? '').split(' '));
  return parsed.success ? { reviewId: parsed.data[0], meetingId: parsed.data[1] } : null;
}
