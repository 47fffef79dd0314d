import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

export const startForm: Messages['startForm'] = {
  title: 'Новый разбор клиента',
  submit: 'Начать',
  intro: (channel: Safe): Mrkdwn =>
    md`Команда расскажет в треде канала ${channel}, что мешает, что хорошего и чему научились. Потом вы получите вердикт с причинами и примете решение.`,
  client: 'Клиент',
  clientPlaceholder: 'Выберите клиента',
  clientsLeftOut: ({ shown, total }: { shown: number; total: number }): string =>
    `В списке первые ${shown} из ${total}. Название другого клиента напишите ниже.`,
  newClient: 'Или новый клиент',
  firstClient: 'Название клиента',
  newClientPlaceholder: 'например, «Ромашка»',
  team: md`*Кто участвует?* Все, кто работает с клиентом, от продаж до поддержки. Каждый один раз, в одной роли.`,
  leftOut: (names: Safe): Mrkdwn => md`Не участвуют: ${names}.`,
  leftOutPerson: ({ name, reason }: { name: string; reason: string }): Mrkdwn => md`${name} (${reason})`,
  leftOutMore: (count: number): Mrkdwn => md`и ещё ${count}`,
  mode: 'Кто увидит ответы?',
  modeOption: {
    private: { text: 'Закрытый', description: 'Команда увидит ответы без имён, когда закончится шаг' },
    open: { text: 'Открытый', description: 'Ответы сразу появляются в треде вместе с именами' },
  },
  preset: 'Сколько времени?',
  presetOption: {
    async: { text: 'Не спеша', description: 'По рабочему дню на каждый из четырёх шагов или до нужной даты' },
    live: { text: 'На встрече', description: 'По 10 минут на каждый из четырёх шагов' },
  },
  deadline: 'Закончить к дате',
  deadlineHint:
    'Время делится между шагами поровну. Без даты на каждый шаг будет один рабочий день. Для встречи дата не нужна.',
  question: 'Вопрос команде',
  questionPlaceholder: 'Продлеваем ли мы договор в январе?',
  publicWarning: (readers: number | null): Mrkdwn =>
    readers === null
      ? md`⚠️ *Этот канал могут читать все в рабочем пространстве.*`
      : md`⚠️ *Этот канал могут читать все в рабочем пространстве: ${plural('ru', readers, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}.*`,
  publicLabel: 'Всё равно начать здесь?',
  publicConfirm: 'Да, пусть читают все',
  errorsIntro: md`*Проверьте ещё раз:*`,
};
