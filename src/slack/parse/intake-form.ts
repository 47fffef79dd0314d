import * as z from 'zod';
import { EMPTY_INTAKE, INTAKE_QUESTIONS, INTAKE_STATES, type Intake } from '../../domain/intake.ts';
import { FIELDS } from '../ids.ts';
import { choiceOf } from './choice-of.ts';
import { readFormFields } from './form-fields.ts';

const MetadataSchema = z.object({ clientId: z.uuid(), version: z.number().int().min(0).nullable() });

/** Whose intake a form shows, and which version of it; null where there was none. Proof of nothing. */
export type IntakeMetadata = z.infer<typeof MetadataSchema>;

export function encodeIntakeMetadata(metadata: IntakeMetadata): string {
  return JSON.stringify(metadata);
}

/** Reads the form as it was sent; null for one of another version of the app. */
export function parseIntakeForm(view: unknown): { readonly metadata: IntakeMetadata; readonly typed: Intake } | null {
  const form = readFormFields(view);
  const metadata = parseMetadata(form.metadata);
  if (!metadata) return null;
  const typed = INTAKE_QUESTIONS.map((question) => [
    question,
    {
      state: choiceOf(INTAKE_STATES, form.radio(FIELDS.intake(question))),
      note: form.text(FIELDS.intakeNote(question)),
    },
  ]);
  return { metadata, typed: { ...EMPTY_INTAKE, ...Object.fromEntries(typed) } };
}

function parseMetadata(value: string): IntakeMetadata | null {
  try {
    return MetadataSchema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
