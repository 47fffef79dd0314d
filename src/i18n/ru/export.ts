import { bold, md } from '../../domain/escaping.ts';
import { formatPoints, formatShare } from '../amounts.ts';
import type { Messages } from '../en/index.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const day = (on: string) => formatLongDay('ru', on);
const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const hours = { one: 'час', few: 'часа', many: 'часов', other: 'часа' };
const reviews = { one: 'разбор', few: 'разбора', many: 'разборов', other: 'разбора' };
const entries = { one: 'запись', few: 'записи', many: 'записей', other: 'записи' };

const report: Messages['clientExport']['report'] = {
  asOf: (on, timeZone) => `Всё, что записано, на ${day(on)}. Дни считаются по часовому поясу ${timeZone}.`,
  status: (status) => `Статус: ${status}`,
  archived: 'В архиве',
  revenue: (amount) => `Платит: ${amount} в месяц`,
  revenueShare: (share) => `Доля в нашем доходе: ${formatShare('ru', share)}`,
  contract: (on) => `Договор до: ${day(on)}`,
  notice: (count) => `Предупредить о расторжении: за ${plural('ru', count, days)}`,
  language: (language) => `Язык переписки: ${language.toLocaleLowerCase('ru')}`,
  managers: (names) => `Руководители: ${names}`,
  usualManagers: 'Руководители: общие для рабочего пространства',
  team: (people) => `Команда клиента: ${people}`,
  noTeam: 'Команда клиента: пока никого',
  intake: 'До начала работы',
  notFilled: 'Анкету никто не заполнил.',
  noRisks: 'Обо всём договорились.',
  risks: 'Не решено:',
  reviews: (count) => `Разборы (${count})`,
  noReviews: 'Разборов ещё не было.',
  review: (on, verdict) => `${day(on)}: ${verdict}`,
  noVerdict: 'без вердикта',
  openReview: (on) => `Идёт с ${day(on)}`,
  openNote: 'Что уже сказали, попадёт в выгрузку, когда разбор закончится.',
  mode: {
    open: 'Открытый разбор: ответы подписаны.',
    private: 'Закрытый разбор: ответы здесь без имён и по алфавиту.',
  },
  facilitator: (name) => `Ведущий: ${name}`,
  question: 'Отдельно спросили:',
  pressure: (points) => `Сколько напряжения видит команда: ${formatPoints('ru', points)} из 100`,
  votes: (keep, part, unsure) => `Голоса: продолжать ${keep}, расстаться ${part}, не уверены ${unsure}`,
  hours: (count) => `Уходит на трение: ${plural('ru', count, hours)} в неделю`,
  withheld: 'На один из вопросов ответили меньше трёх человек: эти ответы не показываем.',
  verdict: 'Вердикт',
  verdictVersion: (version, on) => `Вердикт, версия ${version} от ${day(on)}`,
  decision: 'Решение',
  decided: (choice, who, on) => `${choice} (${who}, ${day(on)})`,
  undecided: 'Решения ещё нет.',
  hardStop: { confirmed: 'Стоп-сигнал: подтвердился', not_confirmed: 'Стоп-сигнал: не подтвердился' },
  said: { complaints: 'Что мешает', positives: 'Что хорошего', lessons: 'Уроки' },
  plan: 'План действий',
  item: (owner, due, state) => `${owner}, срок ${day(due)}, ${state}`,
  itemReason: (reason) => `почему: ${reason}`,
  meeting: (on, state) => `Встреча с клиентом, ${day(on)}: ${state}`,
  place: (place) => `Где: ${place}`,
  theirView: 'Как видят они',
  ourView: 'Что сказали мы',
  heardUs: (answer) => `Нас услышали? ${answer}`,
  willing: (answer) => `Готовы исправлять? ${answer}`,
  agreed: 'О чём договорились',
  outcome: 'Решение было верным?',
  parting: 'Расставание',
  partingState: { running: 'идёт', stopped: 'остановлено: клиента решили оставить', finished: 'завершено' },
  lastDay: (on, state) => `Последний день: ${day(on)}, ${state}`,
  told: (channel) => `Как сообщить: ${channel.toLocaleLowerCase('ru')}`,
  stepDue: (on) => `срок ${day(on)}`,
  savedNotice: (channel) => `Уведомление, как его оставили (${channel.toLocaleLowerCase('ru')})`,
  evidence: (count) => `Журнал нарушений (${count})`,
  noEvidence: 'Записей нет.',
  loggedBy: (who, on) => `автор записи: ${who}, ${day(on)}`,
  corrected: 'Запись поправляет прежнюю:',
  link: 'Ссылка:',
  health: 'Здоровье по неделям',
  noHealth: 'Пульса об этом клиенте ещё не было.',
  columns: { week: 'Неделя с', health: 'Здоровье', trend: 'Тренд', answered: 'Ответили', named: 'Назвали' },
  answered: (respondents, asked) => `${respondents} из ${asked}`,
  fewAnswered: 'не показываем: ответили меньше трёх',
};

export const clientExport: Messages['clientExport'] = {
  help: 'присылает файлами всё, что записано об одном клиенте',
  which: (command) => md`О каком клиенте? Напишите название после команды: ${command}`,
  nearest: (names, command) => md`Может быть, ${names}? Напишите название целиком после ${command}.`,
  gathering: (client) =>
    md`Собираю всё, что записано о клиенте ${bold(client)}. Через минуту файлы будут в ваших личных сообщениях со мной.`,
  notAllowed: md`В этом рабочем пространстве я не могу отправлять файлы: нет разрешения \`files:write\`. Попросите администратора вашего Slack установить Parley заново и разрешить загрузку файлов, потом повторите команду.`,
  failed: (client) =>
    md`Файлы о клиенте ${bold(client)} не дошли до Slack. Если их нет в ваших личных сообщениях со мной, попробуйте ещё раз через минуту.`,
  files: (about) =>
    md`Всё, что записано о клиенте ${bold(about.client)}: ${plural('ru', about.reviews, reviews)} и ${plural('ru', about.evidence, entries)} в журнале нарушений. Отчёт для чтения, журнал таблицей и все данные целиком.\nНе выносите файлы за пределы компании. Закрытые разборы в них без имён.`,
  title: { report: 'Отчёт', evidence: 'Журнал нарушений', data: 'Данные' },
  report,
};
