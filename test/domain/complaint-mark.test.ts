import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintMark, planComplaints } from '../../src/domain/complaint-mark.ts';
import { aComplaint, anyComplaint } from '../support/answers.ts';

const MOST = 8;
const anyBefore = fc.uniqueArray(anyComplaint, { maxLength: MOST, selector: ({ text }) => text });

describe('planComplaints', () => {
  it('replaces what the form showed and nothing else', () => {
    const before = [aComplaint({ text: 'one' }), aComplaint({ text: 'two' })];
    const complaint = aComplaint({ text: 'two, and worse' });
    expect(planComplaints(before, { seen: complaintMark({ text: 'two' }), complaint }, MOST)).toEqual({
      kind: 'change',
      complaints: [before[0], complaint],
    });
  });

  it('keeps every other complaint, whatever is sent', () => {
    const anySeen = fc.option(fc.nat({ max: MOST }));
    fc.assert(
      fc.property(anyBefore, anySeen, fc.option(anyComplaint), (before, at, complaint) => {
        const shown = at === null ? undefined : before[at];
        const seen = shown ? complaintMark(shown) : null;
        const plan = planComplaints(before, { seen, complaint }, MOST);
        const after = plan.kind === 'change' ? plan.complaints : before;
        const others = before.filter((one) => seen === null || complaintMark(one) !== seen);
        for (const one of others) expect(after).toContainEqual(one);
        expect(after.length).toBeLessThanOrEqual(MOST);
        if (complaint !== null && plan.kind !== 'too_many')
          expect(after.map(({ text }) => text)).toContain(complaint.text);
      }),
    );
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(anyBefore, anyComplaint, (before, complaint) => {
        const first = planComplaints(before, { seen: null, complaint }, MOST);
        if (first.kind !== 'change') return;
        expect(planComplaints(first.complaints, { seen: null, complaint }, MOST)).toEqual({ kind: 'no_change' });
      }),
    );
  });
});
