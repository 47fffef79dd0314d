import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { pulse } from './pulse.ts';

const { deactivated, bot, guest, outside, day_off, paused } = pulse.dryRun.why;

export const pulseState: Messages['pulseState'] = {
  own: {
    declined: md`Вы выбрали «Не на этой неделе». Если передумаете, нажмите *Ответить*.`,
    off: md`*Еженедельный пульс выключен.* Включить его в настройках могут руководители.`,
    skipped: (why: string): Mrkdwn => md`*На этой неделе вас не спросили:* ${why}. Следующий пульс придёт как обычно.`,
    waiting: ({ day, hour }: { day: string; hour: string }): Mrkdwn =>
      md`*Сейчас вас ни о чём не спрашивают.* Следующий пульс: ${day}, ${hour} по вашим часам.`,
  },
  answer: 'Ответить',
  clients: md`*Ответы по клиентам*`,
  more: (count: number): Mrkdwn => md`и ещё ${count}`,
  next: (day: string): Mrkdwn => md`Следующий: ${day}.`,
  left: ({ why, who }: { why: string; who: Safe }): Mrkdwn => md`Не спросили, ${why}: ${who}`,
  why: {
    ...{ deactivated, bot, guest, outside, day_off, paused },
    stale: 'Parley тогда не работал',
    new: 'в команду вошли позже',
  },
  confirm: {
    title: 'Отправить пульс сейчас?',
    text: 'Все, кто сейчас работает и кого на этой неделе не спрашивали, получат его сразу. Остальные – в обычный день.',
    confirm: 'Отправить',
    deny: 'Отмена',
  },
};
