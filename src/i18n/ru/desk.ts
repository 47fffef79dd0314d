import { bold, join, type Mrkdwn, md, mention, moment, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

export const desk: Messages['desk'] = {
  title: {
    desk: 'Ведение разбора',
    times: 'Изменить время',
    reopen: 'Снова открыть шаг',
    people: 'Участники',
    hide: 'Скрыть ответ',
  },
  paused: (clientName) => md`${bold(clientName)} · разбор на паузе из-за канала`,
  step: ({ clientName, number, question }: { clientName: string; number: number; question: string }): Mrkdwn =>
    md`${bold(clientName)} · шаг ${number} из 4 · ${question}`,
  waiting: (clientName: string): Mrkdwn => md`${bold(clientName)} · ждём ещё ответов`,
  onTheCard: md`Чтобы перейти дальше, нажмите *Следующий шаг* на карточке. Эту страницу видите только вы.`,
  onlyYou: md`Эту страницу видите только вы.`,
  facilitatedBy: (userId: string): Mrkdwn =>
    md`Этот разбор ведёт ${mention(userId)}. Если ведущего нет на месте, разбор можно взять на себя: ведущий об этом узнает, а всё, что доступно только ведущему, станет доступно вам.`,
  button: {
    open: 'Вести разбор…',
    remind: 'Напомнить',
    times: 'Изменить время',
    reopen: 'Снова открыть прошлый шаг',
    people: 'Участники',
    hide: 'Скрыть ответ',
    cancel: 'Отменить разбор',
    takeOver: 'Взять на себя',
    reopenSubmit: 'Открыть снова',
    hideSubmit: 'Скрыть',
  },
  confirmCancel: {
    title: 'Отменить разбор?',
    text: 'Все ответы удалятся, здесь и в треде, вердикта не будет. Вернуть это нельзя.',
    confirm: 'Отменить разбор',
    deny: 'Оставить',
  },
  confirmTakeOver: {
    title: 'Взять разбор на себя?',
    text: 'Дальше разбор ведёте вы. Прежний ведущий получит сообщение.',
    confirm: 'Взять на себя',
    deny: 'Не надо',
  },
  done: {
    reminded: ({ now, later, before }: { now: number; later: number; before: number }): Mrkdwn => {
      if (now + later + before === 0) return md`Напоминать некому: на этом шаге ответили все.`;
      return join(
        [
          ...(now > 0 ? [md`Напомнили сейчас: ${now}.`] : []),
          ...(later > 0 ? [md`Напомним, когда начнётся их рабочий день: ${later}.`] : []),
          ...(before > 0 ? [md`Уже получили напоминание на этом шаге: ${before}.`] : []),
        ],
        ' ',
      );
    },
    times: (until: Date): Mrkdwn => md`Шаг идёт до ${moment(until)}.`,
    reopened: (question: string, until: Date): Mrkdwn => md`Шаг «${question}» снова открыт, до ${moment(until)}.`,
    people: ({ added, removed }: { added: Safe | null; removed: Safe | null }): Mrkdwn =>
      join(
        [
          ...(added === null ? [] : [md`Приглашены: ${added}.`]),
          ...(removed === null ? [] : [md`Больше не ждём: ${removed}.`]),
        ],
        ' ',
      ),
    nobodyChanged: md`Ничего не изменилось: эти люди уже в разборе.`,
    hidden: md`Ответ скрыт. На его месте в треде стоит ваша причина.`,
    tookOver: md`Теперь разбор ведёте вы.`,
    cancelled: md`Разбор отменён. Все ответы удалены, можно начать новый разбор этого клиента.`,
  },
  times: {
    stepEnds: 'Этот шаг идёт до',
    doneBy: 'Весь разбор закончить к',
    doneByHint: 'Оставшиеся шаги поделят рабочие дни до этой даты. Если пусто, на каждый шаг даётся рабочий день.',
  },
  reopen: {
    which: 'Какой шаг?',
    hint: 'На него снова даётся обычное время, дальше разбор идёт с этого места. Всё, что сказано, останется.',
    hintPrivate:
      'На него снова даётся обычное время, дальше разбор идёт с этого места. То, что уже показано, ещё раз не покажем, а новое появится вместе с итогами, если напишут хотя бы трое.',
  },
  people: {
    add: 'Добавить',
    addHint: 'Кого-то из канала. Эти люди получат приглашение.',
    role: 'Чем они занимаются для клиента',
    rolePlaceholder: 'Выберите роль',
    remove: 'Больше не ждать',
    removePlaceholder: 'Выберите людей',
    removeGroup: 'В этом разборе',
    removeHint: 'Всё, что они уже сказали, учтём. Больше спрашивать их не будем.',
  },
  hide: {
    question: 'Ответ на какой вопрос?',
    questionOption: (question: string, count: number): string => `${question} (${count})`,
    words: 'Какой ответ?',
    wordsPlaceholder: 'Выберите ответ',
    someLeftOut: ({ shown, total }: { shown: number; total: number }): string =>
      `Здесь ${shown} из ${total}, для остальных не хватило места.`,
    reason: 'Почему?',
    reasonHint: 'Это прочтут все на месте ответа. Не повторяйте то, что в нём сказано.',
    whatHappens: md`Ответ исчезнет из треда и не попадёт в итоги. То, о чём в нём сказано, останется в цифрах. В закрытом разборе вы не узнаете, кто его написал.`,
    nothingShown: md`В треде пока нет ответов, или все они скрыты. В закрытом разборе они появляются, когда шаг заканчивается.`,
  },
  nothingEarlier: md`Это первый шаг, до него ничего не было.`,
  facilitatorChanged: (userId: string): Mrkdwn =>
    md`Теперь разбор ведёт ${mention(userId)}, поэтому ничего не изменилось.`,
  errors: {
    review_over: 'Этот разбор уже закончился. Ничего не изменилось.',
    review_paused:
      'Разбор на паузе из-за канала. Сначала наведите порядок в канале или перенесите разбор. Ничего не изменилось.',
    review_not_here: 'Этого разбора здесь больше нет.',
    not_facilitator: 'Теперь разбор ведёт другой человек. Ничего не изменилось.',
    step_too_soon: 'Выберите время хотя бы через десять минут.',
    step_too_late: 'Это слишком далеко: можно не дальше 60 дней.',
    deadline_too_late: 'Это слишком далеко: можно не дальше 60 дней.',
    deadline_before_step: 'Шаг закончится позже. Выберите день позже или оставьте поле пустым.',
    time_missing: 'Выберите день и время.',
    not_earlier: 'Разбор уже не дальше этого шага. Закройте форму, чтобы увидеть, что идёт сейчас.',
    nobody_chosen: 'Выберите хотя бы одного человека, здесь или ниже.',
    person_in_both: 'Кого-то вы и добавляете, и убираете. Выберите что-то одно.',
    too_few_left: 'Для разбора нужны хотя бы трое. Сначала добавьте других.',
    too_many_people: 'В разборе не больше 50 человек. Выберите меньше.',
    words_gone: 'Этот ответ только что изменили или убрали. Закройте форму и посмотрите ещё раз.',
    hidden_already: 'Этот ответ уже скрыт.',
    reason_missing: 'Напишите в двух словах, почему.',
    reason_too_long: 'Слишком длинно: можно не больше 300 знаков.',
  },
  hidden: {
    inPlace: 'Скрыто ведущим. Причина:',
    own: 'Ведущий скрыл это в треде. Причина:',
    inSummary: (count: number): Mrkdwn =>
      md`Ведущий скрыл ${plural('ru', count, { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' })}. В цифрах это учтено.`,
  },
  reopened: {
    text: (question: string): Mrkdwn => md`*Шаг «${question}» снова открыт.*`,
    help: 'Добавьте то, чего не хватает, или измените сказанное: *Мои ответы* на карточке.',
    over: (question: string): Mrkdwn => md`Шаг «${question}» снова открывали, он уже закончился.`,
    whoSeesPrivate:
      '🔒 Ответы на этот вопрос уже показаны. Новое появится вместе с итогами, без имён и только если напишут хотя бы трое.',
  },
  snooze: {
    twoHours: 'Напомнить через два часа',
    tomorrow: 'Напомнить завтра утром',
    until: (at: Date): Mrkdwn => md`Напомню ещё раз ${moment(at)}, если вы к тому времени не ответите.`,
    again: 'Вы просили напомнить ещё раз.',
    stepEndsBefore: (at: Date): Mrkdwn =>
      md`Шаг закончится раньше (${moment(at)}), поэтому напомнить тогда не получится. Можно ответить сейчас, это займёт минуту.`,
    stepOver: md`Этот шаг уже закончился, напоминать больше не о чем.`,
    answeredAlready: md`Вы уже ответили на этом шаге, больше не напомню.`,
  },
  takenOver: ({ byId, clientName, channel }: { byId: string; clientName: string; channel: Safe }): Mrkdwn =>
    md`Разбор клиента ${bold(clientName)} в ${channel} теперь ведёт ${mention(byId)}. Как ведущему, вам там больше ничего делать не нужно.`,
  cancelled: (byId: string): Mrkdwn => md`Разбор отменён. Кто отменил: ${mention(byId)}. Все ответы удалены.`,
};
