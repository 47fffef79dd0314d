import { formatPoints, formatShare } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { plural, pluralForm } from '../plural.ts';

const people = (count: number) =>
  plural('ru', count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' });

export const verdictReasons: Messages['summary']['why'] = {
  hardStop: (label: string, voices: number) =>
    `${pluralForm('ru', voices, { one: 'Сообщил', other: 'Сообщили' })} ${people(voices)}: клиент ${label}. Если это правда, остальное уже не важно.`,
  notEnoughVoices: (voices: number, invited: number, needed: number) =>
    `${pluralForm('ru', voices, { one: 'Ответил', other: 'Ответили' })} ${voices} из ${invited}. Для вердикта нужно хотя бы ${needed}, иначе он говорит за слишком немногих.`,
  breakingPoint: (cannotName: number, voices: number) =>
    `Никто не назвал ничего хорошего, а ${cannotName} из ${voices} прямо сказали, что назвать нечего. Дальше некуда.`,
  willNotMend: (pressure: number, threshold: number) =>
    `С клиентом поговорили, менять он ничего не хочет. Напряжение при этом ${formatPoints('ru', pressure, threshold)} из 100, а чтобы расстаться, достаточно ${formatPoints('ru', threshold)}.`,
  parts: (pressure: number, threshold: number) =>
    `Напряжение в работе с клиентом: ${formatPoints('ru', pressure, threshold)} из 100. От ${formatPoints('ru', threshold)} пора расставаться.`,
  spreadBySignals: (count: number, labels: string) => `Это задевает всю команду, общих проблем ${count}: ${labels}.`,
  spreadByEveryone: (everyone: number, complaints: number) =>
    `Дело не в одном человеке: в ${everyone} жалобах из ${complaints} речь обо всех у клиента.`,
  lastsByFrequency: (constantly: number, complaints: number) =>
    `Это не прекращается: жалоб на то, что происходит постоянно, ${constantly} из ${complaints}.`,
  lastsByPreviousReview: (previous: number) =>
    `Это не новость: в прошлом разборе напряжение было ${formatPoints('ru', previous)} из 100.`,
  lastsByPulses: (low: number, pulses: number) => `Так неделя за неделей: низких оценок ${low} из последних ${pulses}.`,
  repairs: (pressure: number, threshold: number) =>
    `Напряжение в работе с клиентом: ${formatPoints('ru', pressure, threshold)} из 100. От ${formatPoints('ru', threshold)} пора налаживать.`,
  sharedSignals: (signals: string) => `Большинство ответивших называет одно и то же: ${signals}.`,
  heavySignal: (label: string, voices: number) =>
    `Серьёзно само по себе: ${label}. Постоянно и невыносимо; так ${pluralForm('ru', voices, { one: 'говорит', other: 'говорят' })} ${people(voices)}.`,
  nothingSerious: (pressure: number, threshold: number) =>
    `Напряжение в работе с клиентом: ${formatPoints('ru', pressure, threshold)} из 100. Налаживать пора от ${formatPoints('ru', threshold)}.`,
  noTrouble: 'Ни о каких проблемах не сказали.',
  alsoRepairs: (threshold: number) => `Налаживать было бы пора уже от ${formatPoints('ru', threshold)} из 100.`,
  mostNamed: (signals: string) => `Чаще всего называли: ${signals}.`,
  alsoNamed: (signals: string) => `Называли и другое: ${signals}.`,
  signalCount: (label: string, voices: number, of: number, frequency: string) =>
    `${label} (${voices} из ${of}, ${frequency})`,
  signalVoices: (label: string, voices: number, of: number) => `${label} (${voices} из ${of})`,
  goodNamed: (named: number, of: number) =>
    `Что-то хорошее ${pluralForm('ru', named, { one: 'назвал', other: 'назвали' })} ${named} из ${of}, так что не всё потеряно.`,
  cannotAfford: (revenueShare: number, readiness: number, needed: number) =>
    `*Расстаться пока не по карману.* По правилам пора расставаться, но этот клиент даёт ${formatShare('ru', revenueShare)} выручки, а к его уходу мы не готовы (готовность ${formatPoints('ru', readiness, needed)} из 100, достаточно ${formatPoints('ru', needed)}). Налаживайте, что можно, и готовьтесь.`,
};
