import { RATINGS, type Rating } from '../src/domain/health.ts';
import type { Language } from '../src/domain/language.ts';
import type { SignalChoice } from '../src/domain/signals.ts';
import type { PersonName } from './sample-agency.ts';
import { SAMPLE_CLIENTS, type SampleClientName } from './sample-clients.ts';

export type Said = {
  readonly client: SampleClientName;
  readonly rating: Rating;
  readonly signals: readonly SignalChoice[];
  readonly comment: string | null;
};

/** What one person says in one week; nothing for somebody who does not answer. */
export type PulseSaid = { readonly name: PersonName; readonly said: readonly Said[] };

type More = Partial<Record<PersonName, { readonly signals: readonly SignalChoice[]; readonly comment?: string }>>;

/** Of each client the ratings of eight weeks, in the order of its account team; a dash for no answer. */
const RATED: Readonly<Record<SampleClientName, readonly string[]>> = {
  Northwind: ['5445445', '444444-', '5444444', '4434334', '433333-', '3333233', '3323223', '221222-'],
  Contoso: ['33343', '34343', '44343', '44443', '44344', '45444', '44454', '55454'],
  Fabrikam: ['33323', '33233', '-3-2-', '32333', '3333-', '33233', '33323', '32323'],
};

export const PULSE_WEEKS = RATED.Northwind.length;

type Words = Readonly<Record<'screens' | 'invoices' | 'friday' | 'signed' | 'saturday', string>>;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    screens: 'The fourth “small” screen this month, and again without a price.',
    invoices: 'Two invoices are open, the older one for 45 days.',
    friday: 'Friday, 18:40: we need it on Monday.',
    signed: 'They signed the list of changes without a word. It works.',
    saturday: 'A call on Saturday again. I did not pick up.',
  },
  ru: {
    screens: 'Четвёртый «маленький» экран за месяц, и снова без оценки.',
    invoices: 'Два счёта не оплачены, старшему 45 дней.',
    friday: 'Пятница, 18:40: нужно к понедельнику.',
    signed: 'Список изменений подписали без споров. Порядок работает.',
    saturday: 'Снова звонок в субботу. Трубку не взяла.',
  },
};

/** Signals and comments, by client and week (0 the oldest). */
function moreOf(words: Words): Readonly<Record<SampleClientName, Readonly<Record<number, More>>>> {
  return {
    Northwind: {
      3: { lena: { signals: ['scope_creep'] } },
      5: { omar: { signals: ['late_payment'] } },
      6: { lena: { signals: ['scope_creep'] }, tom: { signals: ['scope_creep'] } },
      7: {
        lena: { signals: ['scope_creep'], comment: words.screens },
        tom: { signals: ['scope_creep', 'unrealistic_expectations'], comment: words.friday },
        mara: { signals: ['scope_creep'] },
        omar: { signals: ['late_payment'] },
        priya: { signals: ['late_payment'], comment: words.invoices },
      },
    },
    Contoso: { 0: { lena: { signals: ['scope_creep'] } }, 7: { tom: { signals: [], comment: words.signed } } },
    Fabrikam: {
      6: { ira: { signals: ['off_hours'] } },
      7: { ira: { signals: ['off_hours'], comment: words.saturday } },
    },
  };
}

/** What everybody says about their clients in one of the eight weeks, 0 the oldest: Northwind falls, Contoso mends, Fabrikam is hard work. */
export function pulseSaid(language: Language, week: number): PulseSaid[] {
  const more = moreOf(WORDS[language]);
  const said = new Map<PersonName, Said[]>();
  for (const { name: client, team } of SAMPLE_CLIENTS)
    for (const [i, name] of team.entries()) {
      const rating = RATINGS.find((one) => String(one) === RATED[client][week]?.[i]);
      if (rating === undefined) continue;
      const { signals = [], comment = null } = more[client][week]?.[name] ?? {};
      said.set(name, [...(said.get(name) ?? []), { client, rating, signals, comment }]);
    }
  return [...said].map(([name, own]) => ({ name, said: own }));
}
