import { bold, boldLine, channelLink, md, mention, moment } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural, pluralForm } from '../plural.ts';

const answers = (count: number) =>
  plural('ru', count, { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' });

export const thread: Messages['thread'] = {
  prompt: {
    question: {
      complaints: (clientName: string) => boldLine(md`Что мешает в работе с клиентом «${clientName}»?`),
      positives: (clientName: string) => boldLine(md`Что хорошего в работе с клиентом «${clientName}»?`),
      lessons: (clientName: string) => boldLine(md`Чему нас научила работа с клиентом «${clientName}»?`),
      vote: (clientName: string) => boldLine(md`Продолжать с клиентом «${clientName}» или расстаться?`),
    },
    help: {
      complaints:
        'Расскажите, что произошло и как часто так бывает. Высокие требования — это нормально, правила, которые меняются на ходу, — нет.',
      positives:
        'Назовите что-то одно и настоящее: человека, привычку, результат. Если назвать нечего, это тоже ответ.',
      lessons: 'Что вы сделали, чтобы стало лучше или хуже? Что поняли? Где это пригодилось с другими клиентами?',
      vote: 'Одно нажатие. Если с этим клиентом время уходит впустую, добавьте, сколько часов в неделю.',
    },
    whoSees: {
      private: {
        words:
          '🔒 Команда увидит ваш ответ без имени и вместе с остальными, когда шаг закончится. Если ответят меньше трёх человек, ответы только посчитают.',
        vote: '🔒 Команда увидит, сколько голосов за что, но не кто как голосовал.',
        late: '🔒 Команда увидит ваш ответ без имени, вместе с итогами. Если ответят меньше трёх человек, ответы только посчитают.',
      },
      open: {
        words: 'Ваш ответ появится здесь, с вашим именем.',
        vote: 'Ваш голос появится в итогах, с вашим именем.',
        late: 'Ваш ответ появится здесь, с вашим именем.',
      },
    },
    until: (at: Date) => md`⏳ до ${moment(at)}`,
    notification: (clientName: string, question: string) => md`${clientName}: ${question}`,
  },
  about: {
    one_person: 'дело в одном человеке',
    few_people: 'дело в нескольких людях',
    everyone: 'дело во всех',
  },
  lessonPart: {
    relationship: 'Из-за чего стало лучше или хуже',
    learned: 'Чему научил этот клиент',
    elsewhere: 'Где это помогло с другими клиентами',
  },
  answer: {
    heading: (userId: string, role: string, question: string) => md`*${mention(userId)}* (${role}) · ${question}`,
    late: 'ответ после срока',
    nothing: {
      complaints: 'Ничего не мешает.',
      positives: 'Не могу назвать ничего хорошего.',
      lessons: 'Добавить нечего.',
    },
    withdrawn: (userId: string, question: string) => md`${mention(userId)}: ответ на вопрос «${question}» убран`,
  },
  reveal: {
    heading: {
      complaints: (count: number) =>
        `Что мешает: ${plural('ru', count, { one: 'жалоба', few: 'жалобы', many: 'жалоб', other: 'жалобы' })}`,
      positives: (count: number) => `Что хорошего: ${answers(count)}`,
      lessons: (count: number) => `Чему научились: ${answers(count)}`,
    },
    topic: { complaints: 'Что мешает', positives: 'Что хорошего', lessons: 'Чему научились' },
    noNames: '🔒 Без имён, в случайном порядке.',
    nobody: 'На этот вопрос никто не ответил.',
    tooFew: (answered: number) =>
      `${answered === 1 ? 'Ответил' : 'Ответили'} ${plural('ru', answered, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}. Когда ответов меньше трёх, по словам можно узнать автора, поэтому мы их считаем, но не показываем.`,
    nothing: {
      complaints: 'Ни о каких проблемах не сказали.',
      positives: 'Ничего хорошего никто не назвал.',
      lessons: 'Добавить никому нечего.',
    },
    late: (count: number) => `Ответы после срока: ${count}`,
    lateWithheld: (count: number) =>
      `Ещё ${answers(count)} после срока мы посчитали, но не показываем: когда людей меньше трёх, по словам можно узнать автора.`,
  },
  kind: {
    complaint: 'Что мешает',
    positive: 'Что хорошего',
    lesson_relationship: 'Из-за чего стало лучше или хуже',
    lesson_learned: 'Что поняли',
    lesson_elsewhere: 'Где это помогло с другими клиентами',
  },
  shortOfVoices: {
    text: (have: number, need: number, invited: number) =>
      md`*Нужно ещё несколько ответов.* ${pluralForm('ru', have, { one: 'Ответил', other: 'Ответили' })} ${have} из ${invited}, для вердикта нужно ${need}.`,
    help: (at: Date) => md`Если вы ещё не отвечали, начните с того, что мешает. Разбор ждёт до ${moment(at)}.`,
  },
  invitation: {
    text: (facilitatorId: string, clientName: string, channelId: string) =>
      md`${mention(facilitatorId)} приглашает вас в разбор клиента ${bold(clientName)} в канале ${channelLink(channelId)}: продолжать ли с ним и что пора изменить.`,
    question: (question: string) => md`Сейчас вопрос: *${question}*`,
    mode: {
      private: '🔒 Закрытый: команда увидит, что сказано, но не кто это сказал.',
      open: 'Открытый: ответы видны в треде канала вместе с именем.',
    },
    waiting: 'Разбор ждёт ещё нескольких ответов.',
    over: 'Этот разбор уже закончился, всё равно спасибо.',
  },
  reminder: {
    text: (clientName: string, channelId: string) =>
      md`В разборе клиента ${bold(clientName)} в канале ${channelLink(channelId)} не хватает вашего ответа. Это займёт минуту.`,
    once: 'На каждый шаг приходит одно напоминание. Если сейчас неудобно, его можно отложить:',
  },
  channelRefused: {
    title: (clientName: string, channelId: string) =>
      boldLine(md`Больше не пишу о клиенте «${clientName}» в ${channelLink(channelId)}.`),
    why: {
      external: 'Канал общий с другой организацией, а посторонним этого читать не стоит.',
      pending_external: 'В канал пригласили другую организацию, а посторонним этого читать не стоит.',
      guests: 'В канале есть гости, а посторонним этого читать не стоит.',
      outsiders: 'В канале есть люди не из компании, а посторонним этого читать не стоит.',
      unknown: 'Не получилось узнать, кто читает этот канал, поэтому лучше промолчать.',
      not_member: 'Меня больше нет в этом канале.',
      archived: 'Канал в архиве.',
      direct_message: 'Для разбора нужен канал, который читает команда, а это личная переписка.',
    },
    remedy: {
      external: 'Закройте другой организации доступ к каналу.',
      pending_external: 'Отзовите приглашение другой организации.',
      guests: 'Уберите гостей из канала.',
      outsiders: 'Уберите из канала людей не из компании.',
      unknown: 'Проверьте, есть ли бот в канале, и попробуйте ещё раз через несколько минут.',
      not_member: 'Пригласите бота в канал снова.',
      archived: 'Верните канал из архива.',
      direct_message: 'Начните разбор в канале.',
    },
    kept: 'Все ответы, которые уже даны, сохранены.',
    whatToDo: 'Что делать:',
  },
};
