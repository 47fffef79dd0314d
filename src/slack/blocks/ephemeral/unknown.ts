import type { SubcommandWord } from '../../../domain/command.ts';
import { md, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { actions, section } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { commandCode } from './command-code.ts';
import { renderHelp } from './help.ts';
import { startButton } from './start-button.ts';

type UnknownModel = { readonly typed: string; readonly nearest: SubcommandWord; readonly isManager: boolean };

/** The reply to a word that is nearly a subcommand: the nearest one, the way to a client of that name, and the help. */
export function renderUnknown({ typed, nearest, isManager }: UnknownModel, t: Messages): RenderedMessage {
  const texts = t.commands.unknown;
  const shown = clipAtWord(typed, 100);
  const text = texts.text({ typed: shown, nearest: commandCode(nearest) });
  const help = renderHelp(t, { isManager })
    .blocks.filter(({ type }) => type === 'section')
    .slice(2);
  const client = md`${safe(text)} ${safe(texts.orClient(shown))}`;
  return isManager
    ? { text, blocks: [section(client), actions('unknown', [startButton(texts.startButton(shown), typed)]), ...help] }
    : { text, blocks: [section(text), ...help] };
}
