import type { NoticeDraft, NoticeReason } from '../../domain/parting/notice-draft.ts';
import { formatList, formatMoney } from '../amounts.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';
import { topics } from './topics.ts';

const day = (on: string) => formatLongDay('en', on);
const days = (count: number) => plural('en', count, { one: 'day', other: 'days' });

const paragraphs = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('\n\n');
const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`).join('\n');

function reason({ signal, dates, amounts }: NoticeReason): string {
  const topic = topics[signal];
  const money = amounts.map(({ currency, total }) => formatMoney('en', total, currency)).join(', ');
  const when = formatList('en', dates.map(day), 'all');
  return `${topic[0]?.toUpperCase()}${topic.slice(1)}: ${when}${money === '' ? '' : ` (${money} in all)`}`;
}

const signature = ({ senderName, companyName }: NoticeDraft) => `${senderName}\n${companyName}`;

function letter(draft: NoticeDraft): string {
  const { clientName, endOn, noticeDays, reasons, isThankful, offersTransition, writtenOn } = draft;
  const period =
    noticeDays === null || noticeDays === 0
      ? ''
      : ` This letter gives the notice of ${days(noticeDays)} that our contract asks for.`;
  return paragraphs([
    `Subject: The end of our work together on ${day(endOn)}`,
    day(writtenOn),
    `Dear colleagues at ${clientName},`,
    `Thank you for the time we have worked together.${isThankful ? ' There is a good deal in it that our team values and will remember gladly.' : ''}`,
    `After much thought we have decided to end our cooperation. Our last day of work for you is ${day(endOn)}.${period}`,
    reasons.length === 0
      ? 'The way we work and what you need no longer fit together well enough, and we believe that another partner can serve you better.'
      : `You should know what led us here. These are the points from our records:\n${bullets(reasons.map(reason))}\n\nWe name them because you have a right to know our reasons, and because they may help in your work with your next partner. We know that some of this may look different from your side.`,
    offersTransition
      ? `Until then we finish what we have agreed on. We hand over files, accesses and documents in good order, answer your next partner's questions, and are glad to name companies that may suit you well. Please tell us who takes over on your side, and when it suits you to talk about the details.`
      : null,
    `You will receive our final invoice by ${day(endOn)}.`,
    'We wish you and your team every success.',
    `Kind regards,\n${signature(draft)}`,
  ]);
}

/** After a hard stop: short, civil, nothing about the facts; a lawyer reads it first. */
function letterNow(draft: NoticeDraft): string {
  const { clientName, endOn, writtenOn } = draft;
  return paragraphs([
    '[Please have a lawyer read this before you send it. It names no reasons on purpose.]',
    `Subject: The end of our work together on ${day(endOn)}`,
    day(writtenOn),
    `Dear colleagues at ${clientName},`,
    `With this letter we end our cooperation. It ends on ${day(endOn)}.`,
    'From today, please write to me alone. The other members of our team no longer take calls or messages about this work.',
    `By that day we hand over what belongs to you, close our accesses to your systems, and send our final invoice.`,
    `Regards,\n${signature(draft)}`,
  ]);
}

function points(draft: NoticeDraft): string[] {
  const { endOn, reasons, offersTransition } = draft;
  return [
    `Say it in the first minute: we are ending our work together, the last day is ${day(endOn)}.`,
    ...(reasons.length === 0
      ? ['Give the reason in one sentence: the way we work and what you need no longer fit together well enough.']
      : [`Give the reasons as facts, without comment:\n${reasons.map((one) => `   – ${reason(one)}`).join('\n')}`]),
    'Pause and listen. Do not argue, do not persuade; the decision stands.',
    ...(offersTransition
      ? [
          'Offer help: an orderly handover, answers to the next partner’s questions, the names of companies that may suit them.',
        ]
      : []),
    'Agree on who takes over on their side, and on the day of the handover.',
    'Say that the formal notice follows in writing today, and send it.',
  ];
}

const thanks = ({ isThankful }: NoticeDraft) =>
  isThankful
    ? 'Thank them for the work together, and name one thing you really valued.'
    : 'Thank them for the time you have worked together.';

/** The drafts of a notice, in the language of the client. People edit them, send them, or say them; the app never does. */
export const notice = {
  letter: (draft: NoticeDraft): string => (draft.mode === 'now' ? letterNow(draft) : letter(draft)),
  call: (draft: NoticeDraft): string =>
    paragraphs([
      `Call to ${draft.clientName}: what to say`,
      bullets(['Ask whether they have ten minutes to talk undisturbed.', thanks(draft), ...points(draft)]),
    ]),
  meeting: (draft: NoticeDraft): string =>
    paragraphs([
      `Meeting with ${draft.clientName}: how to go about it`,
      bullets([
        'Two of us, two of them, an hour at most, in a quiet room.',
        thanks(draft),
        ...points(draft),
        'Leave room: if they offer something real, promise to think it over and to answer by a certain day. Decide nothing there.',
      ]),
    ]),
};
