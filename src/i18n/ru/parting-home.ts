import { bold, md } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';

export const partingHome: Messages['partingHome'] = {
  mine: (count) => `Мои открытые шаги в расставаниях: ${count}`,
  line: ({ client, name, dueOn, isOverdue }) =>
    md`${bold(client)}: ${name} · ${isOverdue ? 'срок был' : 'до'} ${formatLongDay('ru', dueOn)}`,
  more: (count) => `… и ещё ${count}`,
};
