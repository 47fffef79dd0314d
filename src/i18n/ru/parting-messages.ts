import { bold, md, mention, safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const steps = (count: number) => plural('ru', count, { one: 'шаг', few: 'шага', many: 'шагов', other: 'шага' });

export const partingMessages: Messages['partingMessages'] = {
  given: ({ by, client, count }) =>
    count === 1
      ? md`${mention(by)} просит вас сделать этот шаг в расставании с клиентом ${bold(client)}:`
      : md`${mention(by)} просит вас сделать ${steps(count)} в расставании с клиентом ${bold(client)}:`,
  due_soon: ({ client, count }) =>
    count === 1
      ? md`Скоро срок вашего шага в расставании с клиентом ${bold(client)}.`
      : md`Скоро срок ваших шагов в расставании с клиентом ${bold(client)}, всего: ${count}.`,
  overdue: ({ client, count }) =>
    count === 1
      ? md`Прошёл срок вашего шага в расставании с клиентом ${bold(client)}. Уже сделано? Если нужна другая дата, скажите руководителю.`
      : md`Прошёл срок ваших шагов в расставании с клиентом ${bold(client)}, всего: ${count}. Уже сделано? Если нужна другая дата, скажите руководителю.`,
  owner_left: ({ client, count }) =>
    count === 1
      ? md`Шагу в расставании с клиентом ${bold(client)} нужен новый ответственный: прежнего больше нет в вашем Slack. Передайте шаг другому в плане:`
      : md`Шагам в расставании с клиентом ${bold(client)} нужен новый ответственный, всего: ${count}. Прежнего больше нет в вашем Slack. Передайте их другим в плане:`,
  line: (name, dueOn) => md`${safe(name)} · до ${formatLongDay('ru', dueOn)}`,
  wasDue: (name, dueOn) => md`${safe(name)} · срок был ${formatLongDay('ru', dueOn)}`,
  settled: (name, state) => md`${safe(name)} · ${state}`,
  moved: 'теперь не у вас',
  continued: (client) => `Расставание с клиентом ${client}`,
};
