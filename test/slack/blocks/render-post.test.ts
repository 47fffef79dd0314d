import { describe, expect, it } from 'vitest';
import { PHASES } from '../../../src/domain/answer.ts';
import type { CardModel } from '../../../src/domain/card.ts';
import { CHOICES, HARD_STOP_FINDINGS } from '../../../src/domain/decision.ts';
import { CHANNEL_REFUSALS, type ReviewMessage } from '../../../src/domain/post.ts';
import { MODES, REVIEW_STATES } from '../../../src/domain/review.ts';
import { WORD_PHASES } from '../../../src/domain/statement.ts';
import { LANGUAGES, translate } from '../../../src/i18n/index.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import { checkMessage } from '../../support/check-blocks.ts';
import {
  answersOf,
  fiftyPeople,
  nastyText,
  type SamplePerson,
  sampleCard,
  sampleFacts,
  sampleSummary,
  sevenPeople,
} from '../../support/sample-models.ts';

const AT = '2026-11-24T16:00:00Z';

type World = { readonly people: readonly SamplePerson[]; readonly text: string; readonly clientName: string };

const control = '\u0001'.repeat(3000);
const WORLDS: Readonly<Record<string, World>> = {
  smallest: { people: [], text: 'x', clientName: 'X' },
  sample: { people: sevenPeople(), text: 'One more quarter.', clientName: 'Northwind' },
  largest: { people: fiftyPeople(), text: nastyText(3000), clientName: '👩‍👩‍👧‍👦'.repeat(11).concat('<!a>') },
  'in wide characters': {
    people: fiftyPeople('客'.repeat(3000)).slice(0, 5),
    text: '客'.repeat(3000),
    clientName: '&'.repeat(80),
  },
  'in control characters': { people: fiftyPeople(control).slice(0, 3), text: control, clientName: '"'.repeat(80) },
};

function cardsOf({ people, text, clientName }: World): CardModel[] {
  const summary = sampleSummary({ people, clientName });
  return REVIEW_STATES.flatMap((state) =>
    MODES.map((mode) => {
      const card = sampleCard(state, {
        mode,
        clientName,
        question: text,
        invited: people.length,
        answered: people.length,
      });
      const answeredBy = mode === 'open' ? people.map(({ userId }) => userId) : null;
      const result =
        card.result === null ? null : { ...card.result, verdict: summary.verdict, figures: summary.figures };
      return { ...card, answeredBy, result };
    }),
  );
}

function postsOf({ people, text, clientName }: World): ReviewMessage[] {
  const said = sampleSummary({ people, clientName }).said;
  const all = WORD_PHASES.flatMap((phase) => said[phase]);
  const contexts = [{}, { clientMeeting: { willingToMend: 'no' } }, { revenueShare: 0.4, readiness: 10 }] as const;
  return [
    { kind: 'card' },
    ...PHASES.map((phase) => ({ kind: 'prompt', phase }) as const),
    { kind: 'invitation', userId: 'U1' },
    ...people
      .slice(0, 2)
      .flatMap((person) =>
        answersOf(person).map(
          (answer) => ({ kind: 'answer', userId: 'U1', role: person.role, answer, isLate: true }) as const,
        ),
      ),
    ...PHASES.map((phase) => ({ kind: 'withdrawn', userId: 'U1', phase }) as const),
    ...WORD_PHASES.map((phase) => ({ kind: 'reveal', phase, answered: people.length, said: said[phase] }) as const),
    ...WORD_PHASES.map((phase) => ({ kind: 'reveal', phase, answered: 2, said: [] }) as const),
    { kind: 'late_reveal', said: all, withheld: 2 },
    { kind: 'short_of_voices', have: 2, need: 4, invited: 7, until: AT },
    ...MODES.flatMap((mode) =>
      contexts.map(
        (context) => ({ kind: 'summary', summary: sampleSummary({ people, clientName, mode, context }) }) as const,
      ),
    ),
    {
      kind: 'summary',
      summary: sampleSummary({ people, clientName, withheld: { complaints: 2, positives: 1, lessons: 3 } }),
    },
    ...CHOICES.flatMap((choice) =>
      [null, ...HARD_STOP_FINDINGS].map((hardStop) => ({
        kind: 'decision' as const,
        clientName,
        decision: { choice, rationale: text, hardStop, decidedBy: 'U1', decidedAt: AT, differs: true },
      })),
    ),
    ...CHANNEL_REFUSALS.map((reason) => ({ kind: 'channel_refused', clientName, channelId: 'C1', reason }) as const),
  ];
}

describe.each(LANGUAGES)('renderPost in %s', (language) => {
  const t = translate(language);

  it.each(Object.keys(WORLDS))('gives messages that Slack accepts, at the size: %s', (name) => {
    const world = WORLDS[name] as World;
    const posts = postsOf(world);
    const [asked, ...others] = cardsOf(world);
    const rendered = [
      ...posts.flatMap((post) => renderPost(post, sampleFacts(asked as CardModel), t)),
      ...others.flatMap((card) =>
        posts
          .filter(({ kind }) => kind === 'card' || kind === 'prompt' || kind === 'invitation' || kind === 'decision')
          .flatMap((post) => renderPost(post, sampleFacts(card), t)),
      ),
    ];
    expect(rendered.flatMap(checkMessage)).toEqual([]);
    expect(rendered.length).toBeGreaterThan(50);
  });

  it.each(REVIEW_STATES)('shows the card as one message in the state %s', (state) => {
    for (const card of cardsOf(WORLDS.largest as World).filter((model) => model.state === state)) {
      expect(renderPost({ kind: 'card' }, sampleFacts(card), t)).toHaveLength(1);
    }
  });

  it('loses no character of what people wrote, however long', () => {
    const { people, clientName, text } = WORLDS.largest as World;
    const { said } = sampleSummary({ people, clientName });
    const facts = sampleFacts(sampleCard('complaints'));
    const messages = renderPost({ kind: 'reveal', phase: 'complaints', answered: 50, said: said.complaints }, facts, t);
    expect(JSON.stringify(messages).split(JSON.stringify(text).slice(1, -1)).length - 1).toBe(400);
  });

  it('never posts a vote', () => {
    const answer = { phase: 'vote', vote: 'part', hoursPerWeek: 3 } as const;
    const post = { kind: 'answer', userId: 'U1', role: 'sales', answer, isLate: false } as const;
    expect(renderPost(post, sampleFacts(sampleCard('vote')), t)).toEqual([]);
  });
});
