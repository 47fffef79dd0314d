import { bold, md } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const daysAgo = (days: number) => plural('ru', days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });

export const outcome: Messages['outcome'] = {
  title: 'Верное ли решение?',
  decided: {
    keep_as_is: 'продолжать как есть',
    keep_and_repair: 'продолжать и наладить работу',
    part: 'расстаться',
    part_now: 'расстаться сейчас',
  },
  ask: ({ client, decidedOn, decided, days }) =>
    md`${daysAgo(days)} назад, ${formatLongDay('ru', decidedOn)}, вы приняли решение о клиенте ${bold(client)}: ${decided}. Оно было верным?`,
  askOther: ({ client, decidedOn, decided, days }) =>
    md`${daysAgo(days)} назад, ${formatLongDay('ru', decidedOn)}, о клиенте ${bold(client)} было принято решение: ${decided}. Оно было верным?`,
  answer: { yes: 'Да', no: 'Нет', too_early: 'Пока рано судить' },
  why: {
    label: 'Почему?',
    hint: 'Ответ сохранится вместе с разбором и пригодится в следующем.',
    hintTooEarly: 'Можно не заполнять: чего вы ждёте?',
  },
  saved: {
    yes: 'Спасибо. Ответ сохранён вместе с разбором.',
    no: 'Спасибо за честный ответ. Он сохранён вместе с разбором, и следующий разбор его покажет.',
    too_early: 'Хорошо.',
  },
  askedAgain: (on) => `Спрошу ещё раз ${formatLongDay('ru', on)}.`,
  history: {
    yes: (days) => `Через ${days} дней: решение было верным`,
    no: (days) => `Через ${days} дней: решение было неверным`,
    too_early: (days) => `Через ${days} дней: пока рано судить`,
  },
  refused: {
    not_asked: 'Этот вопрос задан не вам, или разбора больше нет.',
    already_answered: 'Вы уже ответили. Сохранён первый ответ.',
    answer_missing: 'Выберите один из трёх ответов.',
    why_missing: 'Напишите почему: на этом можно научиться.',
    why_too_long: 'Уложитесь в 3000 знаков.',
  },
};
