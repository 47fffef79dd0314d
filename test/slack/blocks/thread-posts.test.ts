import { describe, expect, it } from 'vitest';
import type { ReviewMessage } from '../../../src/domain/post.ts';
import { translate } from '../../../src/i18n/index.ts';
import { renderPost } from '../../../src/slack/blocks/render-post.ts';
import { sampleCard, sampleFacts, sampleSummary, sevenPeople } from '../../support/sample-models.ts';

const AT = '2026-11-24T16:00:00Z';
const en = translate('en');
const ru = translate('ru');

const say = (post: ReviewMessage, card = sampleCard('complaints'), t = en) =>
  renderPost(post, sampleFacts(card), t)
    .map(({ text }) => text)
    .join('\n');

describe('a prompt', () => {
  it('asks one question and says who will see the answer', () => {
    const prompt = say({ kind: 'prompt', phase: 'complaints' });
    expect(prompt).toContain('*What hurts in the work with Northwind?*\nSay what happened and how often.');
    expect(prompt).toContain('Your answer goes to the team without your name');
    expect(prompt).toContain('⏳ until <!date^1795449600^');
    expect(say({ kind: 'prompt', phase: 'complaints' }, sampleCard('complaints', { mode: 'open' }))).toContain(
      'Your answer appears here under your name.',
    );
  });

  it('carries the question of the facilitator on the first step only', () => {
    const asked = { question: 'Do we renew?' };
    expect(say({ kind: 'prompt', phase: 'complaints' }, sampleCard('complaints', asked))).toContain('Do we renew?');
    expect(say({ kind: 'prompt', phase: 'positives' }, sampleCard('positives', asked))).not.toContain('Do we renew?');
  });

  it('promises nothing about a step that has ended', () => {
    const late = say({ kind: 'prompt', phase: 'complaints' }, sampleCard('positives'));
    expect(late).not.toContain('⏳');
    expect(late).toContain('together with the summary');
  });

  it('offers no button once the review has closed', () => {
    const [prompt] = renderPost({ kind: 'prompt', phase: 'complaints' }, sampleFacts(sampleCard('closed')), en);
    expect(prompt?.blocks.some(({ type }) => type === 'actions')).toBe(false);
  });
});

describe('an answer in an open review', () => {
  const post = (answer: Extract<ReviewMessage, { kind: 'answer' }>['answer'], isLate = false): ReviewMessage => ({
    kind: 'answer',
    userId: 'U1',
    role: 'delivery',
    answer,
    isLate,
  });
  const complaint = {
    text: 'Paid in December',
    signals: ['late_payment', 'scope_creep'],
    severity: 3,
    frequency: 'once',
    concerns: 'one_person',
  } as const;

  it('names its author and what it is about', () => {
    expect(say(post({ phase: 'complaints', complaints: [complaint] }))).toBe(
      '*<@U1>* (delivery) · What hurts?\nPays late; asks for more than agreed · unbearable · once · about one person there\nPaid in December',
    );
  });

  it('says when it came late', () => {
    expect(say(post({ phase: 'positives', text: 'Quick' }, true))).toContain('What is good? · answered late');
  });

  it.each([
    [{ phase: 'complaints', complaints: [] }, 'Nothing to complain about.'],
    [{ phase: 'positives', text: null }, 'I cannot name one good thing.'],
    [{ phase: 'lessons', relationship: null, learned: null, elsewhere: null }, 'Nothing to add.'],
  ] as const)('takes nothing to say for an answer: %j', (answer, words) => {
    expect(say(post(answer))).toContain(words);
  });

  it('shows each part of a lesson under its question', () => {
    const text = say(post({ phase: 'lessons', relationship: 'We waited', learned: null, elsewhere: 'At Contoso' }));
    expect(text).toContain('How I made it better or worse\nWe waited\nWhere it helped with other clients\nAt Contoso');
  });
});

describe('a reveal in a private review', () => {
  const { said } = sampleSummary({ people: sevenPeople() });

  it('shows the words without names and without how many had nothing to complain about', () => {
    const text = say({ kind: 'reveal', phase: 'complaints', answered: 12, said: said.complaints });
    expect(text).toContain('What hurts: 9 complaints\n🔒 Without names, in no particular order.');
    expect(text).not.toContain('12');
    expect(text).not.toContain('U0');
  });

  it.each([
    [0, 'Nobody answered this question.', 'На этот вопрос никто не ответил.'],
    [1, '1 person answered. With fewer than three', 'Ответил 1 человек. Когда ответов меньше трёх'],
    [2, '2 people answered. With fewer than three', 'Ответили 2 человека. Когда ответов меньше трёх'],
    [3, 'Nobody named any trouble.', 'Ни о каких проблемах не сказали.'],
  ])('says why there are no words with %i answers', (answered, english, russian) => {
    const post = { kind: 'reveal', phase: 'complaints', answered, said: [] } as const;
    expect(say(post)).toContain(english);
    expect(say(post, sampleCard('complaints'), ru)).toContain(russian);
  });

  it('shows late words together and counts the ones withheld', () => {
    const late = [...said.positives.slice(0, 1), ...said.complaints.slice(0, 1)];
    const text = say({ kind: 'late_reveal', said: late, withheld: 2 });
    expect(text).toContain('Late answers: 4\n2 late answers are counted, not shown');
    expect(text.indexOf('What hurts ·')).toBeLessThan(text.indexOf('What is good'));
    expect(renderPost({ kind: 'late_reveal', said: [], withheld: 0 }, sampleFacts(sampleCard('closed')), en)).toEqual(
      [],
    );
  });
});

describe('a decision', () => {
  const decision = {
    choice: 'part',
    rationale: 'Enough.',
    hardStop: null,
    decidedBy: 'U0MARA',
    decidedAt: AT,
    differs: true,
  } as const;
  const post: ReviewMessage = { kind: 'decision', clientName: 'Northwind', decision };

  it('says who decided what, why, and what the verdict was', () => {
    expect(say(post, sampleCard('decided'))).toBe(
      '<@U0MARA> decided: part with *Northwind*, in an orderly way.\nWhy:\nEnough.\nThe verdict was different: keep, and repair.',
    );
  });

  it('says when the verdict was the same, and when there was none', () => {
    const same: ReviewMessage = { ...post, decision: { ...decision, differs: false } };
    expect(say(same, sampleCard('decided'))).toContain('The verdict said the same.');
    const { verdict, figures } = sampleSummary({ people: [], invited: 5 });
    const card = sampleCard('decided', { result: { verdict, figures, closedAt: new Date(AT) } });
    expect(say(post, card)).toContain('There was no verdict: too few people answered.');
  });

  it('says what came of a hard stop', () => {
    const checked: ReviewMessage = { ...post, decision: { ...decision, hardStop: 'not_confirmed' } };
    expect(say(checked, sampleCard('decided'), ru)).toContain('факты проверены и не подтвердились');
  });
});

it('promises nothing under a question of a review that is over', () => {
  const text = say({ kind: 'prompt', phase: 'positives' }, sampleCard('closed'));
  expect(text).toContain('*What is good about working with Northwind?*');
  expect(text).not.toContain('Your answer');
});

describe('a direct message', () => {
  it('invites with who, whom about, where, until when and who sees the answer', () => {
    const text = say({ kind: 'invitation', userId: 'U1' });
    expect(text).toContain('<@U0MARA> asks you to take part in a review of *Northwind* in <#C0TEAM>');
    expect(text).toContain('Now: *What hurts?*   ⏳ until');
    expect(text).toContain('🔒 Private: the team sees what was said, nobody sees who said it.');
  });

  it.each([
    ['complaints', true],
    ['lessons', true],
    ['vote', false],
    ['short_of_voices', false],
  ] as const)('offers, in the state %s, to answer everything now: %s', (state, isOffered) => {
    const [message] = renderPost({ kind: 'invitation', userId: 'U1' }, sampleFacts(sampleCard(state)), en);
    expect(JSON.stringify(message?.blocks).includes(en.walk.button)).toBe(isOffered);
  });

  it('invites to nothing once the review is over', () => {
    const [message] = renderPost({ kind: 'invitation', userId: 'U1' }, sampleFacts(sampleCard('closed')), en);
    expect(message?.blocks.some(({ type }) => type === 'actions')).toBe(false);
  });

  it('says why a channel is silent and what to do', () => {
    const text = say({ kind: 'channel_refused', clientName: 'A & <b>', channelId: 'C1', reason: 'guests' });
    expect(text).toContain('*I have stopped talking about A &amp; &lt;b&gt; in <#C1>.*');
    expect(text).toContain('*What to do:* Remove the guests from the channel.');
  });
});

it('asks for the answers a verdict still needs', () => {
  const text = say({ kind: 'short_of_voices', have: 2, need: 4, invited: 7, until: AT }, sampleCard('short_of_voices'));
  expect(text).toContain('2 of 7 answered; a verdict needs 4.');
  expect(text).toContain('<!date^1795536000^');
});

it('says that an answer was taken back', () => {
  expect(say({ kind: 'withdrawn', userId: 'U1', phase: 'positives' })).toBe(
    '<@U1> took back the answer to “What is good?”',
  );
});
