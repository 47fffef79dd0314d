import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { COLUMNS, type LineProblem } from '../../../domain/client-row.ts';
import { join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../ids.ts';
import { divideLines, IMPORT_FIELDS, MAX_LINES_LENGTH } from '../../parse/import-form.ts';
import { actions, button, section, sections } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { foldLine } from '../ephemeral/fold-line.ts';
import { textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** A line that cannot be imported, and why. */
export type WrongLine = {
  readonly line: number;
  readonly name: string;
  readonly problems: readonly LineProblem[];
};

export type ImportFormModel = {
  /** What the lines begin with: shown back to be mended, or nothing. */
  readonly text: string;
  /** Another one for every form: Slack keeps what was typed under the id of a field, and here other lines are to stand there. */
  readonly token: string;
  /** Said above everything, such as what was imported. */
  readonly notices: readonly Mrkdwn[];
  readonly wrong: readonly WrongLine[];
};

const MAX_WRONG_BYTES = 9_000;
/** Of one line; the others are said when these are mended. */
const MAX_PROBLEMS = 4;

/** The form that takes a table of clients as pasted lines. */
export function renderImportForm({ text, token, notices, wrong }: ImportFormModel, t: Messages): ModalView {
  const texts = t.clientSetup.import;
  const pieces = divideLines(text);
  const count = Math.max(IMPORT_FIELDS.first, pieces.length);
  const columns = COLUMNS.map((column) => texts.columns[column]).join(', ');
  return formView(
    {
      callbackId: VIEWS.importClients,
      title: texts.title,
      submit: texts.check,
      metadata: '',
      blocks: [
        ...notices.map(section),
        ...(wrong.length === 0 ? [] : sections(wrongLines(wrong, t))),
        section(md`${safe(texts.intro)}\n\`${columns}\``),
        section(texts.rules),
        ...Array.from({ length: count }, (_, at) =>
          linesInput({ token, number: at + 1, initial: pieces[at] ?? null }, t),
        ),
        ...(count < IMPORT_FIELDS.most ? [moreButton(t)] : []),
      ],
    },
    t,
  );
}

/** The problems, line by line; what has no room is counted. */
export function wrongLines(wrong: readonly WrongLine[], t: Messages): Mrkdwn[] {
  const texts = t.clientSetup.import;
  const items = wrong.map(({ line, name, problems }) => {
    const first = problems
      .slice(0, MAX_PROBLEMS)
      .map(({ problem, value }) => texts.problems[problem](clipAtWord(value, 60)));
    const left = problems.length - first.length;
    const what = join(left === 0 ? first : [...first, texts.moreLines(left)], '; ');
    return texts.problem({ line, name: clipAtWord(name, 80), what: safe(what) });
  });
  return foldLine({ items, maxBytes: MAX_WRONG_BYTES, more: texts.moreLines });
}

type Lines = { readonly token: string; readonly number: number; readonly initial: string | null };

function linesInput({ token, number, initial }: Lines, t: Messages): InputBlock {
  const { text, moreText, textHint } = t.clientSetup.import;
  return textInput({
    id: FIELDS.lines(token, number),
    label: number === 1 ? text : moreText,
    hint: number === 1 ? textHint : undefined,
    isOptional: number > 1,
    isMultiline: true,
    maxLength: MAX_LINES_LENGTH,
    initial,
  });
}

function moreButton(t: Messages): KnownBlock {
  const more = button({ text: t.clientSetup.import.more, actionId: ACTIONS.importMore, value: 'more' });
  return actions(ACTIONS.importMore, [more]);
}

/** The fields that *More room* adds to a form that has `count`; the button goes with the last of them. */
export function moreLines({ token, count }: { token: string; count: number }, t: Messages): KnownBlock[] {
  const total = Math.max(count, Math.min(count + IMPORT_FIELDS.more, IMPORT_FIELDS.most));
  const added = Array.from({ length: total - count }, (_, at) =>
    linesInput({ token, number: count + at + 1, initial: null }, t),
  );
  return [...added, ...(total < IMPORT_FIELDS.most ? [moreButton(t)] : [])];
}
