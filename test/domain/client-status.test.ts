import { describe, expect, it } from 'vitest';
import { CLIENT_STATUSES } from '../../src/domain/client.ts';
import {
  consequencesOf,
  reopenClient,
  statusAfterDecision,
  statusAfterPlaybook,
} from '../../src/domain/client-status.ts';
import { CHOICES } from '../../src/domain/decision.ts';

const closed = [{ state: 'done' }, { state: 'not_needed' }] as const;

describe('the status of a client', () => {
  it.each([
    ['active', 'keep_and_repair', 'repairing'],
    ['repairing', 'keep_as_is', 'active'],
    ['repairing', 'part', 'parting'],
    ['active', 'part_now', 'parting'],
    ['parting', 'keep_as_is', 'active'],
    ['parting', 'keep_and_repair', 'repairing'],
  ] as const)('%s becomes, by %s, %s', (status, choice, expected) => {
    expect(statusAfterDecision(status, choice)).toEqual({ ok: true, value: expected });
  });

  it.each(CHOICES)('stays parted whatever is decided: %s', (choice) => {
    expect(statusAfterDecision('parted', choice)).toEqual({ ok: false, reason: 'client_parted' });
  });

  it('becomes parted from parting alone, with every step closed', () => {
    const ends = CLIENT_STATUSES.map((status) => statusAfterPlaybook(status, closed));
    expect(ends.map((end) => (end.ok ? end.value : end.reason))).toEqual([
      'not_parting',
      'not_parting',
      'parted',
      'client_parted',
    ]);
    expect(statusAfterPlaybook('parting', [...closed, { state: 'open' }])).toMatchObject({ reason: 'steps_open' });
  });

  it('is active again once somebody opens a parted client and says why', () => {
    expect(reopenClient('parted', 'They came back')).toEqual({ ok: true, value: 'active' });
    expect(reopenClient('parted', ' ')).toMatchObject({ reason: 'reason_missing' });
    expect(reopenClient('parting', 'x')).toMatchObject({ reason: 'not_parted' });
  });

  it.each([
    ['active', 'keep_and_repair', 'followed', 'none'],
    ['repairing', 'part', 'rests', 'begins'],
    ['parting', 'part_now', 'rests', 'begins'],
    ['parting', 'keep_and_repair', 'followed', 'stops'],
  ] as const)('%s and %s: the plan is %s, the playbook %s', (status, choice, plan, playbook) => {
    expect(consequencesOf(status, choice)).toEqual({ plan, playbook });
  });
});
