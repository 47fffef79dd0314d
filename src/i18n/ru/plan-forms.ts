import { bold, md, mention } from '../../domain/escaping.ts';
import type { planForms as shape } from '../en/plan-forms.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const items = (count: number) => plural('ru', count, { one: 'пункт', few: 'пункта', many: 'пунктов', other: 'пункта' });
const ofItems = (count: number) =>
  plural('ru', count, { one: 'пункта', few: 'пунктов', many: 'пунктов', other: 'пункта' });
const day = (on: string) => formatLongDay('ru', on);

export const planForms: typeof shape = {
  title: 'План действий',
  colleague: 'наш коллега',
  client: (name) => md`${bold(name)}`,
  questions: {
    submit: 'Что предлагается',
    intro: 'Отвечать не обязательно. От ответов зависит, какие пункты будут предложены.',
    words: 'Сказанное командой уже вписано, без имён. Поправьте, как считаете нужным.',
    placeholder: 'Оставьте так, если это неважно',
  },
  suggestions: {
    submit: 'Дальше',
    firstLabel: 'Что нужно сделать?',
    moreLabel: 'Также возможно',
    hint: 'Отмечено не больше трёх: лучше сделать немногое, чем запланировать всё. Слова можно поправить дальше.',
    room: (count) => `Осталось место для ${ofItems(count)}.`,
    tooMany: (room) => `Осталось место для ${ofItems(room)}. Снимите часть отметок.`,
    ownOnly: 'Из сказанного командой ничего не следует. Напишите своими словами, что нужно сделать.',
  },
  items: {
    submit: 'Сохранить план',
    text: 'Что нужно сделать?',
    owner: 'Кто это сделает?',
    due: 'К какому дню?',
    number: (at, isFirst) => (isFirst ? md`*Пункт ${at}* · сделать первым` : md`*Пункт ${at}*`),
    own: md`*Что-то своё* · оставьте пустым, если добавить нечего`,
    needed: 'Напишите, что нужно сделать, кто это сделает и к какому дню.',
  },
  add: { title: 'Добавить пункт', submit: 'Добавить' },
  later: { title: 'Другой срок', submit: 'Перенести', due: 'К какому дню будет сделано?' },
  reopen: { title: 'Вернуть в работу', submit: 'Вернуть', due: 'К какому дню будет сделано?' },
  drop: {
    title: 'Снять пункт',
    submit: 'Снять',
    reason: 'Почему это больше не нужно?',
    hint: 'Причина останется рядом с пунктом.',
  },
  edit: { title: 'Изменить пункт', submit: 'Сохранить' },
  quote: ({ text, dueOn }) => md`>${text}\nсрок — ${day(dueOn)}`,
  card: {
    heading: (client) => md`*План работы с ${client}*`,
    title: (client) => `План: ${client}`,
    none: 'В нём пока ничего нет.',
    line: ({ text, ownerId, dueOn }, marks) =>
      md`${text}\n${mention(ownerId)} · срок — ${day(dueOn)}${marks.length === 0 ? '' : ` · ${marks.join(' · ')}`}`,
    overdue: 'просрочено',
    done: ({ text, closedById }) => md`✅ ${text} · ${mention(closedById ?? '')}`,
    dropped: ({ text, reason }) => md`Снято: ${text} · ${reason ?? ''}`,
    more: (count) => `и ещё ${count}`,
    buttons: { edit: 'Изменить', add: 'Добавить пункт', plan: 'План' },
    next: (count, firstDue) =>
      firstDue === null
        ? `План закрыт: ${items(count)}.`
        : `Дальше: план, ${items(count)}, ближайший срок — ${day(firstDue)}.`,
    noPlan: 'Дальше: составить план того, что нужно изменить.',
  },
  message: {
    closed: {
      done: ({ text, closedById }) => md`✅ Сделано, отметка: ${mention(closedById ?? '')}\n>${text}`,
      dropped: ({ text, closedById, reason }) =>
        md`Снято, отметка: ${mention(closedById ?? '')}\n>${text}\nПочему: ${reason ?? ''}`,
    },
    moved: ({ text, ownerId }) => md`Теперь это делает ${mention(ownerId)}:\n>${text}`,
    listHelp: 'Исполнители получили напоминания. Новый срок или другого исполнителя можно указать в плане.',
  },
  home: {
    mine: (count) => `Мои открытые пункты: ${count}`,
    line: ({ text, dueOn, client, isOverdue }) =>
      md`${bold(client)}: ${text}\n${isOverdue ? 'срок прошёл' : 'срок'} — ${day(dueOn)}`,
    overdue: (count) => `Просрочено в планах: ${count}`,
    overdueLine: ({ text, dueOn, client, ownerId }) =>
      md`${bold(client)}: ${text} (${mention(ownerId)}, срок — ${day(dueOn)})`,
  },
  page: { title: (count) => `Открытые пункты плана: ${count}` },
  replies: {
    notManager: 'Составлять и менять план могут только руководители этого клиента.',
    not_repairing: 'План составляют, когда решено сохранить клиента и наладить работу. Здесь решение другое.',
    itemGone: 'Этого пункта больше нет.',
    doneBy: (who) => md`Это уже сделано, отметка: ${mention(who)}.`,
    closedBy: (name) => `Этот пункт уже закрыт, отметка: ${name}.`,
    droppedBy: (who) => md`Это уже снято, отметка: ${mention(who)}.`,
  },
};
