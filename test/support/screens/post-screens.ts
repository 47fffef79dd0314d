import { type Answer, MAX_COMPLAINTS, PHASES } from '../../../src/domain/answer.ts';
import type { CardModel } from '../../../src/domain/card.ts';
import { CHOICES, HARD_STOP_FINDINGS } from '../../../src/domain/decision.ts';
import { CHANNEL_REFUSALS, type ReviewMessage } from '../../../src/domain/post.ts';
import { MODES, REVIEW_STATES } from '../../../src/domain/review.ts';
import { SIGNAL_IDS } from '../../../src/domain/signals.ts';
import { WORD_PHASES } from '../../../src/domain/statement.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { carriesItsWords, renderPost } from '../../../src/slack/blocks/render-post.ts';
import { complaint, fiftyPeople, sampleFacts, sampleSummary } from '../sample-models.ts';
import { cardAt, PEOPLE, reviewsByVerdict } from './sample-reviews.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const UNTIL = '2026-11-24T16:00:00Z';

const TO_ONE_PERSON: readonly ReviewMessage['kind'][] = ['invitation', 'reminder', 'channel_refused', 'paused'];

type Named = {
  readonly name: string;
  readonly renderer: string;
  readonly message: ReviewMessage;
  readonly card: CardModel;
};

/** Every message of the outbox, in a channel or to one person. */
export function postScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  return [
    ...cards(size, words),
    ...prompts(size, words),
    ...answers(size, words),
    ...reveals(size, words),
    ...results(size, words),
    ...notes(size, words),
  ].flatMap(({ name, renderer, message, card }) =>
    messageScreens(
      {
        name,
        group: TO_ONE_PERSON.includes(message.kind) ? 'To one person' : 'In the channel',
        renderers: ['renderPost', ...(carriesItsWords(message) ? ['renderCarried'] : []), renderer],
      },
      renderPost(message, sampleFacts(card), t),
    ),
  );
}

function cards(size: Size, words: SampleWords): Named[] {
  const all = REVIEW_STATES.flatMap((state) =>
    MODES.map((mode) => ({
      name: `card, ${state}, ${mode}`,
      renderer: state === 'closed' || state === 'decided' ? 'renderResultCard' : 'renderCard',
      message: { kind: 'card' } as const,
      card: cardAt(size, words, { state, mode }),
    })),
  );
  const closed = cardAt(size, words, { state: 'closed', mode: 'private' });
  const unread = { ...closed, result: null, summaryUrl: null };
  const verdicts = Object.entries(reviewsByVerdict(size, words)).map(([name, review]) => {
    const { verdict, figures } = sampleSummary(review);
    const result = { verdict, figures, closedAt: new Date(UNTIL) };
    return {
      name: `card, closed: ${name}`,
      renderer: 'renderResultCard',
      message: { kind: 'card' } as const,
      card: { ...closed, result },
    };
  });
  return [
    ...all,
    { name: 'card, closed, no result yet', renderer: 'renderResultCard', message: { kind: 'card' }, card: unread },
    ...verdicts,
  ];
}

function prompts(size: Size, words: SampleWords): Named[] {
  return PHASES.flatMap((phase) =>
    MODES.flatMap((mode) =>
      ([phase, 'short_of_voices', 'closed'] as const).map((state) => ({
        name: `prompt, ${phase}, ${mode}${state === phase ? '' : `, ${state}`}`,
        renderer: 'renderPrompt',
        message: { kind: 'prompt', phase } as const,
        card: cardAt(size, words, { state, mode }),
      })),
    ),
  );
}

/** The shortest or the longest answer to each question. */
export function answersAt(size: Size, { text }: Pick<SampleWords, 'text'>): Answer[] {
  const said = size === 'largest' ? text : null;
  const complaints = Array.from({ length: size === 'largest' ? MAX_COMPLAINTS : 0 }, (_, at) =>
    complaint(text, SIGNAL_IDS.slice(at, at + 3), { severity: 3, frequency: 'constantly', concerns: 'few_people' }),
  );
  return [
    { phase: 'complaints', complaints },
    { phase: 'positives', text: said },
    { phase: 'lessons', relationship: said, learned: said, elsewhere: said },
    { phase: 'vote', vote: 'unsure', hoursPerWeek: size === 'largest' ? 168 : null },
  ];
}

function answers(size: Size, words: SampleWords): Named[] {
  const card = cardAt(size, words, { state: 'complaints', mode: 'open' });
  const given = answersAt(size, words).flatMap((answer) =>
    [false, true].map((isLate) => ({
      name: `answer, ${answer.phase}${isLate ? ', late' : ''}`,
      renderer: 'renderAnswer',
      message: { kind: 'answer', userId: 'U0PERSON0001', role: 'delivery', answer, isLate } as const,
      card,
    })),
  );
  const withdrawn = PHASES.map((phase) => ({
    name: `answer withdrawn, ${phase}`,
    renderer: 'renderWithdrawn',
    message: { kind: 'withdrawn', userId: 'U0PERSON0001', phase } as const,
    card,
  }));
  return [...given, ...withdrawn];
}

function reveals(size: Size, words: SampleWords): Named[] {
  const card = cardAt(size, words, { state: 'vote', mode: 'private' });
  const { said } = sampleSummary({ people: size === 'largest' ? fiftyPeople(words.text) : [] });
  const counts = size === 'largest' ? [PEOPLE.largest] : [0, 2, 3];
  const onTime = WORD_PHASES.flatMap((phase) =>
    counts.map((answered) => ({
      name: `reveal, ${phase}, ${answered} answered`,
      renderer: 'renderReveal',
      message: { kind: 'reveal', phase, answered, said: said[phase] } as const,
      card,
    })),
  );
  const late = WORD_PHASES.flatMap((phase) => said[phase].slice(0, 8));
  return [
    ...onTime,
    {
      name: 'late reveal',
      renderer: 'renderLateReveal',
      message: { kind: 'late_reveal', said: late, withheld: 2 },
      card,
    },
  ];
}

function results(size: Size, words: SampleWords): Named[] {
  const closed = cardAt(size, words, { state: 'closed', mode: 'private' });
  const summaries = Object.entries(reviewsByVerdict(size, words)).flatMap(([name, review]) =>
    MODES.map((mode) => {
      const summary = sampleSummary({ ...review, mode });
      return {
        name: `summary, ${summary.verdict.mode}: ${name}, ${mode}`,
        renderer: 'renderSummary',
        message: { kind: 'summary', summary } as const,
        card: closed,
      };
    }),
  );
  const [first] = summaries;
  const decided = cardAt(size, words, { state: 'decided', mode: 'private' });
  const afterDecision = first === undefined ? [] : [{ ...first, name: `${first.name}, decided`, card: decided }];
  const rationale = size === 'largest' ? words.text : null;
  const decisions = CHOICES.flatMap((choice) =>
    [null, ...HARD_STOP_FINDINGS].flatMap((hardStop) =>
      [false, true].map((differs) => ({
        name: `decision, ${choice}${hardStop === null ? '' : `, ${hardStop}`}${differs ? ', differs' : ''}`,
        renderer: 'renderDecision',
        message: {
          kind: 'decision',
          clientName: words.clientName,
          decision: { choice, rationale, hardStop, decidedBy: 'U0MARA', decidedAt: UNTIL, differs },
        } as const,
        card: closed,
      })),
    ),
  );
  return [...summaries, ...afterDecision, ...decisions];
}

function notes(size: Size, words: SampleWords): Named[] {
  const waiting = (mode: 'private' | 'open') => cardAt(size, words, { state: 'short_of_voices', mode });
  const short = {
    kind: 'short_of_voices',
    have: size === 'none' ? 0 : 24,
    need: 25,
    invited: PEOPLE[size],
    until: UNTIL,
  } as const;
  const invitations = MODES.flatMap((mode) =>
    [...PHASES, 'short_of_voices', 'decided' as const].map((state) => ({
      name: `invitation, ${mode}, ${state}`,
      renderer: 'renderInvitation',
      message: { kind: 'invitation', userId: 'U0PERSON0001' } as const,
      card: cardAt(size, words, { state: state as 'vote', mode }),
    })),
  );
  const refused = CHANNEL_REFUSALS.map((reason) => ({
    name: `channel refused, ${reason}`,
    renderer: 'renderChannelRefused',
    message: { kind: 'channel_refused', clientName: words.clientName, channelId: 'C0TEAM', reason } as const,
    card: waiting('private'),
  }));
  const about = { kind: 'paused', clientName: words.clientName, channelId: 'C0TEAM' } as const;
  const pauses = [
    ...CHANNEL_REFUSALS.map((reason) => ({ name: `paused, ${reason}`, message: { ...about, reason, ended: null } })),
    { name: 'paused, goes on', message: { ...about, reason: 'external', ended: 'resumed' } as const },
    { name: 'paused, moved', message: { ...about, reason: 'guests', ended: { movedTo: 'C0OWN' } } as const },
  ].map((one) => ({ ...one, renderer: 'renderPaused', card: waiting('private') }));
  const moved = {
    name: 'moved from another channel',
    renderer: 'renderMoved',
    message: { kind: 'moved', fromChannelId: 'C0TEAM' } as const,
    card: waiting('private'),
  };
  const reminders = MODES.flatMap((mode) =>
    PHASES.map((phase) => ({
      name: `reminder, ${mode}, ${phase}`,
      renderer: 'renderReminder',
      message: { kind: 'reminder', userId: 'U0PERSON0001', phase } as const,
      card: cardAt(size, words, { state: phase, mode }),
    })),
  );
  return [
    ...reminders,
    ...MODES.map((mode) => ({
      name: `short of voices, ${mode}`,
      renderer: 'renderShortOfVoices',
      message: short,
      card: waiting(mode),
    })),
    ...invitations,
    ...refused,
    ...pauses,
    moved,
  ];
}
