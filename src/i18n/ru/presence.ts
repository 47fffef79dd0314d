import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

export const presence: Messages['presence'] = {
  why: {
    left_channel: 'нет в канале',
    deactivated: 'учётная запись отключена',
    guest: 'теперь гость',
    outside: 'не из компании',
    away: 'нет на работе',
    removed: 'не участвует',
  },
  notWaitingFor: (people: Safe): Mrkdwn => md`Не ждём ответа: ${people}`,
  more: (count: number): string => `и ещё ${count}`,
  form: {
    title: 'Мои выходные дни',
    intro: md`В эти дни вам не приходят напоминания, и разборы не ждут ваших ответов. Ответить всё равно можно.`,
    from: 'Первый выходной день',
    to: 'Последний выходной день',
    toHint: 'Если день один, оставьте пустым.',
    remove: 'Что уже отмечено',
    removeHint: 'Поставьте галочку, чтобы убрать.',
  },
  button: 'Меня нет на работе',
  help: 'отметить дни, когда вас нет на работе',
  settings: {
    label: 'Общие выходные дни',
    hint: 'День или период на строку, например 31.12.2026 – 08.01.2027. В эти дни мы никому не напоминаем, и шаги на них не заканчиваются.',
  },
  lineRefused: {
    not_understood: (line: string): string =>
      `Не получилось прочитать «${line}». Напишите день, например 31.12.2026, или период, например 31.12.2026 – 08.01.2027.`,
    ends_before_start: (line: string): string =>
      `«${line}» заканчивается раньше, чем начинается. Поменяйте дни местами.`,
    too_long: (line: string): string => `«${line}» длиннее года. Проверьте даты.`,
  },
  tooManySpans: (most: number): string =>
    `Слишком много: можно не больше ${plural('ru', most, { one: 'периода', other: 'периодов' })}.`,
  errors: {
    first_day_missing: 'Выберите и первый день.',
    days_end_before_start: 'Этот день раньше первого. Выберите более поздний.',
    days_too_long: 'Это длиннее года. Проверьте даты.',
    days_past: 'Эти дни уже прошли. Выберите другие.',
    days_too_many: 'У вас уже отмечено десять периодов. Сначала уберите какой-нибудь.',
  },
};
