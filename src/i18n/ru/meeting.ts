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
  colleague: 'коллега',
  shortened: 'Сокращено, чтобы уместилось: остальное есть в итогах и в журнале.',
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
    sheet: 'Изменить записи',
    decideAgain: 'Решить заново',
  },
  note: {
    planned: ({ client, startsAt, place }) =>
      md`Встреча с клиентом ${bold(client)} назначена: ${moment(startsAt)}.${place === '' ? '' : `\n${place}`}`,
    recorded: ({ client, startsAt }) => md`Встреча с клиентом ${bold(client)} состоялась: ${moment(startsAt)}.`,
    cancelled: ({ client, startsAt }) => md`Встреча с клиентом ${bold(client)} отменена: ${moment(startsAt)}.`,
  },
  coming: (people) => md`С нашей стороны: ${people}`,
  came: (people) => md`С нашей стороны были: ${people}`,
  nobodyElse: 'Кроме вас, никто не идёт.',
  nobodyElseCame: 'Кроме вас, от нас никого не было.',
  sheetTitle: 'Что взять с собой',
  noSheet: 'Записей для подготовки пока нет.',
  recordedBy: (who) => md`Итоги записал человек: ${who}. Что из них следует, написано в треде разбора.`,
  confirmCancel: {
    title: 'Отменить встречу?',
    text: 'Все, кто идёт от нас, узнают об этом. Клиент — нет: предупредите его.',
    confirm: 'Отменить',
    deny: 'Оставить',
  },
  formTitle: { all: 'Встреча с клиентом', time: 'Перенести встречу', sheet: 'Подготовка' },
  willingHint: 'Из этого ответа вердикт выводится заново.',
  reminder: ({ client, startsAt, place }) =>
    md`Встреча с клиентом ${bold(client)}: ${moment(startsAt)}. Записи для подготовки — выше, в сообщении о встрече.${place === '' ? '' : `\n${place}`}`,
  again: {
    title: (version) => `После встречи: вердикт, версия ${version}`,
    titleReadiness: (version) => `С учётом последствий: вердикт, версия ${version}`,
    level: { high: 'высокая', medium: 'средняя', low: 'низкая' },
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
    time_past: 'Это время уже прошло. Выберите более позднее.',
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
    planned_already: 'Встреча уже назначена: кто-то сделал это только что. Закройте форму и перенесите ту встречу.',
    changed_meanwhile:
      'Встречу только что изменил кто-то другой. Скопируйте текст, закройте форму и откройте её снова.',
    too_many: 'Выберите не больше 50 человек.',
    meeting_not_found: 'Этой встречи больше нет.',
    still_open: 'Разбор ещё идёт. Назначить встречу можно, когда он закроется.',
    client_parted: 'С этим клиентом мы уже расстались. Если снова работаете вместе, сначала верните его.',
    no_review:
      'У этого клиента ещё нет завершённого разбора. Сначала проведите его: на встрече говорят о том, что он показал.',
  },
};
