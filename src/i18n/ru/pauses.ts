import { bold, boldLine, channelLink, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';
import { plural } from '../plural.ts';

export const pauses: Messages['pauses'] = {
  paused: (clientName: string, channelId: string): Mrkdwn =>
    boldLine(md`Разбор клиента «${clientName}» в ${channelLink(channelId)} на паузе.`),
  stands:
    'Там я молчу, шаги не заканчиваются, время не теряется. Отвечать через формы можно и сейчас, все ответы сохраняются.',
  orMove: 'Или перенесите разбор в другой канал.',
  resumed: (clientName: string, channelId: string): Mrkdwn =>
    boldLine(md`Разбор клиента «${clientName}» продолжается в ${channelLink(channelId)}.`),
  timeBack: 'У каждого шага осталось столько же времени, сколько было до паузы.',
  takenBack: (fromChannelId: string): Mrkdwn =>
    md`Свои сообщения в ${channelLink(fromChannelId)} я удаляю, насколько это позволяет Slack.`,
  button: 'Перенести в другой канал',
  movedHere: (fromChannelId: string): Mrkdwn =>
    md`Раньше этот разбор шёл в канале ${channelLink(fromChannelId)}. Он продолжается здесь, со всем, что уже сказано.`,
  standsStill: md`Разбор на паузе: его канал читают не только свои, или я не могу там писать. Ничего не изменилось. Наведите порядок в канале или перенесите разбор в другой.`,
  inList: 'на паузе из-за канала',
  form: {
    title: 'Перенести разбор',
    submit: 'Перенести',
    intro: (clientName: string, channelId: string): Mrkdwn =>
      md`Разбор клиента ${bold(clientName)} уйдёт из канала ${channelLink(channelId)}. Карточка и всё, что уже сказано, появятся в новом канале, а свои сообщения в старом я удалю.`,
    channel: 'Где продолжить?',
    channelHint: 'В канале, где только свои. В нём должны быть все участники и я.',
    placeholder: 'Выберите канал',
    publicLabel: 'Если канал открытый',
    publicConfirm: 'Пусть читают все в рабочем пространстве',
    channelMissing: 'Выберите канал.',
    publicNotConfirmed: 'Этот канал открытый. Поставьте отметку или выберите закрытый.',
    refused: {
      external: 'Тот канал общий с другой организацией. Выберите другой.',
      pending_external: 'В тот канал пригласили другую организацию. Выберите другой.',
      guests: 'В том канале есть гости. Выберите другой.',
      outsiders: 'В том канале есть люди не из компании. Выберите другой.',
      unknown: 'Не получилось узнать, кто читает тот канал. Попробуйте через минуту или выберите другой.',
      not_member: 'Меня нет в том канале. Сначала пригласите меня туда, потом нажмите ещё раз.',
      archived: 'Тот канал в архиве. Выберите другой.',
      direct_message: 'Это личная переписка. Выберите канал.',
    },
    missing: (names: readonly string[], more: number): string =>
      `В том канале пока нет: ${names.join(', ')}${more > 0 ? ` и ещё ${plural('ru', more, { one: 'человека', few: 'человек', many: 'человек', other: 'человека' })}` : ''}. Сначала пригласите их туда, потом нажмите ещё раз.`,
    why: {
      review_not_found: 'Этого разбора здесь больше нет.',
      review_closed: 'Этот разбор завершён, поэтому он останется на месте.',
      not_facilitator: 'Перенести разбор может только ведущий, а пока разбор на паузе, и любой руководитель.',
      same_channel: 'Разбор уже в этом канале. Выберите другой.',
    },
  },
};
