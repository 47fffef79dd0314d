import type { SampleTeam } from './sample-voice.ts';

const NOTHING_TO_ADD = { relationship: null, learned: null, elsewhere: null } as const;

/** The same client and the same trouble as in English, told by people who think in Russian. */
export const sampleTeamRu: SampleTeam = {
  clientName: 'Кофейни Маяк (пример)',
  voices: [
    {
      userId: 'sample-ru-anna',
      name: 'Анна (пример)',
      role: 'sales',
      complaints: [
        {
          text: 'После каждой приёмки появляется «ещё одна мелочь». За прошлый месяц их набралось пять, и ни одной не было в смете.',
          signals: ['scope_creep'],
          severity: 2,
          frequency: 'constantly',
          concerns: 'one_person',
        },
      ],
      positive: 'Они нас советуют: двое новых клиентов в этом году пришли от них.',
      lessons: {
        relationship: 'На первую доработку я согласилась и не заговорила о деньгах. Они решили, что у нас так принято.',
        learned: null,
        elsewhere: null,
      },
      vote: 'keep',
      hoursPerWeek: 2,
    },
    {
      userId: 'sample-ru-boris',
      name: 'Борис (пример)',
      role: 'delivery',
      complaints: [
        {
          text: 'Страницу меню мы собирали три раза. Каждый раз у нового человека с их стороны было своё мнение.',
          signals: ['scope_creep', 'broken_agreements'],
          severity: 2,
          frequency: 'constantly',
          concerns: 'few_people',
        },
        {
          text: 'Запуск перенесли на две недели раньше, одной строчкой в чате.',
          signals: ['unrealistic_expectations'],
          severity: 2,
          frequency: 'once',
          concerns: 'one_person',
        },
      ],
      positive: 'Их дизайнер знает, чего хочет, и отвечает в течение часа.',
      lessons: {
        relationship: null,
        learned: 'Страница готова, когда так сказал один названный человек, а не когда закончилась встреча.',
        elsewhere: 'Теперь мы записываем это имя в каждый новый договор.',
      },
      vote: 'part',
      hoursPerWeek: 4.5,
    },
    {
      userId: 'sample-ru-vera',
      name: 'Вера (пример)',
      role: 'delivery',
      complaints: [
        {
          text: 'Пишут в воскресенье вечером, а ответа ждут в понедельник к восьми утра.',
          signals: ['off_hours'],
          severity: 3,
          frequency: 'sometimes',
          concerns: 'one_person',
        },
      ],
      positive: null,
      lessons: NOTHING_TO_ADD,
      vote: 'part',
      hoursPerWeek: 3,
    },
    {
      userId: 'sample-ru-gleb',
      name: 'Глеб (пример)',
      role: 'support',
      complaints: [],
      positive: 'Об ошибках пишут понятно: что делали, что увидели, и сразу со снимком экрана.',
      lessons: {
        relationship: 'Короткая сводка по пятницам вдвое сократила число вопросов.',
        learned: null,
        elsewhere: 'Её теперь получают ещё два клиента.',
      },
      vote: 'keep',
      hoursPerWeek: null,
    },
    {
      userId: 'sample-ru-darya',
      name: 'Дарья (пример)',
      role: 'finance',
      complaints: [
        {
          text: 'Сентябрьский счёт оплатили в ноябре, после четвёртого напоминания.',
          signals: ['late_payment'],
          severity: 3,
          frequency: 'constantly',
          concerns: 'everyone',
        },
      ],
      positive: 'Ни одного счёта они ни разу не оспорили.',
      lessons: {
        relationship: null,
        learned: 'Они платят 25-го, что бы ни стояло в счёте. Если прислать его 20-го, деньги придут через пять дней.',
        elsewhere: null,
      },
      vote: 'keep',
      hoursPerWeek: 1,
    },
    {
      userId: 'sample-ru-egor',
      name: 'Егор (пример)',
      role: 'other',
      complaints: [
        {
          text: 'Там никто не может сказать, кто решает. Сначала мы ждём, а потом всё горит.',
          signals: ['poor_communication', 'attention_drain'],
          severity: 2,
          frequency: 'sometimes',
          concerns: 'everyone',
        },
      ],
      positive: 'Съёмка к их десятилетию — лучшее, что есть в нашем портфолио.',
      lessons: NOTHING_TO_ADD,
      vote: 'unsure',
      hoursPerWeek: null,
    },
  ],
};
