import { z } from 'zod';
import { FIELDS } from '../ids.ts';
import { readFormFields } from './form-fields.ts';

/** Slack's most for one field, in UTF-16 units. */
export const MAX_LINES_LENGTH = 3000;
/** Fields a form begins with, is given by *More room*, has at most by it, and at most when lines that filled it come back divided. */
export const IMPORT_FIELDS = { first: 2, more: 6, most: 20, read: 40 } as const;

/** All that was pasted, the fields one after the other; null where nothing was. */
export function readImportText(view: unknown): string | null {
  const form = readFormFields(view);
  const texts = Array.from({ length: IMPORT_FIELDS.read }, (_, at) => form.text(FIELDS.lines(at + 1)));
  const filled = texts.filter((text) => text !== null);
  return filled.length === 0 ? null : withoutControls(filled.join('\n'));
}

/** Without what no table holds and nobody sees: it would make the form too large to be shown back. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ''));
}

/** Text in pieces that fit the fields, divided between lines; a line that is longer than a field is divided anywhere. */
export function divideLines(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n').flatMap(divideLine)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= MAX_LINES_LENGTH)
      pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

function divideLine(line: string): string[] {
  return line.length <= MAX_LINES_LENGTH ? [line] : (line.match(new RegExp(`[^]{1,${MAX_LINES_LENGTH}}`, 'g')) ?? []);
}

const ImportIdSchema = z.uuid();

/** The pasted lines that a preview is about; null for anything that is no id. */
export function parseImportId(value: string | undefined): string | null {
  const parsed = ImportIdSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
