import { describe, expect, it } from 'vitest';
import { indexPeople } from '../../../src/slack/guard/named-people.ts';
import { aUser } from './sample-people.ts';

const USERS = [
  aUser({ id: 'U01', name: 'ann', profile: { display_name: 'Ann L', real_name: 'Ann Lee', email: 'Ann@acme.io' } }),
  aUser({ id: 'U02', name: 'bob', profile: { display_name: 'Sam', real_name: 'Sam Poe' } }),
  aUser({ id: 'U03', name: 'carl', profile: { display_name: 'Sam', real_name: 'Sam Roe' } }),
];

describe('indexPeople', () => {
  const people = indexPeople(USERS, 'T1');

  it.each([
    ['ann@ACME.io', 'U01'],
    ['@ann', 'U01'],
    ['Ann  Lee', 'U01'],
    ['@Ann L', 'U01'],
    ['U02', 'U02'],
    ['<@U03|carl>', 'U03'],
    ['@Sam Roe', 'U03'],
  ])('finds "%s"', (said, id) => {
    expect(people.find(said)).toMatchObject({ kind: 'one', member: { id } });
  });

  it.each([
    ['@Sam', 'many'],
    ['@nobody', 'none'],
    ['nobody@acme.io', 'none'],
  ])('does not guess "%s"', (said, kind) => {
    expect(people.find(said)).toEqual({ kind });
  });

  it('says that addresses are hidden where Slack gives none', () => {
    expect(indexPeople(USERS.slice(1), 'T1').find('ann@acme.io')).toEqual({ kind: 'email_hidden' });
  });
});
