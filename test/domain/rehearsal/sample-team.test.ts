import { describe, expect, it } from 'vitest';
import { MAX_ANSWER_LENGTH, MAX_SIGNALS, PHASES } from '../../../src/domain/answer.ts';
import { parseClientName } from '../../../src/domain/client.ts';
import { mention } from '../../../src/domain/escaping.ts';
import { figuresOf } from '../../../src/domain/figures.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { sampleAnswer, sampleName, sampleTeam } from '../../../src/domain/rehearsal/sample-team.ts';
import { decideVerdict } from '../../../src/domain/verdict.ts';
import { aComplaint, aContext } from '../../support/answers.ts';

type Given = Parameters<typeof figuresOf>[0]['answers'][number]['answer'];

/** The verdict with what the person who plays says beside the sample voices. */
function verdictWith(language: 'en' | 'ru', own: readonly Given[]) {
  const { voices } = sampleTeam(language);
  const said = voices.flatMap((voice) =>
    PHASES.map((phase) => ({ personKey: voice.userId, answer: sampleAnswer(voice, phase) })),
  );
  const people = voices.map(({ userId, role }) => ({ personKey: userId, role }));
  const figures = figuresOf({
    invited: [...people, { personKey: 'U1', role: 'account' }],
    answers: [...said, ...own.map((answer) => ({ personKey: 'U1', answer }))],
    rolesHeard: people.map(({ role }) => role),
  });
  return { figures, verdict: decideVerdict(figures, aContext()) };
}

describe.each(LANGUAGES)('the sample voices, in %s', (language) => {
  const { clientName, voices } = sampleTeam(language);

  it('are six, with a name each that says what they are', () => {
    expect(voices).toHaveLength(6);
    expect(new Set(voices.map(({ userId }) => userId)).size).toBe(6);
    for (const { name } of voices) expect(name).toMatch(language === 'en' ? / \(sample\)$/ : / \(пример\)$/);
    expect(parseClientName(clientName)).toMatchObject({ ok: true, name: clientName });
  });

  it('stand under ids that Slack gives to nobody, by name where a mention would be', () => {
    for (const { userId, name } of voices) {
      expect(userId).not.toMatch(/^[A-Z0-9]+$/);
      expect(sampleName(userId)).toBe(name);
      expect(mention(userId).mrkdwn).toBe(name);
    }
  });

  it('say what the forms would take', () => {
    for (const voice of voices) {
      for (const { text, signals } of voice.complaints) {
        expect(text.length).toBeLessThan(MAX_ANSWER_LENGTH);
        expect(signals.length).toBeGreaterThan(0);
        expect(signals.length).toBeLessThanOrEqual(MAX_SIGNALS);
      }
      expect(PHASES.map((phase) => sampleAnswer(voice, phase).phase)).toEqual(PHASES);
    }
  });

  const heavy = { severity: 3, frequency: 'constantly' } as const;
  it.each<[string, readonly Given[]]>([
    ['says nothing', []],
    [
      'has nothing to complain about and would keep',
      [
        { phase: 'complaints', complaints: [] },
        { phase: 'positives', text: 'They thank us.' },
        { phase: 'vote', vote: 'keep', hoursPerWeek: null },
      ],
    ],
    [
      'complains a lot and would part',
      [
        { phase: 'complaints', complaints: [aComplaint({ ...heavy, signals: ['team_harm', 'late_payment'] })] },
        { phase: 'positives', text: null },
        { phase: 'vote', vote: 'part', hoursPerWeek: 10 },
      ],
    ],
  ])('lead to "keep, and repair" with dissent, also where the person %s', (_, own) => {
    const { figures, verdict } = verdictWith(language, own);
    expect(verdict).toMatchObject({ stance: 'keep', mode: 'repair' });
    expect(verdict.dissent.count).toBeGreaterThan(0);
    expect(figures.hours.perWeek).toBeGreaterThan(5);
    expect(figures.pressure).toBeGreaterThan(30);
  });
});

describe('sampleName', () => {
  it.each(['U1MARA', 'sample-en-nobody', ''])('is null for "%s"', (userId) => {
    expect(sampleName(userId)).toBeNull();
  });

  it('tells the same story in both languages', () => {
    const facts = (language: 'en' | 'ru') =>
      sampleTeam(language).voices.map(({ role, complaints, positive, vote, hoursPerWeek }) => ({
        ...{ role, vote, hoursPerWeek, hasPositive: positive !== null },
        complaints: complaints.map(({ text: _, ...rest }) => rest),
      }));
    expect(facts('ru')).toEqual(facts('en'));
  });
});
