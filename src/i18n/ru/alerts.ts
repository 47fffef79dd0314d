import { bold, type Mrkdwn, md, mention, type Safe } from '../../domain/escaping.ts';
import type { HealthBand } from '../../domain/health.ts';
import type { Messages } from '../en/index.ts';

const MARKS = { healthy: '🟢', watch: '🟡', critical: '🔴' } as const satisfies Record<HealthBand, string>;

export const alerts: Messages['alerts'] = {
  heading: {
    hardStop: (name: string): Mrkdwn => md`🔴 ${bold(name)}: в еженедельном пульсе назван стоп-сигнал`,
    critical: ({ name, health }: { name: string; health: number }): Mrkdwn =>
      md`🔴 ${bold(name)}: здоровье критическое, ${health} из 100`,
    sharpFall: ({ name, from, to, band }: { name: string; from: number; to: number; band: HealthBand }): Mrkdwn =>
      md`${MARKS[band]} ${bold(name)}: за неделю здоровье упало на ${from - to}, с ${from} до ${to}`,
    longFall: ({ name, weeks, band }: { name: string; weeks: string; band: HealthBand }): Mrkdwn =>
      md`${MARKS[band]} ${bold(name)}: здоровье падает три недели подряд (${weeks})`,
  },
  also: {
    critical: (health: number): Mrkdwn => md`• Здоровье – ${health} из 100; ниже 40 оно критическое.`,
    sharpFall: ({ from, to }: { from: number; to: number }): Mrkdwn =>
      md`• За неделю здоровье упало на ${from - to}, с ${from} до ${to}.`,
    longFall: (weeks: string): Mrkdwn => md`• Здоровье падает три недели подряд: ${weeks}.`,
  },
  hardStop: (signals: string): Mrkdwn =>
    md`Кто-то говорит, что клиент ${signals}. Кто это сказал, Parley никому не сообщает.`,
  answered: ({ week, respondents, asked }: { week: number; respondents: number; asked: number }): Mrkdwn =>
    md`Неделя ${week}: ответили ${respondents} из ${asked}.`,
  notClosed: md`Цифры недели появятся, когда закроется её пульс.`,
  named: (signals: string): Mrkdwn => md`Чаще всего называли: ${signals}.`,
  withheld: md`Ответили меньше трёх человек, поэтому названные сигналы не показаны: они указали бы на одного человека.`,
  signal: ({ label, count }: { label: string; count: number }): string => `${label} ×${count}`,
  moreSignals: (count: number): string => `ещё ${count}`,
  button: { start: 'Начать разбор', notNow: 'Не сейчас' },
  dismissed: (userId: string): Mrkdwn => md`Не сейчас. Отметка: ${mention(userId)}.`,
  notYours: md`Это предупреждение отправляли не вам, поэтому ничего не изменилось.`,
  gone: md`Этого клиента больше нет, или он в архиве. Разбор не начат.`,
  openAlready: ({ name, channel }: { name: string; channel: Safe }): Mrkdwn =>
    md`Разбор клиента ${bold(name)} уже идёт, в канале ${channel}.`,
  chooseChannel: (name: string): Mrkdwn =>
    md`*Где провести разбор?* Клиент – ${bold(name)}. Выберите канал, где только свои и куда добавлен Parley.`,
  form: {
    hardStop: (signals: string): Mrkdwn =>
      md`🔒 Эту строку видите только вы. Назван стоп-сигнал: клиент ${signals}. Не пишите о нём в вопросе команде, чтобы никто не искал, кто его назвал.`,
    question: ({ week, signals }: { week: number; signals: string }): string =>
      `В пульсе недели ${week} сказали, что клиент ${signals}. Что за этим стоит?`,
  },
};
