import type { NoticeDraft, NoticeReason } from '../../domain/parting/notice-draft.ts';
import { formatList, formatMoney } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';
import { topics } from './topics.ts';

const day = (on: string) => formatLongDay('ru', on);
const days = (count: number) => plural('ru', count, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });

const paragraphs = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('\n\n');
const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`).join('\n');

function reason({ signal, dates, amounts }: NoticeReason): string {
  const topic = topics[signal];
  const money = amounts.map(({ currency, total }) => formatMoney('ru', total, currency)).join(', ');
  const when = formatList('ru', dates.map(day), 'all');
  return `${topic[0]?.toUpperCase()}${topic.slice(1)}: ${when}${money === '' ? '' : ` (всего ${money})`}`;
}

const signature = ({ senderName, companyName }: NoticeDraft) => `${senderName}\n${companyName}`;

function letter(draft: NoticeDraft): string {
  const { clientName, endOn, noticeDays, reasons, isThankful, offersTransition, writtenOn } = draft;
  const period =
    noticeDays === null || noticeDays === 0
      ? ''
      : ` Это письмо — предупреждение за срок, указанный в договоре: ${days(noticeDays)}.`;
  return paragraphs([
    `Тема: завершение нашей совместной работы ${day(endOn)}`,
    day(writtenOn),
    `Уважаемые коллеги из ${clientName},`,
    `Спасибо за время, что мы работали вместе.${isThankful ? ' В этой работе было немало такого, что наша команда ценит и будет вспоминать с благодарностью.' : ''}`,
    `Мы долго думали и решили завершить сотрудничество. Последний день нашей работы для вас — ${day(endOn)}.${period}`,
    reasons.length === 0
      ? 'То, как работаем мы, и то, что нужно вам, перестало сходиться. Мы думаем, что другой партнёр будет вам полезнее.'
      : `Вам важно знать, что привело нас к этому решению. Вот что есть в наших записях:\n${bullets(reasons.map(reason))}\n\nМы называем это, потому что вы вправе знать наши причины и потому что это может пригодиться в работе со следующим партнёром. Мы понимаем, что с вашей стороны что-то из этого может выглядеть иначе.`,
    offersTransition
      ? 'До этого дня мы закончим то, о чём договорились. Приведём в порядок и передадим файлы, доступы и документы, ответим на вопросы вашего нового партнёра и с удовольствием назовём компании, которые могут вам подойти. Напишите, пожалуйста, кому передавать дела и когда вам удобно обсудить подробности.'
      : null,
    `Последний счёт мы пришлём до ${day(endOn)}.`,
    'Желаем вам и вашей команде успехов.',
    `С уважением,\n${signature(draft)}`,
  ]);
}

function letterNow(draft: NoticeDraft): string {
  const { clientName, endOn, writtenOn } = draft;
  return paragraphs([
    '[Прежде чем отправлять, покажите это письмо юристу. Причины в нём намеренно не названы.]',
    `Тема: завершение нашей совместной работы ${day(endOn)}`,
    day(writtenOn),
    `Уважаемые коллеги из ${clientName},`,
    `Этим письмом мы завершаем сотрудничество. Оно закончится ${day(endOn)}.`,
    'С сегодняшнего дня пишите, пожалуйста, только мне. Остальные сотрудники больше не отвечают на звонки и сообщения об этой работе.',
    'К этому дню мы передадим всё, что принадлежит вам, закроем свои доступы к вашим системам и пришлём последний счёт.',
    `С уважением,\n${signature(draft)}`,
  ]);
}

function points(draft: NoticeDraft): string[] {
  const { endOn, reasons, offersTransition } = draft;
  return [
    `Сказать в первую же минуту: мы завершаем совместную работу, последний день — ${day(endOn)}.`,
    ...(reasons.length === 0
      ? ['Назвать причину одной фразой: то, как работаем мы, и то, что нужно вам, перестало сходиться.']
      : [`Назвать причины как факты, без оценок:\n${reasons.map((one) => `   – ${reason(one)}`).join('\n')}`]),
    'Помолчать и выслушать. Не спорить и не уговаривать: решение принято.',
    ...(offersTransition
      ? [
          'Предложить помощь: спокойную передачу дел, ответы на вопросы нового партнёра, названия компаний, которые могут подойти.',
        ]
      : []),
    'Договориться, кому у них передавать дела и в какой день.',
    'Сказать, что письменное уведомление придёт сегодня, и отправить его.',
  ];
}

const thanks = ({ isThankful }: NoticeDraft) =>
  isThankful
    ? 'Поблагодарить за совместную работу и назвать что-то одно, что вы правда ценили.'
    : 'Поблагодарить за время, что вы работали вместе.';

export const notice: Messages['parting']['notice'] = {
  letter: (draft) => (draft.mode === 'now' ? letterNow(draft) : letter(draft)),
  call: (draft) =>
    paragraphs([
      `Звонок: ${draft.clientName}. Что сказать`,
      bullets(['Спросить, есть ли десять минут, чтобы поговорить спокойно.', thanks(draft), ...points(draft)]),
    ]),
  meeting: (draft) =>
    paragraphs([
      `Встреча: ${draft.clientName}. Как её провести`,
      bullets([
        'Двое от вас, двое от них, не больше часа, в тихом месте.',
        thanks(draft),
        ...points(draft),
        'Оставить место для ответа: если предложат что-то серьёзное, пообещать подумать и назвать день ответа. На месте ничего не решать.',
      ]),
    ]),
};
