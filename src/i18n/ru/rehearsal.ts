import { type Mrkdwn, md, moment } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';

export const rehearsal: Messages['rehearsal'] = {
  button: 'Попробовать на себе',
  help: 'весь разбор только для вас, с условными участниками',
  mark: (deletedAt: Date): Mrkdwn =>
    md`Репетиция: участники условные, видите её только вы, удалится ${moment(deletedAt)}.`,
  notification: (text: Mrkdwn): Mrkdwn => `Репетиция: ${text}` as Mrkdwn,
  form: {
    title: 'Попробовать на себе',
    submit: 'Начать',
    intro: md`Весь разбор пройдёт в вашей личной переписке с Parley: шесть условных участников ответят, вы получите вердикт и примете решение.`,
    promise: md`Больше никто этого не увидит, ни один клиент и ни одна цифра не изменятся, а через сутки всё удалится. Если у вас уже идёт репетиция, она закончится, когда начнётся новая.`,
  },
  started: {
    title: 'Ваша репетиция',
    text: md`*Репетиция началась.* Карточка и первый вопрос ждут в вашей личной переписке с Parley.`,
  },
  over: md`Эта репетиция закончилась. Чтобы пройти её ещё раз, напишите \`/client-review репетиция\`.`,
};
