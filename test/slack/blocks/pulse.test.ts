import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderPulse } from '../../../src/slack/blocks/pulse.ts';
import { encodePulseTarget, parsePulseTarget } from '../../../src/slack/pulse-target.ts';
import type { OwnPulse } from '../../../src/usecases/read-pulse.ts';
import { checkMessage } from '../../support/check-blocks.ts';

const t = translate('en');
const idAt = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const aPulse = (count: number, overrides: Partial<OwnPulse> = {}): OwnPulse => ({
  ...{ week: 2968, userId: 'U1', closesAt: new Date('2026-11-27T17:00:00Z'), isOpen: true, isDeclined: false },
  clients: Array.from({ length: count }, (_, at) => ({ id: idAt(at), name: `Client ${at}`, answer: null })),
  ...overrides,
});

const valuesOf = (pulse: OwnPulse) => JSON.stringify(renderPulse(pulse, t)).match(/"value":"2968 [^"]+ \d"/g) ?? [];

describe('the message of a pulse', () => {
  it.each([
    [0, 0],
    [1, 1],
    [200, 20],
  ])('with %i clients takes about %i messages, within the limits, and leaves nobody out', (count, most) => {
    const pulse = aPulse(count);
    const messages = renderPulse(pulse, t);
    expect(messages.length).toBeLessThanOrEqual(most);
    for (const message of messages) checkMessage(message);
    expect(new Set(valuesOf(pulse)).size).toBe(5 * count);
  });

  it('marks what was chosen, and has no buttons once it is over', () => {
    const answer = { clientId: idAt(0), userId: 'U1', rating: 4, signals: ['off_hours'], comment: 'x' } as const;
    const clients = [{ id: idAt(0), name: 'Acme', answer }];
    const open = JSON.stringify(renderPulse(aPulse(1, { clients }), t));
    expect(open.match(/"style":"primary"/g)).toHaveLength(1);
    expect(open).toContain('*Acme*: 4 of 5, 1 signal, a comment');
    const closed = JSON.stringify(renderPulse(aPulse(1, { clients, isOpen: false }), t));
    expect(closed).toContain('*Acme*: 4 of 5');
    expect(closed).not.toContain('button');
  });
});

describe('a target', () => {
  it('is read as it was written', () => {
    for (const target of [
      { week: 1 },
      { week: 2968, clientId: idAt(1) },
      { week: 0, clientId: idAt(2), rating: 5 as const },
    ])
      expect(parsePulseTarget(encodePulseTarget(target))).toEqual(target);
  });

  it.each([undefined, '', 'x', '-1', '1 x', '1.5', '1 2 3 4 5', '999999999'])('is none in %j', (value) => {
    expect(parsePulseTarget(value)).toBeNull();
  });
});
