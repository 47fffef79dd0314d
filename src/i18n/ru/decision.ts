import type { Choice } from '../../domain/decision.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { bold, md, mention, safe } from '../../domain/escaping.ts';
import type { Messages } from '../en/index.ts';

const decided: Record<Choice, (clientName: string) => Mrkdwn> = {
  keep_as_is: (clientName) => md`продолжать работать с клиентом ${bold(clientName)} как есть`,
  keep_and_repair: (clientName) => md`продолжать с клиентом ${bold(clientName)} и наладить работу`,
  part: (clientName) => md`расстаться с клиентом ${bold(clientName)}, спокойно и по плану`,
  part_now: (clientName) => md`расстаться с клиентом ${bold(clientName)} сейчас`,
};

export const decision: Messages['decision'] = {
  post: {
    sentence: (userId: string, choice: Choice, clientName: string) =>
      md`Решение от ${mention(userId)}: ${safe(decided[choice](clientName))}.`,
    sameAsVerdict: 'Вердикт был таким же.',
    differs: 'Вердикт был другим.',
    differsFrom: (verdict: string) => `Вердикт был другим: ${verdict}.`,
    noVerdict: 'Вердикта не было: ответили слишком мало людей.',
    why: 'Почему:',
    hardStop: {
      confirmed: 'Стоп-сигнал: факты проверены и подтвердились.',
      not_confirmed: 'Стоп-сигнал: факты проверены и не подтвердились.',
    },
  },
  form: {
    title: 'Решение',
    submit: 'Объявить решение',
    cancel: 'Отмена',
    verdict: (verdict: string) => md`${bold(verdict)}\nВердикт — это рекомендация. Решаете вы.`,
    noVerdict: md`*Вердикта нет: ответили слишком мало людей.*\nРешить всё равно можно; напишите, почему так.`,
    whoSees: 'Решение и причина появятся в канале вместе с вашим именем.',
    choice: {
      label: 'Как поступим?',
      option: {
        keep_as_is: { text: 'Продолжать как есть', description: 'Менять ничего не нужно' },
        keep_and_repair: { text: 'Продолжать и наладить', description: 'Остаёмся и договариваемся, что изменить' },
        part: { text: 'Расстаться', description: 'По порядку: предупредить, передать дела, выставить счёт' },
        part_now: { text: 'Расстаться сейчас', description: 'Защитить людей, прекратить общение, позвать юриста' },
      },
    },
    rationale: {
      label: 'Почему?',
      placeholder: 'Ещё квартал, но правки только по подписанной заявке.',
      hint: (recommended: string) =>
        `Если решаете, как в вердикте (${recommended}), можно не заполнять. Если иначе — напишите.`,
      hintWithoutVerdict: 'Напишите обязательно: вердикта, на который можно опереться, нет.',
    },
    hardStop: {
      label: 'Это правда?',
      reported: (signals: string) =>
        md`*Сначала проверьте.* Кто-то сообщил, что клиент ${signals}. Выясните факты, защитите того, кто об этом сказал, и посоветуйтесь с юристом.`,
      option: { confirmed: 'Подтвердилось', not_confirmed: 'Не подтвердилось' },
    },
    refused: {
      rationale_missing: 'Напишите почему: это решение расходится с вердиктом.',
      hard_stop_unanswered: 'Отметьте, подтвердились ли факты.',
      part_now_needs_hard_stop:
        'Расстаться сейчас можно, только если факты подтвердились. Выберите «Расстаться» или подтвердите факты.',
    },
  },
};
