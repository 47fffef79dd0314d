import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

const clients = (count: number) =>
  plural('ru', count, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' });

const reviews = (count: number) =>
  plural('ru', count, { one: 'разбор', few: 'разбора', many: 'разборов', other: 'разбора' });

export const commands: Messages['commands'] = {
  help: {
    intro: md`*Parley* проводит разговор, который нужен команде до решения, продолжать ли с клиентом: что мешает, что хорошего, чему научились, голосование. Потом появляется вердикт с причинами, а решение принимает руководитель. Между разборами еженедельный пульс рано показывает, с кем становится хуже: руководители получают предупреждение и сводку по всем клиентам. Что ждёт вас, видно на странице приложения.`,
    takePart: md`*Чтобы участвовать*, нажмите *Ответить* под вопросом в треде или на карточке. Пока разбор открыт, ответы можно изменить или убрать: *Мои ответы*.`,
    heading: md`*Что можно написать*`,
    start: 'начать разбор',
    startNamed: 'начать разбор этого клиента',
    list: 'открытые разборы и все клиенты',
    status: 'как дела с одним клиентом',
    settings: 'руководители, язык, часовой пояс, выходные дни, цена часа, еженедельный пульс и его сводка',
    help: 'эта подсказка',
    managersOnly: md`Начинают разборы и принимают решения руководители.`,
    namePlaceholder: 'название клиента',
    startButton: 'Начать разбор',
    text: 'Как работает Parley и что можно написать',
  },
  unknown: {
    text: ({ typed, nearest }: { typed: string; nearest: Safe }): Mrkdwn =>
      md`Команды «${typed}» нет. Может быть, ${nearest}?`,
    orClient: (typed: string): Mrkdwn => md`Или «${typed}» — это название клиента?`,
    startButton: (typed: string): string => `Начать разбор: ${typed}`,
  },
  list: {
    text: ({ open, total }: { open: number; total: number }): Mrkdwn =>
      md`Открыто: ${reviews(open)}. Всего: ${clients(total)}`,
    reviews: md`*Разборы*`,
    noReviews: md`Открытых разборов нет.`,
    clients: md`*Клиенты*`,
    noClients: md`Клиентов пока нет. Первый появится вместе с первым разбором.`,
    withStatus: ({ status, count }: { status: string; count: number }): Mrkdwn => md`_${status} (${count})_`,
    moreReviews: (count: number): Mrkdwn => md`и ещё ${reviews(count)}`,
    moreClients: (count: number): Mrkdwn => md`и ещё ${count}`,
    more: (command: Safe): Mrkdwn => md`Об одном клиенте расскажет ${command}.`,
  },
  review: {
    progress: ({ answered, invited }: { answered: number; invited: number }): string =>
      `ответили ${answered} из ${invited}`,
    until: (at: Date): Mrkdwn => md`⏳ до ${moment(at)}`,
    mode: { private: '🔒 закрытый', open: 'открытый' },
    openCard: 'открыть карточку',
  },
  status: {
    heading: ({ clientName, status }: { clientName: string; status: string }): Mrkdwn =>
      md`${bold(clientName)} · ${status}`,
    open: md`*Сейчас идёт разбор*`,
    none: md`Разборов этого клиента ещё не было.`,
    last: (at: Date): Mrkdwn => md`*Последний разбор*, завершён ${moment(at, 'date')}`,
    verdict: (choice: string | null): Mrkdwn =>
      choice === null ? md`Вердикта нет: ответили слишком мало людей` : md`Вердикт: ${choice}`,
    decision: ({ choice, who, at }: { choice: string; who: Safe; at: Date }): Mrkdwn =>
      md`Решение: *${choice}* (${who}, ${moment(at, 'date')})`,
    undecided: md`Решения пока нет`,
    startButton: 'Начать разбор',
  },
  whoAnswered: {
    heading: ({ answered, invited }: { answered: number; invited: number }): Mrkdwn =>
      md`*На этом шаге ответили ${answered} из ${invited}.*`,
    answered: (people: Safe): Mrkdwn => md`Уже есть ответы: ${people}`,
    waiting: (people: Safe): Mrkdwn => md`Пока нет: ${people}`,
    private: md`🔒 Кто и что сказал, не увидит никто.`,
  },
  done: {
    saved: md`Ответ сохранён. Изменить или убрать его можно, пока разбор открыт: *Мои ответы*.`,
    savedLate: md`Ответ сохранён. Шаг уже закончился, поэтому ответ появится вместе с итогами.`,
    savedKept: md`Ответ сохранён. Ответы на этот вопрос уже показаны, поэтому ваш появится вместе с итогами.`,
    nothing: {
      complaints: md`Записали: вам ничего не мешает. Ответ ещё можно изменить: *Ответить*.`,
      positives: md`Записали: назвать ничего не получается. Ответ ещё можно изменить: *Ответить*.`,
      lessons: md`Записали: вам нечего добавить. Ответ ещё можно изменить: *Ответить*.`,
    },
    voted: {
      keep: md`Ваш голос: *продолжать*. Чтобы изменить его, нажмите другую кнопку.`,
      part: md`Ваш голос: *расстаться*. Чтобы изменить его, нажмите другую кнопку.`,
      unsure: md`Ваш голос: *не знаю*. Чтобы изменить его, нажмите другую кнопку.`,
    },
    withdrawn: md`Ответ убран. Ответить заново можно, пока разбор открыт.`,
    started: ({ clientName, channel }: { clientName: string; channel: Safe }): Mrkdwn =>
      md`Разбор клиента ${bold(clientName)} начался в канале ${channel}.`,
    decided: (clientName: string): Mrkdwn => md`Решение по клиенту ${bold(clientName)} опубликовано в треде.`,
    settings: md`Настройки сохранены.`,
    extended: md`Разбор подождёт ответов ещё.`,
  },
};
