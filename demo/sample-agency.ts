import type { Role } from '../src/domain/answer.ts';
import type { Language } from '../src/domain/language.ts';
import type { PersonSpec, WorkspaceSpec } from './stand-in/workspace.ts';

export type AgencyPerson = {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly role: Role;
};

/** Seven people from sales to support; Mara manages. */
export const PEOPLE = {
  mara: { id: 'U1MARA', name: { en: 'Mara Lindt', ru: 'Мара Линдт' }, role: 'account' },
  omar: { id: 'U2OMAR', name: { en: 'Omar Haddad', ru: 'Омар Хаддад' }, role: 'sales' },
  lena: { id: 'U3LENA', name: { en: 'Lena Fischer', ru: 'Лена Фишер' }, role: 'delivery' },
  tom: { id: 'U4TOM', name: { en: 'Tom Becker', ru: 'Том Беккер' }, role: 'delivery' },
  ira: { id: 'U5IRA', name: { en: 'Ira Sokolova', ru: 'Ира Соколова' }, role: 'support' },
  priya: { id: 'U6PRIYA', name: { en: 'Priya Nair', ru: 'Прия Наир' }, role: 'finance' },
  jonas: { id: 'U7JONAS', name: { en: 'Jonas Weber', ru: 'Йонас Вебер' }, role: 'sales' },
} as const satisfies Record<string, AgencyPerson>;

export type PersonName = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as PersonName[];

export const BOT = {
  appId: 'A0PARLEY',
  botUserId: 'U0PARLEY',
  botName: 'parley',
  botToken: 'xoxb-demo',
  appToken: 'xapp-demo',
};
export const TEAM_ID = 'T0AGENCY';
export const TEAM_CHANNEL = 'C1CLIENTS';
export const MANAGERS_CHANNEL = 'C4MANAGERS';
/** Where the reviews of the past were held. */
export const PAST_CHANNEL = 'C5REVIEWS';

const TOPICS = {
  team: { en: 'Our own people only', ru: 'Только свои' },
  shared: { en: 'Shared with Northwind: Parley stays silent here', ru: 'Общий с Northwind: здесь Parley молчит' },
  managers: { en: 'Managers only', ru: 'Только руководители' },
  past: { en: 'What we decided about our clients', ru: 'Что мы решили о клиентах' },
  lounge: { en: 'Public: everyone in the workspace can read it', ru: 'Открытый: его читают все' },
} as const;

/** The sample agency as a Slack workspace: everybody reads one language. */
export function agencyWorkspace(language: Language): WorkspaceSpec {
  const ids = EVERYBODY.map((name) => PEOPLE[name].id);
  return {
    team: { id: TEAM_ID, name: language === 'ru' ? 'Студия «Пример»' : 'Sample Agency', domain: 'sample-agency' },
    app: BOT,
    users: EVERYBODY.map((name) => personSpec(name, language)),
    channels: [
      {
        id: TEAM_CHANNEL,
        name: 'team-clients',
        is_private: true,
        members: [...ids, BOT.botUserId],
        topic: TOPICS.team[language],
      },
      {
        id: 'C2SHARED',
        name: 'northwind-shared',
        is_ext_shared: true,
        members: [...ids, BOT.botUserId],
        topic: TOPICS.shared[language],
      },
      {
        id: 'C3LOUNGE',
        name: 'lounge',
        members: [...ids, BOT.botUserId],
        topic: TOPICS.lounge[language],
      },
      {
        id: MANAGERS_CHANNEL,
        name: 'managers',
        is_private: true,
        members: [PEOPLE.mara.id, BOT.botUserId],
        topic: TOPICS.managers[language],
      },
      {
        id: PAST_CHANNEL,
        name: 'past-reviews',
        is_private: true,
        members: [...ids, BOT.botUserId],
        topic: TOPICS.past[language],
      },
    ],
  };
}

function personSpec(name: PersonName, language: Language): PersonSpec {
  const { id, name: names } = PEOPLE[name];
  return {
    id,
    name,
    real_name: names[language],
    tz: 'Europe/Berlin',
    locale: language === 'ru' ? 'ru-RU' : 'en-US',
    is_admin: name === 'mara',
  };
}
