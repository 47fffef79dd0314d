import type { Safe } from '../../domain/escaping.ts';
import { md } from '../../domain/escaping.ts';
import type { WordPhase } from '../../domain/statement.ts';
import { formatMoney, formatPoints, formatShare } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { formatNumber, plural, pluralForm } from '../plural.ts';
import { verdictChanges } from './verdict-changes.ts';
import { verdictReasons } from './verdict-reasons.ts';

const people = (count: number) =>
  plural('ru', count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' });
const answers = (count: number) =>
  plural('ru', count, { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' });

export const summary: Messages['summary'] = {
  why: verdictReasons,
  change: verdictChanges,
  verdict: {
    as_is: (clientName: string) => `Вердикт по клиенту «${clientName}»: продолжать как есть`,
    repair: (clientName: string) => `Вердикт по клиенту «${clientName}»: продолжать и наладить работу`,
    planned: (clientName: string) => `Вердикт по клиенту «${clientName}»: расстаться, спокойно и по плану`,
    now: (clientName: string) => `Вердикт по клиенту «${clientName}»: расстаться сейчас, если факты подтвердятся`,
    not_enough_voices: (clientName: string) => `Вердикта по клиенту «${clientName}» нет: мало ответов`,
  },
  shortVerdict: {
    as_is: 'Продолжать как есть',
    repair: 'Продолжать и наладить',
    planned: 'Расстаться, спокойно и по плану',
    now: 'Расстаться сейчас, если факты подтвердятся',
    not_enough_voices: 'Вердикта нет: мало ответов',
  },
  confidence: {
    heading: { high: 'Уверенность высокая', medium: 'Уверенность средняя', low: 'Уверенность низкая' },
    line: (heading: string, because: string) => `${heading} (${because}).`,
    highBecause: 'ответили почти все, и большинство голосует так же',
    few_answered: (voices: number, invited: number) =>
      `${pluralForm('ru', voices, { one: 'ответил', other: 'ответили' })} только ${voices} из ${invited}`,
    not_all_answered: (voices: number, invited: number) =>
      `${pluralForm('ru', voices, { one: 'ответил', other: 'ответили' })} ${voices} из ${invited}`,
    role_unheard: (roles: string) => `не ответил никто из тех, кто отвечает за ${roles}`,
    no_majority: 'большинства нет ни за то, чтобы продолжать, ни за то, чтобы расстаться',
    votes_differ: (agree: number, of: number) => `за это только ${agree} из ${of} голосов`,
    nobody_voted: 'никто не голосовал',
    no_verdict: 'слишком мало ответов',
  },
  heading: {
    why: 'Почему',
    wouldChange: 'Что изменит вердикт',
    wouldChangeTogether: 'Что изменит вердикт, но только всё сразу',
    hurts: (count: number) => `Что мешает (${count})`,
    good: (count: number) => `Что хорошего (${count})`,
    learned: (count: number) => `Чему научились (${count})`,
    price: 'Цена, которую не видно',
    votes: 'Голоса',
    heard: 'Кто участвовал',
  },
  verifyFirst: md`*Сначала проверить, потом действовать.*\n• Выясните факты.\n• Защитите того, кто об этом сказал, и не ищите, кто это был.\n• Посоветуйтесь с юристом, прежде чем говорить с клиентом.`,
  changeOfContact: (concentrated: number, complaints: number) =>
    md`*Начните с простого: другой человек у клиента или другой специалист у нас.* Жалоб на одного или нескольких людей: ${concentrated} из ${complaints}.`,
  pressure: (points: number) =>
    `Из чего складываются ${formatPoints('ru', points)} ${pluralForm('ru', Math.round(points), { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' })} из 100:`,
  signal: (label: string, voices: number, of: number, frequency: string) =>
    `${label}: ${voices} из ${of}, ${frequency}`,
  contribution: (points: number) =>
    plural('ru', Math.round(points), { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' }),
  smallContribution: 'меньше балла',
  hardStop: (label: string, voices: number, of: number) => `*Стоп-сигнал:* ${label}: ${voices} из ${of}`,
  complaintsWithoutSignal: 'Ничего из списка проблем не назвали.',
  noComplaints: 'Ни о каких проблемах не сказали.',
  cannotName: (count: number) => `Не смогли ничего назвать: ${people(count)}.`,
  nothingGood: 'Ничего хорошего никто не назвал.',
  allAbove: (count: number, topic: WordPhase) =>
    `${count === 1 ? 'Ответ' : `Все ${count}`}${topic === 'complaints' ? ' целиком' : ''} — выше в этом треде.`,
  withheld: (count: number) =>
    `Ещё ${answers(count)} мы посчитали, но не показываем: когда людей меньше трёх, по словам можно узнать автора.`,
  price: (hours: number, money: number | null, currency: string) =>
    `Впустую уходит ${plural('ru', hours, { one: 'час', few: 'часа', many: 'часов', other: 'часа' })} в неделю${money === null ? '' : ` ≈ ${formatMoney('ru', money, currency)} в месяц`}`,
  priceShare: (share: number) => `, ${formatShare('ru', share)} от того, что клиент платит`,
  voteCount: (label: string, count: number) => `${label} ${formatNumber('ru', count)}`,
  voters: (label: string, count: number, names: Safe) => md`${label} ${count} (${names})`,
  noVotes: 'Никто не голосовал.',
  fewVotes: 'Проголосовали меньше трёх человек, поэтому голоса не показываем.',
  dissent: {
    keep: (count: number) => `Против вердикта: ${people(count)} за то, чтобы расстаться.`,
    part: (count: number) => `Против вердикта: ${people(count)} за то, чтобы продолжать.`,
    none: 'Против вердикта никто не голосовал.',
  },
  tookPart: (tookPart: number, invited: number) =>
    `${pluralForm('ru', tookPart, { one: 'Участвовал', other: 'Участвовали' })} ${tookPart} из ${invited}`,
  tookPartNames: (names: Safe) => md`${names}`,
  notHeard: (roles: string) => `Не услышали: ${roles}.`,
  role: {
    sales: 'продажи',
    account: 'аккаунтинг',
    delivery: 'производство',
    support: 'поддержку',
    finance: 'финансы',
    other: 'прочее',
  },
  footer: 'Вердикт выводится по правилам и ни к чему не обязывает: решает руководитель.',
};
