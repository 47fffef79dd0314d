/** What Slack itself says to people: on the page, and at a field it refuses to send. */
export type PageWords = {
  readonly brand: string;
  readonly actAs: string;
  readonly search: string;
  readonly channels: string;
  readonly directMessages: string;
  readonly apps: string;
  readonly members: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly noMessages: string;
  readonly noHome: string;
  readonly thread: string;
  readonly reply: string;
  readonly replies: Readonly<Record<string, string>>;
  readonly lastReply: string;
  readonly send: string;
  readonly messageTo: string;
  readonly hint: string;
  readonly optional: string;
  readonly addPerson: string;
  readonly required: string;
  readonly atMostSelected: (most: number) => string;
  readonly atLeastLong: (least: number) => string;
  readonly atMostLong: (most: number) => string;
  readonly number: string;
  readonly wholeNumber: string;
  readonly atLeast: (least: string) => string;
  readonly atMost: (most: string) => string;
  readonly trouble: string;
};

const EN: PageWords = {
  brand: 'local-slack, in place of Slack',
  actAs: 'You are',
  search: 'Search channels and apps',
  channels: 'Channels',
  directMessages: 'Direct messages',
  apps: 'Apps',
  members: 'members',
  onlyYou: 'only visible to you',
  edited: '(edited)',
  noMessages: 'No messages yet. Type /client-review help below.',
  noHome: 'Nothing here yet.',
  thread: 'Thread',
  reply: 'Reply in thread…',
  replies: { one: 'reply', other: 'replies' },
  lastReply: 'Last reply ',
  send: 'Send',
  messageTo: 'Message ',
  hint: ' or try /client-review help',
  optional: '(optional)',
  addPerson: 'Add a person',
  required: 'Please complete this required field.',
  atMostSelected: (most) => `You can select at most ${most}.`,
  atLeastLong: (least) => `Use at least ${least} characters.`,
  atMostLong: (most) => `Use at most ${most} characters.`,
  number: 'Please enter a number.',
  wholeNumber: 'Please enter a whole number.',
  atLeast: (least) => `At least ${least}.`,
  atMost: (most) => `At most ${most}.`,
  trouble: 'We had some trouble connecting. Try again?',
};

const RU: PageWords = {
  brand: 'local-slack вместо Slack',
  actAs: 'Вы',
  search: 'Поиск каналов',
  channels: 'Каналы',
  directMessages: 'Личные сообщения',
  apps: 'Приложения',
  members: 'участников',
  onlyYou: 'видно только вам',
  edited: '(изменено)',
  noMessages: 'Пока пусто. Введите ниже /client-review help.',
  noHome: 'Здесь пока ничего нет.',
  thread: 'Тред',
  reply: 'Ответить в треде…',
  replies: { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' },
  lastReply: 'Последний в ',
  send: 'Отправить',
  messageTo: 'Написать в ',
  hint: ' или ввести /client-review help',
  optional: '(необязательно)',
  addPerson: 'Добавить человека',
  required: 'Это поле нужно заполнить.',
  atMostSelected: (most) => `Можно выбрать не больше ${most}.`,
  atLeastLong: (least) => `Не короче ${least} символов.`,
  atMostLong: (most) => `Не длиннее ${most} символов.`,
  number: 'Введите число.',
  wholeNumber: 'Введите целое число.',
  atLeast: (least) => `Не меньше ${least}.`,
  atMost: (most) => `Не больше ${most}.`,
  trouble: 'Не удалось связаться с приложением. Попробуйте ещё раз.',
};

/** Slack's own words for a locale such as `ru-RU`; English where there are none. */
export function pageWords(locale = 'en-US'): PageWords {
  return locale.startsWith('ru') ? RU : EN;
}
