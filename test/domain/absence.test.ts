import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absenceOf,
  countedAsInvited,
  isEveryoneDone,
  mayAnswer,
  type PresenceFacts,
} from '../../src/domain/absence.ts';
import type { Member } from '../../src/domain/member.ts';
import { ABSENCES, type Absence, type Participant } from '../../src/domain/review-record.ts';

const ann: Member = {
  ...{ id: 'U1', name: 'Ann', isDeactivated: false, isBot: false, isGuest: false, isOutside: false, isAdmin: false },
  ...{ locale: 'en-US', timeZone: 'Europe/Berlin' },
};
const leave = { timeZone: 'Europe/Berlin', daysOff: [{ from: '2026-11-23', to: '2026-11-27' }] };
// A Tuesday and the Wednesday after it.
const facts: PresenceFacts = {
  ...{ member: ann, isInChannel: true, calendar: { timeZone: 'Europe/Berlin', daysOff: [] }, holidays: [] },
  ...{ preset: 'async', now: new Date('2026-11-24T09:00:00Z'), phaseEndsAt: new Date('2026-11-25T09:00:00Z') },
};

describe('why a review does not wait for somebody', () => {
  const everything = { isDeactivated: true, isOutside: true, isGuest: true };
  it.each<[string, Partial<PresenceFacts>, Absence | null]>([
    ['they are there', {}, null],
    ['deactivated before all else', { member: { ...ann, ...everything }, isInChannel: false }, 'deactivated'],
    ['an account of a bot now', { member: { ...ann, isBot: true } }, 'deactivated'],
    ['outside', { member: { ...ann, ...everything, isDeactivated: false }, isInChannel: false }, 'outside'],
    ['a guest', { member: { ...ann, isGuest: true }, isInChannel: false, calendar: leave }, 'guest'],
    ['left the channel', { isInChannel: false, calendar: leave }, 'left_channel'],
    ['away until the step ends', { calendar: leave }, 'away'],
    ['back before the step ends', { calendar: leave, phaseEndsAt: new Date('2026-11-30T09:00:00Z') }, null],
    ['away today, in a meeting', { calendar: leave, preset: 'live' }, 'away'],
    ['off on Sunday, in a meeting', { calendar: leave, preset: 'live', now: new Date('2026-11-29T09:00:00Z') }, null],
    ['a step without an end, on a day off', { calendar: leave, phaseEndsAt: null }, 'away'],
    ['a holiday of everybody', { holidays: leave.daysOff }, null],
  ])('%s', (_, different, expected) => {
    expect(absenceOf(null, { ...facts, ...different })).toBe(expected);
  });

  it.each<[Absence | null, Partial<PresenceFacts>, Absence | null]>([
    ['guest', { member: null }, 'guest'],
    ['away', { member: null }, 'away'],
    [null, { member: null, isInChannel: false }, null],
    ['left_channel', { isInChannel: null }, 'left_channel'],
    [null, { isInChannel: null }, null],
    [null, { isInChannel: null, calendar: leave }, 'away'],
    ['away', { isInChannel: null }, null],
    ['guest', {}, null],
    ['left_channel', {}, null],
    ['removed', {}, 'removed'],
    ['removed', { member: { ...ann, isDeactivated: true } }, 'removed'],
  ])('after %s, what Slack did not answer changes nothing: %j', (current, different, expected) => {
    expect(absenceOf(current, { ...facts, ...different })).toBe(expected);
  });

  it('is the same when asked again', () => {
    const flag = fc.boolean();
    const member = fc.record({ isDeactivated: flag, isBot: flag, isGuest: flag, isOutside: flag });
    const world = fc.record({
      member: fc.option(member.map((flags) => ({ ...ann, ...flags }))),
      isInChannel: fc.option(flag),
      calendar: fc.constantFrom(leave, facts.calendar),
    });
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...ABSENCES)), world, (current, seen) => {
        const once = absenceOf(current, { ...facts, ...seen });
        expect(absenceOf(once, { ...facts, ...seen })).toBe(once);
      }),
    );
  });
});

const person = (userId: string, absence: Absence | null = null): Participant => ({ userId, role: 'sales', absence });

describe('a step', () => {
  const team = [person('U1'), person('U2'), person('U3', 'away')];
  it.each([
    ['ends when all it waits for have answered', team, ['U1', 'U2'], true],
    ['does not end because of an answer it did not wait for', team, ['U1', 'U3'], false],
    ['goes on while somebody is missing', team, ['U1'], false],
    ['does not end early when it waits for nobody', [person('U3', 'away')], [], false],
    ['does not end early when it waits for nobody, whoever answered', [person('U3', 'away')], ['U3'], false],
  ])('%s', (_, participants, answered, expected) => {
    expect(isEveryoneDone(participants, answered)).toBe(expected);
  });
});

describe('somebody who is not waited for', () => {
  it.each(ABSENCES)('is heard or not as the reason says: %s', (absence) => {
    expect(mayAnswer({ absence })).toBe(absence === 'away' || absence === 'left_channel');
  });

  it.each(ABSENCES)('counts as invited only when they said something: %s', (absence) => {
    const team = [person('U1'), person('U2', absence), person('U3', absence)];
    expect(countedAsInvited(team, ['U2']).map(({ userId }) => userId)).toEqual(['U1', 'U2']);
  });
});
