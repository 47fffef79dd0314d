import * as z from 'zod';
import { readFormFields } from './form-fields.ts';

/** Slack's most for one field, in UTF-16 units. */
export const MAX_LINES_LENGTH = 3000;
/** Fields a form begins with, is given by *More room*, and has at most by it. Lines that filled it come back in as many as they need. */
export const IMPORT_FIELDS = { first: 2, more: 6, most: 20 } as const;

/** The token of a form that shows no lines back. */
export const FIRST_TOKEN = 'new';

export type PastedLines = {
  /** The ids of the fields, in their order. */
  readonly fields: readonly string[];
  /** All that was pasted, the fields one after the other; null where nothing was. */
  readonly text: string | null;
};

/** Reads the form of an import, with however many fields it has by now. */
export function readImportForm(view: unknown): PastedLines {
  const form = readFormFields(view);
  const fields = form.ids.filter((id) => tokenOfLines(id) !== null);
  const filled = fields.map((id) => form.text(id)).filter((text) => text !== null);
  return { fields, text: filled.length === 0 ? null : withoutControls(filled.join('\n')) };
}

/** The token of a field of lines; null for other fields. */
export function tokenOfLines(blockId: string | undefined): string | null {
  return /^lines_([a-z0-9]+)_\d+$/.exec(blockId ?? '')?.[1] ?? null;
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
