import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createStops } from '../../src/ops/stops.ts';

describe('createStops', () => {
  it('stops in reverse order, once, also after one that fails', async () => {
    const lines: string[] = [];
    const stopped: string[] = [];
    const stops = createStops(
      createLogger({ level: 'error', destination: { write: (line) => void lines.push(line) } }),
    );
    stops.add('first', async () => stopped.push('first'));
    stops.add('broken', () => Promise.reject(new Error('will not')));
    stops.add('last', async () => stopped.push('last'));
    await stops.all();
    await stops.all();
    expect(stopped).toEqual(['last', 'first']);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['could not stop broken']);
  });
});
