import { describe, expect, it } from 'vitest';
import { abilitiesOf } from '../../src/slack/abilities.ts';

describe('the abilities', () => {
  it.each([
    [undefined, { isPublicRead: true, isPrivateRead: true, reacts: true }],
    [[], { isPublicRead: false, isPrivateRead: false, reacts: false }],
    [['chat:write', 'channels:history'], { isPublicRead: true, isPrivateRead: false, reacts: false }],
    [['groups:history'], { isPublicRead: false, isPrivateRead: true, reacts: false }],
    [['reactions:write'], { isPublicRead: false, isPrivateRead: false, reacts: true }],
  ])('of the scopes %j are %j', (scopes, expected) => {
    const { readsThreads, reacts } = abilitiesOf(scopes);
    expect({ isPublicRead: readsThreads(false), isPrivateRead: readsThreads(true), reacts }).toEqual(expected);
  });
});
