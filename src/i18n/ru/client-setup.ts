import { bold, type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

const clients = (count: number) =>
  plural('ru', count, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' });
const lines = (count: number) => plural('ru', count, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' });

export const clientSetup: Messages['clientSetup'] = {
  help: {
    client: 'что известно об этом клиенте; здесь же правка и архив',
    newClient: 'завести нового клиента',
    import: 'завести или изменить много клиентов из таблицы',
  },
  form: {
    newTitle: 'Новый клиент',
    editTitle: 'Правка клиента',
    name: 'Название',
    team: md`*Команда клиента:* все, кто с ним работает. Каждый один раз, в одной роли.`,
    userGroup: 'И все из группы пользователей',
    userGroupHint:
      'Команда следует за группой: новый участник группы попадает в команду с ролью «другое», если не выбрать ему роль, а ушедший из группы уходит и из команды.',
    userGroupPlaceholder: 'Выберите группу',
    userGroupGone: (name: string): string => `${name} (удалена)`,
    managers: 'Руководители клиента',
    managersHint:
      'Они первыми узнают, если что-то пойдёт не так. Если никого не выбрать, это руководители всего пространства.',
    channel: 'Канал',
    channelHint: 'Свой, без гостей, и с Parley внутри.',
    channelPlaceholder: 'Выберите канал',
    revenue: 'Сколько клиент платит в месяц',
    currency: 'Валюта этой суммы',
    currencyHint: (usual: string): string => `Три буквы, например EUR. Если оставить пустым, будет ${usual}.`,
    contractEnd: 'Договор действует до',
    noticeDays: 'За сколько дней предупреждать о расторжении',
    language: 'На каком языке вы пишете клиенту',
    languagePlaceholder: 'Выберите язык',
    pulse: 'Еженедельный пульс',
    pulseOption: {
      on: { text: 'Включён', description: 'Раз в неделю команда говорит, как дела' },
      off: { text: 'Выключен', description: 'Об этом клиенте никого не спрашиваем' },
    },
    clashIntro: md`*Пока форма была открыта, этого клиента изменил кто-то ещё.* Пока ничего не сохранено. Посмотрите на отмеченные поля и сохраните снова, чтобы осталось то, что в них написано.`,
    clash: (theirs: Safe): Mrkdwn => md`⚠️ За это время здесь стало: ${theirs}`,
    nothing: 'пусто',
  },
  errors: {
    client_name_taken:
      'Клиент с таким названием уже есть. Выберите другое или откройте того клиента: /client-review client и название.',
    client_name_taken_archived:
      'Такое название у клиента в архиве. Выберите другое или верните того клиента: /client-review client и название.',
    client_archived: 'Этот клиент в архиве. Сначала верните его: /client-review client и название.',
    client_parted: 'С этим клиентом мы расстались. Сначала верните его: /client-review client и название.',
    account_team_too_large: 'Так выходит больше 50 человек. Уберите кого-нибудь, пожалуйста.',
    revenue_invalid: 'Напишите сумму, например 4000, или оставьте поле пустым.',
    notice_invalid: 'Напишите целое число дней от 0 до 3650 или оставьте поле пустым.',
    date_invalid: 'Выберите дату или оставьте поле пустым.',
    user_group_unreadable:
      'Slack не ответил, кто в этой группе. Ничего не сохранено; попробуйте через минуту или не выбирайте группу.',
    import_empty: 'Вставьте хотя бы две строки: названия столбцов и одного клиента.',
    import_no_rows: 'Названия столбцов есть, а клиентов под ними нет. Вставьте и остальные строки.',
    import_no_name:
      'В первой строке должны быть названия столбцов, и среди них «название». Добавьте эту строку сверху.',
    import_quote_open: 'Где-то кавычка открыта и не закрыта, поэтому ячейки не разделить. Проверьте кавычки.',
  },
  channel: {
    external: 'Этот канал общий с другой организацией. Выберите свой.',
    pending_external: 'В этот канал пригласили другую организацию. Выберите свой.',
    guests: 'В этом канале есть гости. Выберите канал без гостей.',
    outsiders: 'В этом канале есть люди не из компании. Выберите свой.',
    unknown: 'Не получилось узнать, кто читает этот канал. Попробуйте через минуту или оставьте поле пустым.',
    not_member: 'Parley нет в этом канале. Напишите там /invite @Parley и отправьте форму ещё раз.',
    archived: 'Этот канал в архиве. Выберите другой.',
    direct_message: 'Это личная переписка. Выберите канал.',
  },
  page: {
    heading: ({ name, status }: { name: string; status: string }): Mrkdwn => md`${bold(name)} · ${status}`,
    archived: md`🗄 *В архиве:* клиента нет в списках, о нём никого не спрашиваем. История сохранена.`,
    team: (count: number): Mrkdwn => md`*Команда клиента* (${count})`,
    noTeam: md`*Команда клиента:* пока никого. Добавить людей можно кнопкой *Изменить*.`,
    role: ({ role, people }: { role: string; people: Safe }): Mrkdwn => md`${role}: ${people}`,
    morePeople: (count: number): Mrkdwn => md`и ещё ${count}`,
    follows: (group: string): Mrkdwn => md`Команда следует за группой @${group}.`,
    groupGone: (group: string): Mrkdwn =>
      md`⚠️ Группу @${group} удалили или отключили. Команда осталась такой, какой была; поменять её можно кнопкой *Изменить*.`,
    managers: (people: Safe): Mrkdwn => md`*Руководители:* ${people}`,
    usualManagers: md`*Руководители:* те же, что у всего пространства`,
    channel: (channel: Safe): Mrkdwn => md`*Канал:* ${channel}`,
    revenue: (amount: string): Mrkdwn => md`*Платит:* ${amount} в месяц`,
    contract: (day: string): Mrkdwn => md`*Договор действует до:* ${day}`,
    notice: (days: number): Mrkdwn =>
      md`*Предупреждать о расторжении:* за ${plural('ru', days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`,
    lastNotice: (day: string): Mrkdwn => md`(последний день: ${day})`,
    language: (language: string): Mrkdwn => md`*Язык переписки с клиентом:* ${language}`,
    pulseOn: md`*Еженедельный пульс:* включён`,
    pulseOff: md`*Еженедельный пульс:* выключен`,
    edit: 'Изменить',
    archive: 'В архив',
    restore: 'Вернуть из архива',
    start: 'Начать разбор',
    archiveTitle: 'Убрать клиента в архив?',
    archiveText: 'Его не будет в списках, и о нём никого не спросим. История сохранится, клиента можно вернуть.',
    archiveConfirm: 'В архив',
    archiveDeny: 'Оставить',
  },
  done: {
    archived: (name: string): Mrkdwn => md`Клиент ${bold(name)} в архиве. История сохранена.`,
    restored: (name: string): Mrkdwn => md`Клиент ${bold(name)} снова в списках, всё как было.`,
  },
  find: {
    none: (typed: string): Mrkdwn => md`Клиента «${typed}» нет.`,
    nearest: md`Может быть, кто-то из этих?`,
    several: ({ typed, count }: { typed: string; count: number }): Mrkdwn =>
      md`С «${typed}» начинаются: ${clients(count)}. Какой нужен?`,
    more: (count: number): Mrkdwn => md`и ещё ${count}: напишите название подробнее`,
    choose: 'Выберите клиента',
    newNamed: (typed: string): string => `Новый клиент: ${typed}`,
  },
  start: {
    absent: (people: Safe): Mrkdwn =>
      md`В команде клиента, но не в этом канале: ${people}. Сначала пригласите их в канал, потом откройте форму снова.`,
  },
  import: {
    title: 'Импорт клиентов',
    check: 'Проверить',
    confirm: 'Импортировать',
    intro: md`Скопируйте ячейки таблицы или строки файла CSV и вставьте сюда. В первой строке названия столбцов:`,
    columns: {
      name: 'название',
      team: 'команда',
      managers: 'руководители',
      channel: 'канал',
      revenue: 'доход в месяц',
      currency: 'валюта',
      contractEnd: 'конец договора',
      noticeDays: 'дней до расторжения',
      language: 'язык',
      pulse: 'пульс',
    },
    rules: md`Обязательно только название. Клиент, который уже есть, изменится; пустая ячейка ничего не меняет. Людей указывайте адресами почты или @именами через запятую, например \`@lena: производство, @omar: продажи\` (ячейку с запятыми возьмите в кавычки). Пока вы не увидите, что изменится, ничего не сохраним.`,
    text: 'Строки',
    moreText: 'Ещё строки',
    textHint:
      'В поле помещается 3000 знаков. В следующем поле продолжайте с новой строки; названия столбцов повторять не нужно.',
    more: 'Больше места',
    working: 'Читаем строки …',
    saving: 'Импортируем …',
    wrongColumn: ({ column, known }: { column: string; known: string }): string =>
      `Столбец «${column}» не знаком. Переименуйте его или уберите; знакомы: ${known}.`,
    columnTwice: (column: string): string => `Столбец «${column}» есть дважды. Уберите один.`,
    encoding: {
      utf16:
        'Эти строки не прочесть: файл в кодировке UTF-16. Сохраните его как «CSV UTF-8» и скопируйте снова или скопируйте ячейки таблицы.',
      cp1251:
        'Эти строки не прочесть: файл в кодировке Windows-1251. Сохраните его как «CSV UTF-8» и скопируйте снова или скопируйте ячейки таблицы.',
      utf8_as_latin:
        'Эти строки не прочесть: файл открыли не в той кодировке. Откройте его как UTF-8 и скопируйте снова или скопируйте ячейки таблицы.',
      unknown:
        'Часть букв потерялась ещё до нас: файл не в UTF-8 (чаще всего это UTF-16 или Windows-1251). Сохраните его как «CSV UTF-8» и скопируйте снова или скопируйте ячейки таблицы.',
    },
    peopleUnreadable: md`*Slack не ответил, кто есть в пространстве или в каких каналах есть Parley.* Ничего не сохранено, строки ниже; нажмите *Проверить* ещё раз через минуту.`,
    failed: md`*У меня что-то сломалось.* Ничего не сохранено, строки ниже; нажмите *Проверить* ещё раз через минуту.`,
    gone: md`Эти строки уже импортированы, или им больше суток. Ничего не изменилось; чтобы начать заново, напишите \`/client-review import\`.`,
    summary: ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }): Mrkdwn =>
      md`*Новых: ${created}, изменится: ${changed}, без изменений: ${unchanged}.* Пока ничего не сохранено: нажмите *Импортировать*.`,
    wrong: (count: number): Mrkdwn =>
      md`⚠️ *Пока не импортировать: ${lines(count)}.* После импорта их можно будет поправить, а прямо сейчас поможет кнопка *К строкам*.`,
    back: 'К строкам',
    created: (count: number): Mrkdwn => md`*Новые* (${count})`,
    changed: (count: number): Mrkdwn => md`*Изменятся* (${count})`,
    change: ({ name, fields }: { name: string; fields: string }): Mrkdwn => md`• ${name}: ${fields}`,
    moreLines: (count: number): Mrkdwn => md`и ещё ${count}`,
    field: {
      name: 'название',
      team: 'команда',
      userGroup: 'группа',
      managerIds: 'руководители',
      channelId: 'канал',
      monthlyRevenue: 'доход в месяц',
      currency: 'валюта',
      contractEnd: 'конец договора',
      noticeDays: 'дней до расторжения',
      language: 'язык',
      hasPulse: 'пульс',
    },
    mend: (count: number): Mrkdwn =>
      md`⚠️ *Не удалось импортировать: ${lines(count)}.* Они ниже: поправьте и нажмите *Проверить*.`,
    nothing: md`Все клиенты уже такие, как в ваших строках. Ничего не изменилось.`,
    saved: ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }): Mrkdwn =>
      md`*Готово. Новых: ${created}, изменено: ${changed}, без изменений: ${unchanged}.*`,
    problem: ({ line, name, what }: { line: number; name: string; what: Safe }): Mrkdwn =>
      name === '' ? md`• Строка ${line}: ${what}` : md`• Строка ${line} (${name}): ${what}`,
    problems: {
      name_empty: () => md`нет названия`,
      name_too_long: () => md`название длиннее 80 знаков`,
      name_no_letters: () => md`в названии нужна хотя бы одна буква или цифра`,
      revenue: (value) => md`«${value}» не похоже на сумму; напишите 4000 или 4000,50`,
      currency: (value) => md`«${value}» не похоже на валюту; напишите три буквы, например EUR`,
      date: (value) => md`«${value}» не похоже на дату; напишите 31.03.2027`,
      days: (value) => md`«${value}» не похоже на число дней от 0 до 3650`,
      language: (value) => md`на языке «${value}» Parley не пишет; напишите «русский» или «английский»`,
      pulse: (value) => md`из «${value}» не понять, включать или нет; напишите «да» или «нет»`,
      role: (value) =>
        md`в «${value}» незнакомая роль; роли: продажи, аккаунтинг, производство, поддержка, финансы, другое`,
      person_unknown: (value) => md`человека «${value}» нет; напишите @имя как в Slack`,
      person_email_hidden: (value) =>
        md`адреса почты здесь не видны, поэтому «${value}» не найти; напишите @имя как в Slack`,
      person_ambiguous: (value) => md`так зовут нескольких: «${value}»; напишите адрес почты или код участника`,
      person_not_allowed: (value) => md`«${value}» — гость, бот, отключённый или человек не из компании; уберите`,
      person_twice: (value) => md`«${value}» встречается дважды; назовите каждого один раз`,
      channel_unknown: (value) =>
        md`Parley нет в канале «${value}»; напишите там \`/invite @Parley\` или оставьте ячейку пустой`,
      channel_not_ours: (value) => md`канал «${value}» общий с другой организацией или в архиве; выберите другой`,
      name_twice: () => md`этот клиент уже есть выше`,
      archived: () => md`этот клиент в архиве; сначала верните его: \`/client-review client\` и название`,
      too_many_cells: () => md`ячеек больше, чем столбцов; ячейку с запятой возьмите в кавычки`,
      too_many_people: () => md`в команде больше 50 человек`,
    },
  },
};
