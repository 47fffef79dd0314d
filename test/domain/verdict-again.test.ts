import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { isSameVerdict, verdictAgain, whatChanged } from '../../src/domain/verdict-again.ts';
import { aContext, anyContext, someFigures } from '../support/answers.ts';

const troubled = someFigures({ pressure: 37.2 });
const broken = someFigures({ positives: { answered: 9, named: 0, cannotName: 9, warmth: 0 } });

describe('the verdict after the meeting', () => {
  it.each([
    ['parts when they will not mend it', 'no', 37.2, 'planned'],
    ['keeps and repairs when they will in part', 'partly', 37.2, 'repair'],
    ['keeps and repairs when they will', 'yes', 37.2, 'repair'],
    ['keeps as is when there was little to mend', 'no', 29.9, 'as_is'],
  ] as const)('%s', (_, willingToMend, pressure, mode) => {
    const figures = someFigures({ pressure });
    expect(verdictAgain({ figures, context: aContext() }, { clientMeeting: { willingToMend } }).verdict.mode).toBe(
      mode,
    );
  });

  it('says what changed and why', () => {
    const before = decideVerdict(troubled, aContext());
    const { verdict } = verdictAgain(
      { figures: troubled, context: aContext() },
      { clientMeeting: { willingToMend: 'no' } },
    );
    expect(whatChanged(before, verdict)).toMatchObject({
      outcome: { from: { stance: 'keep', mode: 'repair' }, to: { stance: 'part', mode: 'planned' } },
      added: [{ rule: 'client_will_not_mend', pressure: 37.2, threshold: 30 }],
      gone: [],
      adjustment: null,
    });
  });

  it('keeps the meeting when readiness comes later', () => {
    const held = verdictAgain({ figures: troubled, context: aContext() }, { clientMeeting: { willingToMend: 'no' } });
    const facts = { revenueShare: 0.4, readiness: 20 };
    const ready = verdictAgain({ figures: troubled, context: held.context }, facts);
    expect(ready.verdict).toMatchObject({ stance: 'keep', mode: 'repair', adjusted: { readiness: 20 } });
    expect(whatChanged(held.verdict, ready.verdict)).toMatchObject({ adjustment: 'begins', added: [], gone: [] });
    expect(whatChanged(ready.verdict, held.verdict)).toMatchObject({ adjustment: 'ends' });
  });

  it('never adjusts a hard stop', () => {
    const figures = { ...broken, hardStops: [{ id: 'harassment', voices: 1, reports: 1 }] as const };
    const { verdict } = verdictAgain({ figures, context: aContext() }, { revenueShare: 1, readiness: 0 });
    expect(verdict).toMatchObject({ mode: 'now', adjusted: null });
  });

  it('is the same where nothing new is known', () => {
    fc.assert(
      fc.property(anyContext, fc.constantFrom(troubled, broken, someFigures()), (context, figures) => {
        const before = decideVerdict(figures, context);
        const { verdict } = verdictAgain({ figures, context }, {});
        expect(verdict).toEqual(before);
        expect(isSameVerdict(whatChanged(before, verdict))).toBe(true);
      }),
    );
  });
});
