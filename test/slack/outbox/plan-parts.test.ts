import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartStep, planParts } from '../../../src/slack/outbox/plan-parts.ts';

/** What is stored after the steps, as the store keeps it. */
function carryOut(sentTs: readonly string[], steps: readonly PartStep[]): string[] {
  const places = [...sentTs];
  for (const { kind, part } of steps) {
    if (kind === 'remove') places.length = part;
    if (kind === 'post') places[part] = 'new';
  }
  return places;
}

describe('planParts', () => {
  it.each<[string, string[], number, string[]]>([
    ['posts what is not there yet', [], 2, ['post 0', 'post 1']],
    ['updates what is there', ['1', '2'], 2, ['update 0', 'update 1']],
    ['goes on where it stopped', ['1'], 3, ['update 0', 'post 1', 'post 2']],
    ['removes surplus parts from the last one on', ['1', '2', '3'], 1, ['remove 2', 'remove 1', 'update 0']],
    ['posts a forgotten part anew', ['', '2'], 2, ['post 0', 'update 1']],
    ['takes everything back', ['1'], 0, ['remove 0']],
  ])('%s', (_title, sentTs, wanted, steps) => {
    expect(planParts(sentTs, wanted).map(({ kind, part }) => `${kind} ${part}`)).toEqual(steps);
  });

  it('always ends with exactly the wanted parts, wherever it is interrupted and begun again', () => {
    const places = fc.array(fc.constantFrom('', '1', '2'), { maxLength: 5 });
    fc.assert(
      fc.property(places, fc.nat(5), fc.nat(10), (sentTs, wanted, doneSteps) => {
        const interrupted = carryOut(sentTs, planParts(sentTs, wanted).slice(0, doneSteps));
        const finished = carryOut(interrupted, planParts(interrupted, wanted));
        expect(finished).toHaveLength(wanted);
        expect(finished.every(Boolean)).toBe(true);
      }),
    );
  });
});
