import { formatList, formatPoints, formatShare } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { plural, pluralForm } from '../plural.ts';

const people = (count: number) =>
  plural('ru', count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' });

const say = (count: number) => pluralForm('ru', count, { one: 'скажет', other: 'скажут' });

export const verdictChanges: Messages['summary']['change'] = {
  outcome: {
    as_is: 'Продолжать как есть',
    repair: 'Продолжать и наладить',
    planned: 'Расстаться',
    now: 'Расстаться сейчас',
    not_enough_voices: 'Без вердикта',
  },
  anyVerdict: 'Вердикт появится',
  sentence: (clauses: readonly string[], require: 'all' | 'any') => `, если ${formatList('ru', clauses, require)}.`,
  towards: {
    pressure: (now: number, bound: number) =>
      `напряжение дойдёт до ${formatPoints('ru', bound)} из 100 (сейчас ${formatPoints('ru', now, bound)})`,
    systemic: (now: number, needed: number) =>
      `общими для команды станут хотя бы ${plural('ru', needed, { one: 'проблема', few: 'проблемы', many: 'проблем', other: 'проблемы' })} (сейчас ${now})`,
    chronic: (now: number, complaints: number) =>
      complaints === 0
        ? 'большинство жалоб будет на то, что происходит постоянно'
        : `большинство жалоб будет на то, что происходит постоянно (сейчас ${now} из ${complaints})`,
    positives: (named: number, cannotName: number, voices: number) =>
      named === 0
        ? `больше людей скажет, что хорошего нет (сейчас ${cannotName} из ${voices})`
        : `никто больше не назовёт ничего хорошего (сейчас назвали ${named} из ${voices})`,
    meeting: 'после разговора клиент не захочет ничего менять',
    sharedSignal: (label: string | null, now: number, needed: number) =>
      label === null
        ? `об одном и том же ${say(needed)} ${people(needed)}`
        : `об одном и том же ${say(needed)} ${people(needed)} (сейчас ${now}: ${label})`,
  },
  away: {
    pressure: (now: number, bound: number) =>
      `напряжение опустится ниже ${formatPoints('ru', bound)} из 100 (сейчас ${formatPoints('ru', now, bound)})`,
    systemic: 'проблемы будут задевать меньше людей',
    chronic: 'это перестанет быть постоянным',
    positives: 'хоть кто-то назовёт что-то хорошее',
    meeting: 'клиент согласится что-то менять',
    hardStop: 'факты не подтвердятся',
    voices: (missing: number) =>
      `${pluralForm('ru', missing, { one: 'ответит', other: 'ответят' })} ещё ${people(missing)}`,
    readiness: (now: number, needed: number) =>
      `мы будем готовы обойтись без этого клиента: хотя бы ${formatPoints('ru', needed)} из 100 (сейчас ${formatPoints('ru', now, needed)})`,
    revenueShare: (now: number, bound: number) =>
      `он будет давать меньше ${formatShare('ru', bound)} выручки (сейчас ${formatShare('ru', now)})`,
  },
};
