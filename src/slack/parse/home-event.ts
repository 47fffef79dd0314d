import * as z from 'zod';

const EventSchema = z.object({
  view: z
    .object({ hash: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});

/** Slack's hash of what somebody sees in the Home they opened; null where they see nothing yet, or Slack does not say. */
export function parseShownHash(event: unknown): string | null {
  const parsed = EventSchema.safeParse(event);
  return parsed.success ? (parsed.data.view?.hash ?? null) : null;
}
