import type { Language } from '../src/domain/language.ts';

export type PulsePlayWords = {
  readonly cast: string;
  readonly firstPulse: (date: string) => string;
  readonly oneClick: string;
  readonly afterwards: string;
  readonly lastWeek: (date: string) => string;
  readonly weeks: string;
  readonly weekOver: (week: number) => string;
  readonly noData: string;
  readonly direct: (name: string) => string;
};

/** What the play of the pulse says between the messages. */
export const PULSE_PLAY_WORDS: Readonly<Record<Language, PulsePlayWords>> = {
  en: {
    cast: 'Seven people, three clients, eight weeks. Every Thursday at 15:00 one message asks how the week was.',
    firstPulse: (date) => `Thursday, ${date}: the first pulse`,
    oneClick: 'One click for each client is enough',
    afterwards: 'The same message afterwards',
    weeks: 'The weeks go by; each closes on Friday at 18:00',
    lastWeek: (date) => `Thursday, ${date}: Northwind is different now`,
    weekOver: (week) => `Week ${week} is over`,
    noData: 'no answers',
    direct: (name) => `Only ${name} sees, in a direct message (the other six get one too)`,
  },
  ru: {
    cast: 'Семь человек, три клиента, восемь недель. Каждый четверг в 15:00 одно сообщение спрашивает, как прошла неделя.',
    firstPulse: (date) => `Четверг, ${date}: первый пульс`,
    oneClick: 'Одного нажатия на каждого клиента достаточно',
    afterwards: 'То же сообщение после этого',
    weeks: 'Проходят недели; каждая закрывается в пятницу в 18:00',
    lastWeek: (date) => `Четверг, ${date}: с Northwind теперь иначе`,
    weekOver: (week) => `Неделя ${week} закончилась`,
    noData: 'нет ответов',
    direct: (name) => `Видит только ${name}, в личной переписке (остальные шестеро получают такое же)`,
  },
};
