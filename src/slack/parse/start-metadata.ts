import * as z from 'zod';

const StartMetadataSchema = z.object({
  channelId: z.string().min(1).max(30),
  isPublic: z.boolean(),
  openedAt: z.iso.datetime().optional(),
});

/** What the start form remembers: where the review is to run. Not proof of anything: the channel is looked up again. */
export type StartMetadata = {
  readonly channelId: string;
  readonly isPublic: boolean;
  /** When the form was made, ISO in UTC; forms that were open before this was kept have none. */
  readonly openedAt?: string | undefined;
};

export function encodeStartMetadata(metadata: StartMetadata): string {
  return JSON.stringify(metadata);
}

/** Null for anything else, such as the metadata of another form. */
export function parseStartMetadata(value: string | undefined): StartMetadata | null {
  try {
    const parsed = StartMetadataSchema.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
