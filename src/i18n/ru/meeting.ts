import { bold, md, moment } from '../../domain/escaping.ts';
import { formatMoney, formatPoints } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';
import { plural, pluralForm } from '../plural.ts';
import { plan } from './plan.ts';
import { topics } from './topics.ts';

type Meeting = Messages['meeting'];

const sheet: Meeting['sheet'] = {
  title: (client) => `Встреча: ${client}`,
  numbers: 'Цифры',
  pressure: (value) => `Напряжение в нашей работе: ${formatPoints('ru', value)} из 100`,
  tookPart: (tookPart, invited) => `Спросили у себя: ${invited}, ответили: ${tookPart}`,
  signal: (id, voices, of) =>
    `${pluralForm('ru', voices, { one: 'Назвал', other: 'Назвали' })} ${voices} из ${of}: ${topics[id]}`,
  hours: (hours) =>
    `Уходит впустую: ${plural('ru', hours, { one: 'час', few: 'часа', many: 'часов', other: 'часа' })} в неделю`,
  amounts: (amounts) => `О каких деньгах речь: ${amounts.join(', ')}`,
  good: (named, of) =>
    `${pluralForm('ru', named, { one: 'Назвал', other: 'Назвали' })} что-то хорошее в работе с вами: ${named} из ${of}`,
  facts: 'Что было, по датам',
  fact: ({ on, text, amount, currency }) =>
    `${formatLongDay('ru', on)}: ${text}${amount === null || currency === null ? '' : ` (${formatMoney('ru', amount, currency)})`}`,
  noFacts: 'В журнале нет фактов с датами. Вспомните два-три; без них лучше спрашивать, чем утверждать.',
  positives: 'Что мы ценим (с этого начните)',
  complaints: 'Каково это нам (для вас, вслух не читать)',
  asks: 'О чём хотим договориться',
  ask: (id) => plan.suggestion[id].label,
  conduct: 'В разговоре',
  conductLines: [
    'Сначала цифры и даты, потом вопрос: как это видите вы?',
    'Дослушать до конца. Прежде чем отвечать, повторить, что вы услышали.',
    'Говорить о работе, а не о людях, ни о своих, ни о чужих.',
    'Искать то, на что согласны обе стороны, и записать это, пока не разошлись.',
  ],
};

export const meeting: Meeting = {
  topic: topics,
  sheet,
  form: {
    planTitle: 'Встреча с клиентом',
    recordTitle: 'Как прошла встреча',
    startsAt: 'Когда?',
    place: 'Где или по какой ссылке?',
    attendees: 'Кто идёт от нас?',
    prepSheet: 'Что взять с собой',
    prepHint: 'Собрано из записей: факты без имён. Меняйте, что хотите.',
    theirView: 'Как это видят они?',
    ourView: 'Что сказали мы?',
    heardUs: 'Услышали ли нас?',
    willing: 'Готовы ли они что-то менять?',
    agreed: 'О чём договорились?',
    agreedHint: 'По одной договорённости на строку. Из них можно сделать пункты плана.',
  },
  heardUs: { yes: 'Да', partly: 'Отчасти', no: 'Нет' },
  willing: { yes: 'Да', partly: 'Отчасти', no: 'Нет' },
  state: { planned: 'назначена', recorded: 'прошла', cancelled: 'отменена' },
  buttons: {
    plan: 'Назначить встречу',
    record: 'Записать итоги встречи',
    move: 'Перенести',
    cancel: 'Отменить встречу',
    sheet: 'Подготовка к встрече',
  },
  planned: ({ client, startsAt }) => md`Встреча с клиентом ${bold(client)} назначена на ${moment(startsAt)}.`,
  reminder: ({ client, startsAt, place }) =>
    md`Встреча с клиентом ${bold(client)}: ${moment(startsAt)}${place === '' ? '' : `, ${place}`}. Записи для подготовки собраны.`,
  again: {
    title: (version) => `После встречи: вердикт, версия ${version}`,
    same: 'Вердикт остался прежним.',
    changed: (from, to) => `Было: ${from}. Стало: ${to}.`,
    added: 'Что теперь учитывается',
    gone: 'Что больше не учитывается',
    adjustmentBegins: 'Расстаться пока не по карману: налаживайте, что можно, и готовьтесь.',
    adjustmentEnds: 'Теперь мы можем позволить себе расстаться.',
    confidence: (from, to) => `Уверенность: была ${from}, стала ${to}.`,
    willing: {
      yes: 'Клиент готов всё исправить.',
      partly: 'Клиент готов исправить часть.',
      no: 'Клиент ничего менять не хочет.',
    },
    decideAgain: 'Прежнее решение в силе, пока вы не примете новое.',
  },
  refused: {
    time_missing: 'Выберите, когда.',
    time_past: 'Это время уже прошло. Выберите более позднее или запишите итоги, если встреча состоялась.',
    time_too_far: 'До этой даты больше двух лет. Проверьте год.',
    place_too_long: 'Уложитесь в 500 знаков.',
    sheet_too_long: 'Уложитесь в 3000 знаков.',
    not_held_yet: 'Эта встреча ещё не началась. Если она уже прошла, сначала перенесите её на то время.',
    already_recorded: 'Итоги этой встречи уже записаны. Чтобы записать новые, назначьте ещё одну.',
    meeting_cancelled: 'Эта встреча отменена. Сначала назначьте новую.',
    their_view_missing: 'Напишите в двух словах, как это видят они.',
    heard_missing: 'Отметьте, услышали ли нас.',
    willing_missing: 'Отметьте, готовы ли они что-то менять: от этого зависит вердикт.',
    record_too_long: 'Каждый ответ должен уместиться в 3000 знаков.',
  },
};
