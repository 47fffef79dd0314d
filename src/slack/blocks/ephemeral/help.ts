import { join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { actions, section } from '../building-blocks.ts';
import { rehearsalButton } from '../rehearsal-button.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { commandCode } from './command-code.ts';
import { startButton } from './start-button.ts';

/** What Parley is, how to take part, and what this person can type. */
export function renderHelp(t: Messages, { isManager }: { readonly isManager: boolean }): RenderedMessage {
  const texts = t.commands.help;
  const line = (words: string, does: string): Mrkdwn => md`${commandCode(words)} – ${does}`;
  const name = `<${texts.namePlaceholder}>`;
  const forManagers = [
    line('', texts.start),
    line(name, texts.startNamed),
    line('list', texts.list),
    line(`status ${name}`, texts.status),
    line('client', t.clientSetup.help.newClient),
    line(`client ${name}`, t.clientSetup.help.client),
    line('import', t.clientSetup.help.import),
    line(`export ${name}`, t.clientExport.help),
    line('settings', texts.settings),
    line('rehearse', t.rehearsal.help),
  ];
  const lines = [
    ...(isManager ? forManagers : []),
    line('pulse', t.pulse.help),
    line(`evidence ${name}`, t.evidence.help),
    line('away', t.presence.help),
    line('help', texts.help),
  ];
  return {
    text: md`${texts.text}`,
    blocks: [
      section(texts.intro),
      section(texts.takePart),
      section(md`${safe(texts.heading)}\n${safe(join(lines))}`),
      ...(isManager
        ? [actions('help', [startButton(texts.startButton, null), rehearsalButton(t)])]
        : [section(texts.managersOnly)]),
    ],
  };
}
