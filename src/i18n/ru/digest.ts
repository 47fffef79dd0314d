import { channelLink, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural, pluralForm } from '../plural.ts';

const comments = (count: number) =>
  plural('ru', count, { one: 'комментарий', few: 'комментария', many: 'комментариев', other: 'комментария' });
const clients = (count: number) =>
  plural('ru', count, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' });
const answeredOf = (answered: number) => pluralForm('ru', answered, { one: 'ответил', other: 'ответили' });

export const digest: Messages['digest'] = {
  title: (week: number): string => `Здоровье клиентов, неделя ${week}`,
  answered: ({ answered, asked }: { answered: number; asked: number }): string =>
    `${pluralForm('ru', answered, { one: 'Ответил', other: 'Ответили' })} ${answered} из ${asked}.`,
  nobodyAnswered: (asked: number): string =>
    `На этой неделе никто не ответил (спросили: ${asked}), поэтому оценок нет.`,
  scale: 'Здоровье – от 0 до 100, стрелка – изменение за неделю.',
  count: {
    critical: (count: number) => `критично – ${count}`,
    falling: (count: number) => `становится хуже – ${count}`,
    watch: (count: number) => `внимание – ${count}`,
    healthy: (count: number) => `хорошо – ${count}`,
    no_data: (count: number) => `нет ответов – ${count}`,
  },
  band: { critical: 'критично', watch: 'внимание', healthy: 'хорошо' },
  noData: 'нет данных',
  falling: (band: string): string => `${band}, становится хуже`,
  responses: ({ respondents, asked }: { respondents: number; asked: number }): string =>
    `${answeredOf(respondents)} ${respondents} из ${asked}`,
  noAnswers: (asked: number): string => `не ответил никто из ${asked}`,
  nobodyAsked: 'никого не спрашивали',
  last: ({ health, week }: { health: number; week: number }): string => `${health} на неделе ${week}`,
  named: ({ signals, more }: { signals: string; more: number }): string =>
    `Клиент ${signals}${more === 0 ? '' : `, и ещё ${plural('ru', more, { one: 'сигнал', few: 'сигнала', many: 'сигналов', other: 'сигнала' })}`}.`,
  alert: {
    hard_stop: 'Предупреждение: кто-то назвал стоп-сигнал. Сначала проверьте факты и защитите людей.',
    critical: 'Предупреждение: здоровье критическое.',
    sharp_fall: 'Предупреждение: минус 15 и больше за неделю.',
    long_fall: 'Предупреждение: хуже третью неделю подряд.',
  },
  openReview: 'Разбор этого клиента уже идёт.',
  openItems: ({ open, overdue }) =>
    `В плане открытых пунктов: ${open}${overdue === 0 ? '' : `, из них просрочено: ${overdue}`}.`,
  moreComments: (count: number): string =>
    `и ещё ${comments(count)}: /client-review client и название, затем «Здоровье и история»`,
  withheldHere: (count: number): string =>
    `${comments(count)} не ${pluralForm('ru', count, { one: 'показан', other: 'показаны' })}`,
  withheld: (count: number): string =>
    `${comments(count)} не ${pluralForm('ru', count, { one: 'показан', other: 'показаны' })}: ответили меньше трёх человек, и было бы понятно, кто автор.`,
  signalsWithheld: 'Сигналы перечислены, только если о клиенте ответили хотя бы трое: так по ним не узнать автора.',
  folded: { healthy: 'Хорошо, больше сказать нечего', no_data: 'Нет данных' },
  noClients: 'Сейчас пульса нет ни у одного клиента.',
  button: 'Начать разбор',
  continued: md`Продолжение сводки за неделю`,
  chart: {
    title: ({ count, first, last }: { count: number; first: number; last: number }): string => {
      const who = `Требуют внимания: ${clients(count)}`;
      return first === last ? `${who}, неделя ${last}` : `${who}, недели ${first}–${last}`;
    },
    left: (count: number): string => `На графике есть место для восьми. Ещё ${clients(count)} – в списке выше.`,
    none: 'Графика на этой неделе нет: никто из клиентов не требует внимания.',
    failed: 'График не удалось отправить. То же словами:',
    fileName: (week: number): string => `client-health-week-${week}.png`,
  },
  refused: {
    title: ({ week, channelId }: { week: number; channelId: string }): Mrkdwn =>
      md`*Сводка за неделю ${week} не опубликована в* ${channelLink(channelId)}.`,
    whatToDo: 'Или выберите в настройках другой канал: сводка появится там. Ничего не потеряно.',
  },
  settings: {
    channel: 'Канал для сводки недели',
    hint: 'Все, кто в канале, прочтут обо всех клиентах: лучше закрытый канал руководителей. Если поле пустое, сводки не будет.',
    placeholder: 'Выберите канал',
    refused: {
      external: 'Тот канал общий с другой организацией. Выберите другой.',
      pending_external: 'В тот канал пригласили другую организацию. Выберите другой.',
      guests: 'В том канале есть гости. Выберите другой.',
      outsiders: 'В том канале есть люди не из компании. Выберите другой.',
      unknown: 'Не получилось узнать, кто читает тот канал. Попробуйте через минуту или выберите другой.',
      not_member: 'Меня нет в том канале. Наберите там /invite @Parley и сохраните ещё раз.',
      archived: 'Тот канал в архиве. Выберите другой.',
      direct_message: 'Это личная переписка. Выберите канал.',
    },
  },
};
