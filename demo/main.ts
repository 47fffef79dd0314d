import { parseArgs } from 'node:util';
import type { Language } from '../src/domain/language.ts';
import { playReview } from './play.ts';
import { playPart } from './play-part.ts';
import { playPulse } from './play-pulse.ts';
import { playRepair } from './play-repair.ts';
import { readPlay } from './read-play.ts';
import { startDemo } from './run-parley.ts';
import { terminalTeller } from './teller.ts';

const { play, rest } = readPlay(process.argv.slice(2));
const { values } = parseArgs({
  args: rest,
  options: {
    lang: { type: 'string', default: 'en' },
    port: { type: 'string', default: '3999' },
  },
});
const language: Language = values.lang === 'ru' ? 'ru' : 'en';

const TEXTS = {
  en: (url: string) => `
Parley is running, with a stand-in Slack in place of the real one.

  Open  ${url}

Choose who you are at the top right: Mara Lindt manages clients, the other six are her team.
Four things to try, as Mara in #team-clients:

  1.  /client-review Northwind    start a review, then press Answer on its card as several people
  2.  /client-review list         where everything stands: Contoso is being repaired, Fabrikam is on its way out
  3.  /client-review              in #northwind-shared: Parley will not talk about a client in front of the client
  4.  /client-review rehearse     a whole review for you alone, with sample voices, in your direct messages

To watch a whole review play by itself: npm run demo -- --play        In Russian: add --lang=ru
What follows from a decision, over weeks: --play=repair and --play=part; eight weeks of the pulse: --play=pulse
Stop with Ctrl+C; nothing is kept.
`,
  ru: (url: string) => `
Parley работает; вместо Slack — его замена на этом компьютере.

  Откройте  ${url}

Справа вверху выберите, кто вы: Мара Линдт руководит, остальные шестеро — её команда.
Что попробовать от имени Мары в #team-clients:

  1.  /client-review Northwind    начните разбор и ответьте с карточки за нескольких человек
  2.  /client-review list         как обстоят дела: с Contoso налаживаем работу, с Fabrikam расстаёмся
  3.  /client-review              в #northwind-shared: при клиенте Parley о клиенте не говорит
  4.  /client-review rehearse     весь разбор для вас одних, с условными участниками, в личной переписке

Посмотреть весь разбор целиком: npm run demo -- --play --lang=ru
Что следует за решением, неделя за неделей: --play=repair и --play=part; восемь недель пульса: --play=pulse
Остановить: Ctrl+C; ничего не сохраняется.
`,
} as const;

async function serve(): Promise<void> {
  const demo = await startDemo({ language, port: Number(values.port) });
  console.log(TEXTS[language](demo.standIn.url));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await demo.stop();
}

async function playWholeReview(): Promise<void> {
  const demo = await startDemo({ language });
  try {
    await playReview(demo, language);
  } finally {
    await demo.stop();
  }
}

const PLAYS = {
  review: playWholeReview,
  repair: () => playRepair(language, terminalTeller),
  part: () => playPart(language, terminalTeller),
  pulse: () => playPulse(language, terminalTeller),
};

await (play === null ? serve() : PLAYS[play]());
process.exit();
