import { join, type Mrkdwn } from '../../../src/domain/escaping.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { commandCode } from '../../../src/slack/blocks/ephemeral/command-code.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

/** What is said around the files of a client's record. */
export function exportScreens(size: Size, { clientName }: SampleWords, t: Messages): Screen[] {
  const texts = t.clientExport;
  const count = size === 'largest' ? 1000 : 1;
  const names = Array.from({ length: size === 'largest' ? 5 : 1 }, () => clientName);
  const near = texts.nearest(names.join(', '), commandCode('export'));
  const said: Readonly<Record<string, Mrkdwn>> = {
    which: texts.which(commandCode(`export <${t.commands.help.namePlaceholder}>`)),
    unknown: join([t.clientSetup.find.none(clientName), near], ' '),
    several: join([t.clientSetup.find.several({ typed: clientName, count: 5 }), near], ' '),
    gathering: texts.gathering(clientName),
    'not allowed': texts.notAllowed,
    failed: texts.failed(clientName),
    files: texts.files({ client: clientName, reviews: count, evidence: count }),
  };
  return Object.entries(said).flatMap(([name, text]) =>
    messageScreens({ name: `export, ${name}`, group: 'To one person', renderers: ['renderNotice'] }, [
      renderNotice(text),
    ]),
  );
}
