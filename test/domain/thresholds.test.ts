import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS, tunedThresholds } from '../../src/domain/thresholds.ts';

describe('tunedThresholds', () => {
  it.each<[string, unknown, object]>([
    ['nothing', null, {}],
    ['no object', 'partPressure', {}],
    ['one number', { partPressure: 70 }, { partPressure: 70 }],
    ['a share', { minVoiceShare: 1 }, { minVoiceShare: 1 }],
    ['a share above one', { minVoiceShare: 50, repairPressure: 20 }, { repairPressure: 20 }],
    ['numbers out of range', { partPressure: 101, repairPressure: -1, minVoices: Number.NaN }, {}],
    ['text and names that are not known', { partPressure: '70', most: 3 }, {}],
  ])('reads %s over the defaults', (_name, stored, difference) => {
    expect(tunedThresholds(stored)).toEqual({ ...DEFAULT_THRESHOLDS, ...difference });
  });
});
