import type { SampleTeam } from './sample-voice.ts';

const NOTHING_TO_ADD = { relationship: null, learned: null, elsewhere: null } as const;

/** A chain of cafés that is pleasant to work for and cannot stop adding things: keep, and repair. */
export const sampleTeamEn: SampleTeam = {
  clientName: 'Lighthouse Cafés (sample)',
  voices: [
    {
      userId: 'sample-en-anna',
      name: 'Anna (sample)',
      role: 'sales',
      complaints: [
        {
          text: 'After every sign-off there is “one small thing”. Last month there were five, and none of them was in the quote.',
          signals: ['scope_creep'],
          severity: 2,
          frequency: 'constantly',
          concerns: 'one_person',
        },
      ],
      positive: 'They recommend us: two of our clients this year came from them.',
      lessons: {
        relationship: 'I said yes to the first extra without a word about money. They took it for our way of working.',
        learned: null,
        elsewhere: null,
      },
      vote: 'keep',
      hoursPerWeek: 2,
    },
    {
      userId: 'sample-en-ben',
      name: 'Ben (sample)',
      role: 'delivery',
      complaints: [
        {
          text: 'We have built the menu page three times. Each time a new person there had another idea of it.',
          signals: ['scope_creep', 'broken_agreements'],
          severity: 2,
          frequency: 'constantly',
          concerns: 'few_people',
        },
        {
          text: 'The launch date was moved forward by two weeks, in a message of one line.',
          signals: ['unrealistic_expectations'],
          severity: 2,
          frequency: 'once',
          concerns: 'one_person',
        },
      ],
      positive: 'Their designer knows what she wants and answers within the hour.',
      lessons: {
        relationship: null,
        learned: 'A page is finished when one named person says so, not when the meeting ends.',
        elsewhere: 'We now write that name into every new contract.',
      },
      vote: 'part',
      hoursPerWeek: 4.5,
    },
    {
      userId: 'sample-en-chloe',
      name: 'Chloe (sample)',
      role: 'delivery',
      complaints: [
        {
          text: 'Messages on Sunday evening, and the answer is expected before eight on Monday.',
          signals: ['off_hours'],
          severity: 3,
          frequency: 'sometimes',
          concerns: 'one_person',
        },
      ],
      positive: null,
      lessons: NOTHING_TO_ADD,
      vote: 'part',
      hoursPerWeek: 3,
    },
    {
      userId: 'sample-en-david',
      name: 'David (sample)',
      role: 'support',
      complaints: [],
      positive: 'They write bug reports that one can read: what they did, what they saw, with a picture.',
      lessons: {
        relationship: 'A short summary every Friday halved their questions.',
        learned: null,
        elsewhere: 'Two other clients get it now as well.',
      },
      vote: 'keep',
      hoursPerWeek: null,
    },
    {
      userId: 'sample-en-emma',
      name: 'Emma (sample)',
      role: 'finance',
      complaints: [
        {
          text: 'The September invoice was paid in November, after the fourth reminder.',
          signals: ['late_payment'],
          severity: 3,
          frequency: 'constantly',
          concerns: 'everyone',
        },
      ],
      positive: 'They have never disputed an invoice.',
      lessons: {
        relationship: null,
        learned: 'They pay on the 25th, whatever the invoice says. Sent on the 20th, it is paid in five days.',
        elsewhere: null,
      },
      vote: 'keep',
      hoursPerWeek: 1,
    },
    {
      userId: 'sample-en-felix',
      name: 'Felix (sample)',
      role: 'other',
      complaints: [
        {
          text: 'Nobody there can say who decides. We wait, and then everything is urgent.',
          signals: ['poor_communication', 'attention_drain'],
          severity: 2,
          frequency: 'sometimes',
          concerns: 'everyone',
        },
      ],
      positive: 'The photographs for their tenth birthday are the best work in our portfolio.',
      lessons: NOTHING_TO_ADD,
      vote: 'unsure',
      hoursPerWeek: null,
    },
  ],
};
