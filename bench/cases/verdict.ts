import type { Answer, Role } from '../../src/domain/answer.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { DEFAULT_THRESHOLDS, decideVerdict, type VerdictContext } from '../../src/domain/verdict.ts';
import { type Bench, figure, median, time } from '../figure.ts';

const VOICES = 10_000;
const ROUNDS = 15;

const CONTEXT: VerdictContext = {
  ...{ previousPressure: null, recentPulseHealth: [], clientMeeting: null, revenueShare: null, readiness: null },
  thresholds: DEFAULT_THRESHOLDS,
};

/** The figures and the verdict of 10,000 people's answers to all four questions, against one pass that reads each of them once. */
export const bench: Bench = {
  title: 'Verdict of 10,000 voices',
  async run() {
    const answers = Array.from({ length: VOICES }, (_, i) => answersOf(i)).flat();
    const people = Array.from({ length: VOICES }, (_, i) => ({ personKey: `U${i}`, role: 'delivery' as Role }));
    const runs = { verdict: [] as number[], pass: [] as number[] };
    for (let i = 0; i < ROUNDS; i += 1) {
      runs.pass.push(await time(() => onePass(answers)));
      runs.verdict.push(
        await time(() => {
          const figures = figuresOf({ invited: people, answers, rolesHeard: ['delivery'] });
          decideVerdict(figures, CONTEXT);
        }),
      );
    }
    const verdict = median(runs.verdict);
    return [
      figure({
        name: 'verdict of 10,000 voices',
        value: verdict,
        unit: 'ms',
        floor: median(runs.pass),
        target: '≤ 20',
      }),
    ];
  },
};

type Keyed = { readonly personKey: string; readonly answer: Answer };

function answersOf(i: number): Keyed[] {
  const complaint = {
    ...{ text: 'They pay late', signals: i % 3 === 0 ? ['late_payment'] : ['scope_creep', 'off_hours'] },
    ...{ severity: ((i % 3) + 1) as 1 | 2 | 3, frequency: 'sometimes', concerns: null },
  };
  const all = [
    { phase: 'complaints', complaints: i % 5 === 0 ? [] : [complaint] },
    { phase: 'positives', text: i % 2 === 0 ? 'They thank us' : null },
    { phase: 'lessons', relationship: null, learned: 'Ask first', elsewhere: null },
    { phase: 'vote', vote: i % 3 === 0 ? 'part' : 'keep', hoursPerWeek: i % 7 },
  ] as unknown as Answer[];
  return all.map((answer) => ({ personKey: `U${i}`, answer }));
}

/** What any program must do at least: look up each person once and read each field that counts. */
function onePass(answers: readonly Keyed[]): number {
  const seen = new Map<string, number>();
  let sum = 0;
  for (const { personKey, answer } of answers) {
    seen.set(personKey, (seen.get(personKey) ?? 0) + 1);
    if (answer.phase === 'complaints')
      for (const { severity, signals } of answer.complaints) sum += severity * signals.length;
    if (answer.phase === 'vote') sum += answer.hoursPerWeek ?? 0;
  }
  return sum + seen.size;
}
