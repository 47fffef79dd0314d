import * as z from 'zod';
import type { TypedEvidence } from '../../domain/evidence/evidence.ts';
import { FIELDS } from '../ids.ts';
import { readFormFields } from './form-fields.ts';

const MetadataSchema = z.object({
  key: z.uuid(),
  clientId: z.uuid().nullable(),
  correctsId: z.uuid().nullable(),
  page: z.number().int().min(1).max(9999).nullable(),
});

/**
 * What a form of the evidence log is about. `clientId`: none where the person chooses; `page`: of the log that it was opened from, if
 * it was. Proof of nothing: whoever uses it authorises again.
 */
export type EvidenceMetadata = {
  /** Of this one form: sent twice, it adds one entry. */
  readonly key: string;
  readonly clientId: string | null;
  readonly correctsId: string | null;
  readonly page: number | null;
};

export function encodeEvidenceMetadata(metadata: EvidenceMetadata): string {
  return JSON.stringify(metadata);
}

export type EvidenceSubmission = {
  readonly metadata: EvidenceMetadata;
  /** Null where none was chosen. */
  readonly clientId: string | null;
  readonly typed: TypedEvidence;
};

/** Reads the form as it was sent; null for one of another version of the app. What is typed is checked by `checkEvidence`. */
export function parseEvidenceForm(view: unknown): EvidenceSubmission | null {
  const form = readFormFields(view);
  const metadata = parseMetadata(form.metadata);
  if (!metadata) return null;
  return {
    metadata,
    clientId: metadata.clientId ?? form.selected(FIELDS.client),
    typed: {
      text: form.text(FIELDS.text) ?? '',
      happenedOn: form.date(FIELDS.happenedOn),
      signal: form.selected(FIELDS.signal),
      amount: form.text(FIELDS.amount),
      currency: form.text(FIELDS.currency),
      link: form.text(FIELDS.link),
    },
  };
}

function parseMetadata(value: string): EvidenceMetadata | null {
  try {
    return MetadataSchema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
