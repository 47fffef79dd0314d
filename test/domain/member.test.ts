import { describe, expect, it } from 'vitest';
import { isManager, isWrongReader, type Member, memberRefusal } from '../../src/domain/member.ts';

const lena: Member = {
  id: 'U1',
  name: 'Lena',
  isDeactivated: false,
  isBot: false,
  isGuest: false,
  isOutside: false,
  isAdmin: false,
  locale: 'en-US',
  timeZone: 'UTC',
};

describe('a person', () => {
  it.each<[string, Partial<Member>, ReturnType<typeof memberRefusal>, boolean]>([
    ['of our own', {}, null, false],
    ['who is deactivated', { isDeactivated: true }, 'deactivated', false],
    ['who is a bot', { isBot: true }, 'bot', false],
    ['who is a guest', { isGuest: true }, 'guest', true],
    ['of another organisation', { isOutside: true }, 'outside', true],
    ['who is a guest of another organisation', { isGuest: true, isOutside: true }, 'outside', true],
  ])('%s is invited or not, and may read or not', (_name, difference, refusal, isWrong) => {
    const member = { ...lena, ...difference };
    expect([memberRefusal(member), isWrongReader(member)]).toEqual([refusal, isWrong]);
  });

  it.each<[string, Partial<Member>, string[], boolean, string?]>([
    ['an admin while no managers are set', { isAdmin: true }, [], true],
    ['an admin who is not among the managers', { isAdmin: true }, ['U2'], false],
    ['somebody named as manager', {}, ['U1'], true],
    ['a guest named as manager', { isGuest: true }, ['U1'], false],
    ['who installed the app, while no managers are set', {}, [], true, 'U1'],
    ['who installed the app and is not among the managers', {}, ['U2'], false, 'U1'],
    ['a guest who installed the app', { isGuest: true }, [], false, 'U1'],
    ['an admin where another installed the app', { isAdmin: true }, [], true, 'U2'],
    ['anybody else', {}, [], false, 'U2'],
  ])('%s manages or not', (_name, difference, managerIds, expected, installerId) => {
    expect(isManager({ ...lena, ...difference }, { managerIds, installerId: installerId ?? null })).toBe(expected);
  });
});
