import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import type { Mrkdwn } from '../../../src/domain/escaping.ts';
import { actions, button, context, section } from '../../../src/slack/blocks/building-blocks.ts';
import { checkMessage } from '../../support/check-blocks.ts';

const text = 'A message' as Mrkdwn;
const raw = (words: string) => section(words as Mrkdwn);
const press = (words: string, value = '{}') => button({ text: words, actionId: 'answer', value });

it.each<[string, KnownBlock[], RegExp]>([
  ['a long section', [raw('x'.repeat(3001))], /3001 characters/],
  ['an empty text', [raw(' ')], /empty text/],
  ['too many blocks', Array.from({ length: 51 }, () => raw('x')), /51 blocks/],
  ['no blocks', [], /no blocks/],
  ['a call to everybody', [context('hi <!channel>' as Mrkdwn)], /calls everybody/],
  ['the same action twice in a block', [actions('a', [press('A'), press('B')])], /action_id answer twice/],
  ['the same block twice', [actions('a', [press('A')]), { ...raw('x'), block_id: 'a' }], /block_id a twice/],
  ['a long button', [actions('a', [press('x'.repeat(76))])], /76 characters, at most 75/],
  ['a long value', [actions('a', [press('A', 'x'.repeat(2001))])], /2001 characters, at most 2000/],
  ['a row without buttons', [actions('a', [])], /no elements/],
  ['too many bytes', Array.from({ length: 4 }, () => raw('x'.repeat(2900))), /bytes of blocks/],
])('the check finds %s', (_, blocks, problem) => {
  expect(checkMessage({ text, blocks }).join()).toMatch(problem);
});

it('the check finds a long or an empty text', () => {
  const blocks = [raw('x')];
  expect(checkMessage({ text: 'x'.repeat(3001) as Mrkdwn, blocks })).toEqual(['text of 3001 characters']);
  expect(checkMessage({ text: '' as Mrkdwn, blocks })).toEqual(['no text']);
  expect(checkMessage({ text, blocks })).toEqual([]);
});
