import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { formatNumber, plural } from '../plural.ts';

const ofClients = (count: number) => plural('ru', count, { one: 'клиента', other: 'клиентов' });

export const pulse: Messages['pulse'] = {
  question: md`*Как прошла неделя с вашими клиентами?*`,
  until: (at: Date): Mrkdwn =>
    md`Одна минута, до ${moment(at)}. 5 – одно удовольствие, 1 – невыносимо. Хватит одного нажатия, ответ можно изменить.`,
  continued: md`Ещё ваши клиенты`,
  given: (rating: number): string => `${rating} из 5`,
  signals: (count: number): string =>
    plural('ru', count, { one: 'сигнал', few: 'сигнала', many: 'сигналов', other: 'сигнала' }),
  comment: 'комментарий',
  button: { more: 'Добавить сигналы или комментарий', notThisWeek: 'Не на этой неделе' },
  declined: md`На этой неделе не напоминаем. Если передумаете, просто нажмите на оценку.`,
  closed: md`*Пульс этой недели закрыт.* Спасибо. Следующий придёт через неделю.`,
  noAnswer: 'нет ответа',
  reminder: {
    text: (at: Date): Mrkdwn =>
      md`*Ждём вашу оценку недели с клиентами.* Пульс закроется ${moment(at)}. Хватит одной минуты, больше напоминать не будем.`,
    link: 'Кнопки – в сообщении выше.',
  },
  form: {
    title: 'Пульс недели',
    which: 'Какой клиент?',
    whichPlaceholder: 'Выберите клиента',
    about: (name: string): Mrkdwn => md`Эта неделя, клиент ${bold(name)}`,
    rating: 'Как прошла неделя?',
    ratings: { 5: '5 – одно удовольствие', 4: '4 – хорошо', 3: '3 – так себе', 2: '2 – тяжело', 1: '1 – невыносимо' },
    signals: 'Что вы заметили?',
    signalsHint:
      'Не больше пяти. Высокие требования – не сигнал, внезапная смена правил – сигнал. О стоп-сигнале руководители узнают сразу, без вашего имени, и забрать его уже нельзя.',
    signalsPlaceholder: 'Выберите сигналы',
    comment: 'Комментарий',
    commentHint:
      'Руководители увидят комментарии без имён, когда пульс закроется, и только если ответили хотя бы трое.',
  },
  refused: {
    not_asked: md`На этой неделе вас не спрашивали об этом клиенте.`,
    pulse_closed: md`Этот пульс закрыт, поэтому ничего не изменилось. Следующий придёт через неделю.`,
  },
  errors: {
    pulse_closed: 'Этот пульс закрыт, поэтому ответ не сохранён. Следующий придёт через неделю.',
    pulse_not_asked: 'На этой неделе вас не спрашивали об этом клиенте, поэтому ответ не сохранён.',
    pulse_signals_too_many: 'Выберите не больше пяти.',
    pulse_weekday_unknown: 'Выберите день с понедельника по воскресенье.',
    pulse_hour_unknown: 'Выберите час от 0:00 до 23:00.',
  },
  help: 'показать пульс этой недели',
  state: {
    off: md`*Еженедельный пульс выключен.* Включить его можно в настройках.`,
    schedule: ({ day, hour }: { day: string; hour: string }): Mrkdwn =>
      md`День пульса – ${day}, время – ${hour} по часам каждого.`,
    nobody: md`Спрашивать пока некого: ни у одного клиента нет команды. Добавьте её через *Новый клиент*.`,
    none: md`Пульса ещё не было.`,
    heading: ({ week, answered, asked }: { week: number; answered: number; asked: number }): Mrkdwn =>
      md`*Пульс недели ${week}: ответили ${formatNumber('ru', answered)} из ${formatNumber('ru', asked)}*`,
    until: (at: Date): Mrkdwn => md`Открыт самое позднее до ${moment(at)}`,
    closed: md`Закрыт`,
    asked: (who: Safe): Mrkdwn => md`Кого спросили: ${who}`,
    client: ({ name, answered, asked }: { name: string; answered: number; asked: number }): Mrkdwn =>
      md`${bold(name)}: ${answered} из ${asked}`,
    sendNow: 'Отправить сейчас',
    dryRun: 'Проверить без отправки',
    own: {
      none: md`*Вас пока ни о чём не спрашивают.* Пульс приходит личным сообщением тем, кто в команде клиента.`,
      open: ({ answered, asked, until }: { answered: number; asked: number; until: Date }): Mrkdwn =>
        md`*Вы оценили ${answered} из ${ofClients(asked)}.* Пульс открыт до ${moment(until)}. Кнопки – в нашей личной переписке.`,
      closed: ({ answered, asked }: { answered: number; asked: number }): Mrkdwn =>
        md`*Вы оценили ${answered} из ${ofClients(asked)}.* Пульс этой недели закрыт.`,
    },
  },
  sent: ({ sent, left }: { sent: number; left: number }): Mrkdwn =>
    md`*Пульс отправлен, людей: ${sent}.* ${left === 0 ? 'Никого не пропустили.' : `Сейчас не спросили: ${left}. Почему, скажет проверка без отправки.`}`,
  dryRun: {
    heading: (count: number): Mrkdwn =>
      md`*Проверка: сейчас пульс получили бы ${plural('ru', count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}. Ничего не отправлено.*`,
    person: ({ who, clients }: { who: Safe; clients: Safe }): Mrkdwn => md`${who}: ${clients}`,
    left: ({ who, why }: { who: Safe; why: string }): Mrkdwn => md`Не сейчас, ${why}: ${who}`,
    more: (count: number): string => `и ещё ${count}`,
    why: {
      deactivated: 'учётная запись отключена',
      bot: 'это бот',
      guest: 'гость',
      outside: 'не из компании',
      day_off: 'выходной день',
      paused: 'пауза',
      asked_already: 'на этой неделе уже спросили',
      off_hours: 'нерабочее время',
      unknown: 'Slack сейчас не говорит, кто это',
    },
  },
  settings: {
    on: 'Еженедельный пульс',
    onOption: { on: 'Включён', off: 'Выключен' },
    weekday: 'День пульса',
    hour: 'Час пульса',
    hourHint: 'По часам каждого. Пульс закрывается в конце следующего рабочего дня.',
    placeholder: 'Выберите',
  },
};
