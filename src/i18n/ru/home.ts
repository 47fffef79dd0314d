import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

const ofClients = (count: number) => plural('ru', count, { one: 'клиента', other: 'клиентов' });

export const home: Messages['home'] = {
  greeting: {
    morning: (who: Safe): Mrkdwn => md`*Доброе утро, ${who}.*`,
    afternoon: (who: Safe): Mrkdwn => md`*Добрый день, ${who}.*`,
    evening: (who: Safe): Mrkdwn => md`*Добрый вечер, ${who}.*`,
  },
  refused: {
    notOurs: md`*Parley – для сотрудников компании.* Для гостей здесь ничего нет. Если вам должно быть видно больше, спросите того, кто вас пригласил.`,
    unknown: md`*Slack сейчас не говорит, кто вы.* Откройте эту страницу ещё раз через минуту.`,
    trouble: md`*Сейчас не получилось прочитать вашу страницу.* Ничего не потеряно. Откройте её ещё раз через минуту.`,
  },
  waiting: (count: number): string => `Ждёт вас (${count})`,
  nothingWaits: md`Вас ничего не ждёт.`,
  whatComes: md`Когда понадобится ваш ответ в разборе или в пульсе недели, он появится здесь.`,
  item: {
    decide: ({ name, at }: { name: string; at: Safe | null }): Mrkdwn =>
      md`Решить, что делать с ${bold(name)}${at === null ? '' : ': разбор закончился '}${at ?? ''}`,
    short_of_voices: (name: string): Mrkdwn =>
      md`В разборе ${bold(name)} мало ответов для вердикта. Попросите ответить ещё или идите дальше без них.`,
    paused: (name: string): Mrkdwn =>
      md`Разбор ${bold(name)} стоит: в его канале о клиентах говорить нельзя. Перенесите разбор в другой канал.`,
    answer: ({
      name,
      step,
      until,
      isPrivate,
    }: {
      name: string;
      step: string;
      until: Date | null;
      isPrivate: boolean;
    }) =>
      md`Ответить про ${bold(name)} · ${step}${isPrivate ? ' · 🔒 закрытый' : ''}${until === null ? '' : ' · ⏳ до '}${until === null ? '' : moment(until)}`,
    pulse: ({ answered, asked, until }: { answered: number; asked: number; until: Date }): Mrkdwn =>
      md`Пульс недели · вы оценили ${answered} из ${ofClients(asked)} · ⏳ до ${moment(until)}`,
  },
  clients: {
    title: (count: number): string => `Клиенты (${count})`,
    counts: {
      critical: (count: number): string => `🔴 критично: ${count}`,
      watch: (count: number): string => `🟡 внимание: ${count}`,
      healthy: (count: number): string => `🟢 хорошо: ${count}`,
      none: (count: number): string => `⚪ нет данных: ${count}`,
      falling: (count: number): string => `↓ становится хуже: ${count}`,
    },
    none: md`*Клиентов пока нет.* Добавьте первого: название и кто с ним работает. После этого можно начать разбор, а еженедельный пульс будет знать, кого спрашивать.`,
  },
  band: { critical: 'критично', watch: 'внимание', healthy: 'хорошо' },
  noData: 'нет данных',
  health: (health: number): string => `${health} из 100`,
  next: {
    open: (step: string): string => `разбор, ${step}`,
    paused: 'разбор стоит',
    decide: 'разбор закончен, ждёт решения',
    reviewed: (at: Safe): Mrkdwn => md`последний разбор ${at}`,
    never: 'разборов ещё не было',
  },
  reviews: {
    title: (count: number): string => `Идут разборы (${count})`,
  },
  ownClients: {
    title: (count: number): string => `Клиенты, с которыми вы работаете (${count})`,
    rated: (rating: number): string => `ваша оценка ${rating} из 5`,
    none: md`Вы пока не в команде ни одного клиента. Добавить вас может руководитель.`,
  },
  settings: {
    title: 'Мои настройки',
    language: md`*Язык*, на котором я с вами говорю`,
    asInSlack: 'Как в Slack',
    paused: (day: string): Mrkdwn => md`*Пауза:* без пульса и напоминаний, последний день – ${day}`,
    notPaused: md`*Пауза:* нет`,
    daysOff: (days: string): Mrkdwn => md`*Выходные:* ${days}`,
    noDaysOff: md`*Выходные:* не отмечены`,
  },
  more: (count: number): Mrkdwn => md`и ещё ${count}`,
  button: {
    decide: 'Решить',
    facilitate: 'Вести разбор',
    answer: 'Ответить',
    pulse: 'Оценить неделю',
    open: 'Открыть',
    start: 'Начать разбор',
    newClient: 'Новый клиент',
    import: 'Импорт',
    settings: 'Настройки',
    showAll: (count: number): string => `Показать все (${count})`,
    quiet: 'Выходные и пауза',
    resume: 'Закончить паузу',
    previous: 'Назад',
    next: 'Дальше',
  },
  list: {
    title: {
      waiting: 'Ждёт вас',
      clients: 'Все клиенты',
      reviews: 'Идут разборы',
      mine: 'Ваши клиенты',
      history: 'Прошлые разборы',
      lessons: 'Уроки',
      comments: 'Комментарии',
      evidence: 'Журнал нарушений',
    },
    page: ({ page, pages }: { page: number; pages: number }): Mrkdwn => md`Страница ${page} из ${pages}`,
    empty: md`Здесь уже ничего нет.`,
  },
  page: {
    title: 'Клиент',
    status: (status: string): Mrkdwn => md`Статус: ${status}`,
    health: 'Здоровье',
    noHealth: md`Ещё ни одна неделя не закончилась. Первая цифра придёт с пульсом недели.`,
    lastWeeks: (count: number): Mrkdwn => md`Недель: ${count}, сначала новые. Лучшее значение – 100.`,
    week: (week: number): string => `Неделя ${week}`,
    responses: ({ respondents, asked }: { respondents: number; asked: number }): string =>
      `ответили ${respondents} из ${asked}`,
    nobody: (asked: number): string => `никто не ответил (спросили: ${asked})`,
    comments: (count: number): Mrkdwn => md`*Комментарии последней недели* (${count})`,
    fewComments: (count: number): Mrkdwn =>
      md`*Комментариев за последнюю неделю: ${count}.* Мы их не показываем: ответили меньше трёх человек, и автора было бы легко узнать.`,
    reviews: 'Разборы',
    noReviews: md`Завершённых разборов ещё нет.`,
    openReview: (step: string): Mrkdwn => md`*Идёт сейчас:* ${step}`,
    decided: ({ choice, who }: { choice: string; who: Safe }): Mrkdwn => md`решение: ${choice} (${who})`,
    undecided: 'решения ещё нет',
    lessons: (count: number): Mrkdwn => md`*Уроки* (${count}): чему люди научились в прошлых разборах`,
    readLessons: 'Прочитать',
    history: 'Здоровье и история',
  },
  start: {
    title: 'Начать разбор',
    intro: (name: string | null): Mrkdwn =>
      name === null
        ? md`В каком канале пройдёт разбор? Все, кто будет отвечать, должны быть в этом канале.`
        : md`В каком канале пройдёт разбор ${bold(name)}? Все, кто будет отвечать, должны быть в этом канале.`,
    channel: 'Канал',
    channelHint: 'Ваш собственный, без гостей, и чтобы я был в нём.',
    placeholder: 'Выберите канал',
    missing: 'Выберите канал.',
  },
};
