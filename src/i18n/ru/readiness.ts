import { bold, md } from '../../domain/escaping.ts';
import { formatMoney, formatPoints } from '../amounts.ts';
import type { Messages } from '../en/index.ts';

export const readiness: Messages['readiness'] = {
  title: 'Готовы ли мы?',
  ask: (client) =>
    md`Возможно, мы расстанемся с клиентом ${bold(client)}. Готовы ли мы к последствиям: к деньгам, к работе, за людей?`,
  whoSees:
    'Руководитель увидит, как ответила команда, и прочтёт комментарии, всё без имён. Узнать человека можно по тому, как он пишет.',
  level: { ready: 'Готовы', worried: 'Тревожно', not_ready: 'Не готовы' },
  comment: 'О чём нужно подумать?',
  saved: 'Спасибо. Ответ можно изменить, пока решение не принято.',
  result: ({ readiness: mean, answered, asked }) =>
    mean === null
      ? `Пока никто не ответил (спросили ${asked})`
      : `Готовность: ${formatPoints('ru', mean)} из 100 (ответили ${answered} из ${asked})`,
  counts: ({ ready, worried, not_ready }) => `готовы ${ready} · тревожно ${worried} · не готовы ${not_ready}`,
  countsHidden: 'Ответили меньше трёх человек, поэтому кто что сказал, не показываем.',
  comments: 'О чём просят подумать, без имён',
  figure: {
    revenueShare: { label: 'Доля клиента в нашей выручке, в процентах', hint: 'От 0 до 100.' },
    dependentPay: {
      label: 'Зарплаты, которые зависят от клиента, в месяц',
      hint: 'То, что без него не покрыть.',
    },
    costsToCut: { label: 'Расходы, которые отпадут, в месяц', hint: 'Подписки, подрядчики, поездки.' },
    replacementIncome: {
      label: 'Доход, который его заменит, в месяц',
      hint: 'Только то, что подписано или почти подписано.',
    },
  },
  gap: (amount, currency) =>
    amount > 0
      ? `Будет не хватать ${formatMoney('ru', amount, currency)} в месяц.`
      : `Денег хватит: останется на ${formatMoney('ru', -amount, currency)} в месяц больше.`,
  buttons: { ask: 'Спросить команду', figures: 'Заполнить цифры', skip: 'Пропустить' },
  skipReason: 'Почему спрашивать не нужно?',
  skipped: (reason) => md`Готовность к последствиям не проверяли: ${reason}`,
  refused: {
    number_invalid: 'Напишите число, например 25 или 4000.',
    number_negative: 'Напишите число без минуса.',
    share_over_100: 'Доля не бывает больше 100 процентов. Напишите число от 0 до 100.',
    number_too_large: 'Такое число я сохранить не могу. Проверьте нули.',
    readiness_not_asked:
      'Прежде чем расстаться, спросите команду, готовы ли мы к последствиям, или пропустите этот шаг и напишите почему.',
    readiness_team_silent:
      'Из команды пока никто не ответил, готовы ли мы. Подождите ответа или пропустите этот шаг и напишите почему.',
    readiness_no_share: 'Укажите, какую долю выручки даёт этот клиент, или пропустите этот шаг и напишите почему.',
  },
};
