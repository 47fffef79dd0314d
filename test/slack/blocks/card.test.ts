import type { Button, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { CardModel } from '../../../src/domain/card.ts';
import { translate } from '../../../src/i18n/index.ts';
import { progressBar, renderCard } from '../../../src/slack/blocks/card.ts';
import { ACTIONS } from '../../../src/slack/ids.ts';
import { parseTarget } from '../../../src/slack/target.ts';
import { REVIEW_ID, sampleCard, sampleSummary } from '../../support/sample-models.ts';

const en = translate('en');
const ru = translate('ru');

const buttonsOf = (blocks: readonly KnownBlock[]) =>
  blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as Button[]) : []));
const buttonOf = (card: CardModel, actionId: string) =>
  buttonsOf(renderCard(card, en).blocks).find(({ action_id }) => action_id === actionId);
const shown = (card: CardModel, t = en) => JSON.stringify(renderCard(card, t).blocks);

describe('the card of an open review', () => {
  it('says which step it is, how long it lasts, who sees what and how many answered', () => {
    const card = shown(sampleCard('complaints'));
    expect(card).toContain('Client review: Northwind');
    expect(card).toContain('*Step 1 of 4 · What hurts?*   ⏳ until <!date^1795449600^');
    expect(card).toContain('🔒 Private: nobody sees who wrote what');
    expect(card).toContain('■■■■□□□  4 of 7 answered  ·  sales ✓  delivery ✓  support –  finance –');
  });

  it('reads well as a notification', () => {
    expect(renderCard(sampleCard('positives'), en).text).toBe(
      'Client review: Northwind · Step 2 of 4: What is good? 4 of 7 answered.',
    );
    expect(renderCard(sampleCard('positives'), ru).text).toBe(
      'Разбор клиента: Northwind · Шаг 2 из 4: Что хорошего? Ответили 4 из 7.',
    );
  });

  it.each([
    [
      'complaints',
      ['Answer', 'Nothing to complain about', 'Answer everything now', 'My answers', 'Next step', 'Facilitate…'],
    ],
    ['positives', ['Answer', 'I cannot name one', 'Answer everything now', 'My answers', 'Next step', 'Facilitate…']],
    ['lessons', ['Answer', 'Nothing to add', 'Answer everything now', 'My answers', 'Next step', 'Facilitate…']],
    ['vote', ['Keep', 'Part', 'Unsure', 'Add hours lost', 'My answers', 'Next step', 'Facilitate…']],
    [
      'short_of_voices',
      [
        'Answer',
        'Nothing to complain about',
        'My answers',
        'Give it more time',
        'Close without a verdict',
        'Facilitate…',
      ],
    ],
    ['closed', ['Decide', 'Read the summary']],
    ['decided', ['Plan the meeting', 'Read the summary']],
  ] as const)('offers in the state %s what can be done in it', (state, texts) => {
    expect(buttonsOf(renderCard(sampleCard(state), en).blocks).map(({ text }) => text.text)).toEqual(texts);
  });

  it.each(['complaints', 'vote', 'short_of_voices', 'closed'] as const)(
    'has at most one primary button in the state %s',
    (state) => {
      const primary = buttonsOf(renderCard(sampleCard(state), en).blocks).filter(({ style }) => style === 'primary');
      expect(primary).toHaveLength(state === 'vote' ? 0 : 1);
    },
  );

  it('sends with every button which review and step it is about', () => {
    expect(parseTarget(buttonOf(sampleCard('lessons'), ACTIONS.answer)?.value)).toEqual({
      reviewId: REVIEW_ID,
      phase: 'lessons',
    });
    expect(parseTarget(buttonOf(sampleCard('lessons'), ACTIONS.nextPhase)?.value)).toEqual({
      reviewId: REVIEW_ID,
      phase: 'lessons',
    });
    expect(parseTarget(buttonOf(sampleCard('short_of_voices'), ACTIONS.extend)?.value)).toEqual({
      reviewId: REVIEW_ID,
    });
  });

  it.each([
    [4, '3 people have not answered yet. They can still answer later.'],
    [6, '1 person has not answered yet. They can still answer later.'],
    [7, 'Everyone has answered.'],
  ])('asks before the next step, with %i of 7 answered', (answered, question) => {
    expect(buttonOf(sampleCard('complaints', { answered }), ACTIONS.nextPhase)?.confirm?.text.text).toBe(question);
  });

  it('names those who answered only where the model does', () => {
    expect(shown(sampleCard('complaints', { mode: 'open', answeredBy: ['U1', 'U2'] }))).toContain(
      'Answered: <@U1>, <@U2>',
    );
    expect(shown(sampleCard('complaints'))).not.toContain('Answered:');
  });

  it('shows the question of the facilitator, and clips one that is long', () => {
    expect(shown(sampleCard('complaints', { question: 'Do we renew?' }))).toContain('"text":"Do we renew?"');
    const long = shown(sampleCard('complaints', { question: 'why '.repeat(700) }));
    expect(long).toContain('The whole question is in the thread.');
    expect(long.length).toBeLessThan(4000);
  });

  it('says what it waits for when there are too few answers', () => {
    expect(renderCard(sampleCard('short_of_voices'), en).text).toContain('2 of 7 answered; a verdict needs 4.');
    expect(renderCard(sampleCard('short_of_voices'), ru).text).toContain('Ответили 2 из 7, для вердикта нужно 4.');
  });

  it('says a long name in full', () => {
    const clientName = '👩‍👩‍👧‍👦'.repeat(15);
    expect(shown(sampleCard('complaints', { clientName }))).toContain(`*Client review: ${clientName}*`);
  });
});

describe('the card of a finished review', () => {
  it('says the conclusion first, then why', () => {
    const card = shown(sampleCard('closed'));
    expect(card).toContain(
      '🟡 *Keep, and repair*\\n7 of 7 took part · votes: 4 keep, 2 part, 1 unsure\\nMost named: asks for more than agreed (4 of 7) · pays late (3 of 7). 5 of 7 named something good.',
    );
  });

  it('says who decided what', () => {
    expect(shown(sampleCard('decided'))).toContain('<@U0MARA> decided: keep *Northwind* and repair the work.');
    expect(shown(sampleCard('decided'), ru)).toContain(
      'Решение от <@U0MARA>: продолжать с клиентом *Northwind* и наладить работу.',
    );
  });

  it('has no link to a summary that is not there yet', () => {
    expect(buttonOf(sampleCard('closed', { summaryUrl: null }), ACTIONS.readSummary)).toBeUndefined();
    expect(buttonOf(sampleCard('closed'), ACTIONS.readSummary)?.url).toMatch(/^https:/);
  });

  it('stays quiet about trouble where nobody answered', () => {
    const { verdict, figures } = sampleSummary({ people: [], invited: 3 });
    const card = shown(sampleCard('closed', { result: { verdict, figures, closedAt: new Date(0) } }));
    expect(card).toContain('⚪ *No verdict: not enough answers*');
    expect(card).not.toContain('named');
  });
});

describe('progressBar', () => {
  it.each([
    [0, 7, '□□□□□□□'],
    [4, 7, '■■■■□□□'],
    [7, 7, '■■■■■■■'],
    [1, 50, '■□□□□□□□□□'],
    [49, 50, '■■■■■■■■■□'],
    [50, 50, '■■■■■■■■■■'],
    [0, 0, ''],
  ])('shows %i of %i', (answered, invited, bar) => {
    expect(progressBar(answered, invited)).toBe(bar);
  });
});
