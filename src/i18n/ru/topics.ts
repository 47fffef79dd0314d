import type { Messages } from '../en/index.ts';

export const topics: Messages['meeting']['topic'] = {
  non_payment: 'неоплаченные счета',
  late_payment: 'счета, оплаченные позже срока',
  low_pay: 'цена, которая не покрывает объём работы',
  price_pressure: 'повторные просьбы снизить согласованную цену',
  no_contract: 'работа без подписанного договора',
  broken_agreements: 'изменения уже согласованных условий',
  scope_creep: 'просьбы сверх согласованного объёма',
  unrealistic_expectations: 'сроки, которых не позволяет согласованный объём',
  constant_dissatisfaction: 'что мы с вами считаем хорошей работой',
  poor_communication: 'как и как быстро мы друг другу отвечаем',
  manipulation: 'тон наших разговоров',
  disloyalty: 'насколько прочно наше сотрудничество',
  attention_drain: 'встреч и переписки больше, чем предусмотрено договором',
  off_hours: 'обращения в нерабочее время',
  team_harm: 'нагрузка на людей, которые работают вместе',
  reputation_risk: 'что говорят о нашей работе другим',
  harassment: 'отношение к нашим людям',
  illegal_or_unethical: 'что мы можем и чего не можем делать по закону',
  other: 'другие вопросы',
};
