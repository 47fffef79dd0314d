import type { Language } from '../src/domain/language.ts';

const EN = {
  nothingGood: 'Step 2. Everybody is asked for one good thing. Nobody can name one',
  votes: 'Step 4. Keep or part? Then the verdict follows',
  held: 'Mara wants to part. First: are we ready for the consequences?',
  asks: 'She asks the team, and everybody answers with a click; Priya adds a comment',
  comment: 'We need something to fill February with.',
  figures: 'Mara looks at the answers and fills in what it costs',
  decides: 'Now she decides',
  rationale: 'We have tried twice, and nothing good is left. We end it well.',
  evidence: 'Lena has a message in the channel, and keeps it as evidence',
  message: 'Northwind now wants the three extra screens for nothing, or they will not pay November.',
  begins: 'Mara opens the checklist and sets the last day',
  channel: 'How do we tell them? The app suggests, Mara chooses',
  notice: 'Mara edits the draft of the notice; then it is shown for copying. The app sends nothing to the client',
  postscript: 'P.S. Lena stays your contact until the last day.',
  steps: 'Three and a half weeks later: step by step, everything is done',
  note: 'Nothing unusual in it.',
  notNeeded: 'We know nobody who fits.',
  parted: 'With the last step, the client is parted, and the team is asked for a last lesson',
  lesson: 'Ask for a deposit, and say no the first time.',
};

export type PartWords = typeof EN;

const RU: PartWords = {
  nothingGood: 'Шаг 2. Каждого просят назвать что-то хорошее. Никто не может',
  votes: 'Шаг 4. Продолжать или расстаться? Затем вердикт',
  held: 'Мара хочет расстаться. Сначала вопрос: готовы ли мы к последствиям?',
  asks: 'Она спрашивает команду, и каждый отвечает одним нажатием; Прия добавляет комментарий',
  comment: 'Нужно чем-то занять февраль.',
  figures: 'Мара смотрит ответы и вписывает, чего это будет стоить',
  decides: 'Теперь она принимает решение',
  rationale: 'Пробовали дважды, хорошего не осталось. Закончим достойно.',
  evidence: 'Лена сохраняет сообщение из канала как факт',
  message: 'Northwind теперь хочет три лишних экрана даром, иначе не оплатит ноябрь.',
  begins: 'Мара открывает план расставания и указывает последний день',
  channel: 'Как сообщить? Приложение предлагает, Мара выбирает',
  notice: 'Мара правит черновик уведомления; потом его можно скопировать. Клиенту приложение не пишет ничего',
  postscript: 'P. S. До последнего дня на связи с вами Лена.',
  steps: 'Через три с половиной недели: шаг за шагом всё сделано',
  note: 'Ничего необычного в нём нет.',
  notNeeded: 'Подходящего исполнителя мы не знаем.',
  parted: 'После последнего шага клиент больше не наш, и команду спрашивают о последнем уроке',
  lesson: 'Брать предоплату и отказывать с первого раза.',
};

export const PART_WORDS: Readonly<Record<Language, PartWords>> = { en: EN, ru: RU };
