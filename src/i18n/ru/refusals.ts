import { bold, channelLink, type Mrkdwn, md, mention, moment, type Safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

export const refusals: Messages['refusals'] = {
  title: 'Здесь так не получится',
  member: {
    deactivated: 'учётная запись отключена',
    bot: 'бот',
    guest: 'гость',
    outside: 'не из компании',
  },
  people: (names: Safe): Mrkdwn => md`Не могут участвовать: ${names}. Уберите их, пожалуйста.`,
  channel: {
    external: md`Этот канал общий с другой организацией, поэтому здесь я не говорю о клиентах. Начните разбор в своём канале.`,
    pending_external: md`В этот канал пригласили другую организацию, поэтому здесь я не говорю о клиентах. Начните разбор в своём канале.`,
    guests: md`В этом канале есть гости, поэтому здесь я не говорю о клиентах. Начните разбор в канале без гостей.`,
    outsiders: md`В этом канале есть люди не из компании, поэтому здесь я не говорю о клиентах. Начните разбор в своём канале.`,
    unknown: md`Не получилось узнать, кто читает этот канал, поэтому здесь я не говорю о клиентах. Попробуйте ещё раз через минуту или начните разбор в другом канале.`,
    not_member: md`Меня нет в этом канале. Пригласите меня командой \`/invite\` и попробуйте снова или начните разбор в другом канале.`,
    archived: md`Этот канал в архиве. Начните разбор в другом канале.`,
    direct_message: md`Для разбора нужен канал, который читает команда, а это личная переписка. Начните его в канале.`,
  },
  chooseChannel: 'Выберите канал',
  notManager: (managerIds: readonly string[]): Mrkdwn =>
    managerIds.length === 0
      ? md`Это могут делать только руководители. Пока в настройках никого нет, это администраторы и владельцы Slack.`
      : md`Это могут делать только руководители. Обратитесь к ${mention(managerIds[0] ?? '')}${managerIds.length > 1 ? ' или к другому руководителю' : ''}.`,
  notFacilitator: (facilitatorId: string): Mrkdwn =>
    md`Это могут делать только руководители и ведущий разбора, ${mention(facilitatorId)}.`,
  notInvited: (facilitatorId: string): Mrkdwn =>
    md`Вас не приглашали в этот разбор. Его ведёт ${mention(facilitatorId)}, спросите там.`,
  notOpenYet: md`До этого вопроса дело ещё не дошло. Ответьте, когда начнётся его шаг.`,
  reviewClosed: md`Этот разбор завершён, добавить или изменить уже ничего нельзя.`,
  reviewGone: md`Этого разбора здесь больше нет.`,
  oldButton: md`Эта кнопка из старого сообщения. Нажмите кнопку на карточке разбора.`,
  alreadyAnswered: md`Вы уже отвечали, и ваши слова сохранены. Чтобы изменить их или убрать, нажмите *Мои ответы*.`,
  transition: {
    already_decided: md`Решение по этому разбору уже есть. Мы ничего не изменили.`,
    review_closed: md`Этот разбор уже завершён. Мы ничего не изменили.`,
    still_open: md`Разбор ещё идёт. Решение можно принять, когда он закончится.`,
    not_short_of_voices: md`Разбор больше не ждёт ответов. Мы ничего не изменили.`,
  },
  alreadyDecided: ({ who, choice, at }: { who: string; choice: string; at: Date }): Mrkdwn =>
    md`Решение по этому разбору уже есть: *${choice}* (${mention(who)}, ${moment(at, 'date')}). Мы ничего не изменили.`,
  movedAlready: md`Этот шаг только что завершил кто-то другой. Посмотрите на карточку: там видно, что идёт сейчас.`,
  openReview: ({ clientName, channelId, card }: { clientName: string; channelId: string; card: Safe | null }): Mrkdwn =>
    md`Разбор клиента ${bold(clientName)} уже идёт в канале ${channelLink(channelId)}${card === null ? '' : ': '}${card ?? ''}. Новый можно начать, когда он закончится.`,
  tooFewForPrivate: (people: number): Mrkdwn =>
    md`Для закрытого разбора нужно хотя бы три человека, а здесь ${plural('ru', people, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}. Добавьте людей или выберите открытый разбор.`,
  clientUnknown: (typed: string): Mrkdwn => md`Клиента «${typed}» здесь нет.`,
  databaseGone: md`Не получилось: база данных не ответила. Ничего не изменилось, попробуйте ещё раз через минуту.`,
  somethingWrong: md`У меня что-то сломалось, ничего не изменилось. Попробуйте ещё раз через минуту.`,
  formTooSlow: md`Slack закрыл форму раньше, чем она открылась. Нажмите кнопку ещё раз.`,
};
