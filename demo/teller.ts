import type { Teller } from './stage.ts';
import { indent } from './terminal.ts';

const IS_TERMINAL = process.stdout.isTTY;
const WIDTH = 100;
const VERDICT = /^((?:🟢|🟡|🔴|⚪) .+)\n─+$/mu;

const bold = (text: string) => (IS_TERMINAL ? `\u001b[1m${text}\u001b[22m` : text);

/** Tells the play on the terminal: what happens, who sees what, and the verdict so that nobody overlooks it. */
export const terminalTeller: Teller = {
  act: (text) => console.log(`\n\n${bold(`▶ ${text}`)}`),
  note: (text) => console.log(wrap(`   ${plain(text)}`)),
  show: (heading, text) => console.log(`\n   ${bold(`${heading}:`)}\n${wrap(indent(plain(spaced(text)), '      '))}`),
};

/** Acts without telling: for pictures of the page. */
export const silentTeller: Teller = { act: () => {}, note: () => {}, show: () => {} };

/** The verdict between two bars, and room above every bold heading. */
function spaced(text: string): string {
  const bar = '━'.repeat(WIDTH - 6);
  return text
    .replace(VERDICT, (_, sentence: string) => `${bar}\n${bold(sentence.toLocaleUpperCase())}\n${bar}`)
    .replace(/\n(\*[^*\n]+\*)$/gm, '\n\n$1');
}

/** Slack's marks as a terminal shows them: bold where it can, plain where it cannot. */
function plain(text: string): string {
  return text
    .replace(/(?<![\p{L}\d*])\*([^*\n]+)\*(?![\p{L}\d*])/gu, (_, inner: string) => bold(inner))
    .replace(/`([^`\n]+)`/g, '$1');
}

/** Long lines broken at a space, what follows under the first word of the line. */
function wrap(text: string): string {
  return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  const [lead = ''] = /^\s*(?:[│•] )?/.exec(line) ?? [];
  const hang = lead.replace('•', ' ');
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const isEmpty = current === lead || current === hang;
    if (!isEmpty && current.length + word.length + 1 > WIDTH) {
      lines.push(current);
      current = hang + word;
    } else current = isEmpty ? current + word : `${current} ${word}`;
  }
  return [...lines, current].join('\n').trimEnd();
}
