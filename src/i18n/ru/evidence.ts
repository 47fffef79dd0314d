import { bold, type Mrkdwn, md, mention, moment, safe } from '../../domain/escaping.ts';
import { MAX_EVIDENCE_LENGTH } from '../../domain/evidence/evidence.ts';
import type { Messages } from '../en/index.ts';
import { formatNumber, plural } from '../plural.ts';

export const evidence: Messages['evidence'] = {
  title: 'В журнал нарушений',
  intro:
    'Запись с датой и вашим именем о том, что произошло. Изменить её нельзя, можно только поправить новой записью.',
  about: (client) => md`Клиент: ${bold(client)}`,
  tooLong: md`*Сообщение длиннее одного поля.* Здесь столько, сколько поместилось: оставьте главное, остальное найдётся по ссылке.`,
  unknownClient: (typed) => md`Клиента «${typed}» я не знаю. Выберите его из списка.`,
  noClients: md`Клиентов пока нет. Первого добавит руководитель командой ${safe('`/client-review client`' as Mrkdwn)}.`,
  guests: md`Записывать в журнал могут только сотрудники этой компании. Если вам это нужно, спросите того, кто вас пригласил.`,
  help: 'записывает в журнал нарушений, что сделал клиент; руководители видят журнал',
  question: {
    client: 'Какой клиент?',
    text: 'Что произошло?',
    happenedOn: 'Когда?',
    signal: 'Что это за сигнал?',
    amount: 'О какой сумме шла речь?',
    currency: 'Валюта',
    link: 'Ссылка',
  },
  hint: {
    text: 'Только факты: о чём договорились и что вышло. Однажды это может прочесть клиент.',
    amount: 'Оставьте пустым, если дело не в деньгах.',
  },
  log: 'Записать в журнал',
  correct: 'Поправить',
  correctTitle: 'Поправить запись',
  correctIntro: 'То, что вы напишете, встанет на место записи. Прежние слова останутся в журнале за ней.',
  placeholder: { client: 'Выберите клиента', signal: 'Выберите, если хотите' },
  link: 'Ссылка',
  loggedBy: (userId, at) => md`автор записи: ${mention(userId)}, ${moment(at, 'date')}`,
  before: (userId, at, text) => md`Раньше (${mention(userId)}, ${moment(at, 'date')}): ${text}`,
  moreBefore: (count) =>
    md`и ещё ${plural('ru', count, { one: 'прежняя версия', few: 'прежние версии', many: 'прежних версий', other: 'прежней версии' })}`,
  section: (count) => (count === 0 ? md`*Журнал нарушений:* записей пока нет` : md`*Журнал нарушений* (${count})`),
  open: 'Открыть журнал',
  corrected: (times) =>
    times === 1
      ? 'с поправкой'
      : `с поправками: ${plural('ru', times, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}`,
  saved: 'Записано. Слова останутся такими, какие они сейчас, что бы ни стало с сообщением.',
  none: 'В журнале об этом клиенте пока ничего нет.',
  refused: {
    client_missing: 'Выберите клиента.',
    text_missing: 'Напишите, что произошло.',
    // When it is read: the first number that Intl writes takes it ten milliseconds, and a start needs none.
    get text_too_long() {
      return `Уложитесь в ${formatNumber('ru', MAX_EVIDENCE_LENGTH)} знаков: процитируйте главное и добавьте ссылку.`;
    },
    date_missing: 'Укажите, когда это произошло.',
    date_invalid: 'Такого дня в календаре нет. Напишите дату так: 04.12.2026.',
    date_future: 'Этот день ещё не наступил. Выберите день, когда это произошло.',
    signal_unknown: 'Выберите сигнал из списка.',
    amount_invalid: 'Напишите сумму, например 4000 или 4000,50, или оставьте пустым.',
    amount_negative: 'Напишите сумму без минуса.',
    amount_too_large: 'Такую сумму я сохранить не могу. Проверьте нули.',
    currency_invalid: 'Напишите валюту тремя буквами, например RUB.',
    link_invalid: 'Ссылка должна начинаться с https://. Исправьте её или уберите.',
    entry_not_found: 'Не нахожу запись, которую вы поправляете. Откройте журнал ещё раз.',
    already_corrected: 'Эту запись уже поправили. Откройте журнал ещё раз и поправьте самую новую.',
  },
};
