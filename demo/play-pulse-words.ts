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
  readonly digest: string;
  readonly savesSettings: (name: string, channel: string) => string;
  readonly inChannel: (channel: string) => string;
  readonly alert: string;
  readonly aloneDirect: (name: string) => string;
  readonly choosesChannel: (name: string, channel: string) => string;
  readonly done: string;
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
    digest: 'Mara gives the weekly digest a channel, with /client-review settings',
    savesSettings: (name, channel) => `${name} chooses ${channel} and presses [ Save ]`,
    inChannel: (channel) => `Everyone in ${channel} sees (the chart is a picture; here it is in words)`,
    alert: 'The managers of a client that goes wrong also get a message',
    aloneDirect: (name) => `Only ${name} sees, in a direct message`,
    choosesChannel: (name, channel) => `${name} chooses ${channel}`,
    done: 'Eight weeks of single clicks, and the review begins while there is something to repair',
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
    digest: 'Мара выбирает канал для сводки недели: /client-review settings',
    savesSettings: (name, channel) => `${name} выбирает ${channel} и нажимает [ Сохранить ]`,
    inChannel: (channel) => `Видят все в ${channel} (график – картинка, здесь он словами)`,
    alert: 'Когда с клиентом плохо, его руководители получают и личное сообщение',
    aloneDirect: (name) => `Видит только ${name}, в личной переписке`,
    choosesChannel: (name, channel) => `${name} выбирает ${channel}`,
    done: 'Восемь недель по одному нажатию, и разбор начался, пока есть что наладить',
  },
};
