import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { OVERDUE_MARK } from '../../../src/slack/blocks/overdue-mark.ts';
import { itemLine } from '../../../src/slack/blocks/plan.ts';
import { overdueBlocks, ownItemBlocks, planSection } from '../../../src/slack/blocks/sections/plan.ts';
import { anItem } from '../../support/follow-up.ts';

const t = translate('en');
const DUE = '2026-12-04';
const item = anItem({ dueOn: DUE });
const own = { ...item, clientName: 'Northwind' };

describe('the mark of what is overdue', () => {
  it.each([
    ['on the day it is due', DUE, false],
    ['the day after', '2026-12-05', true],
  ])('stands before an open item %s: %s → %s', (_, today, isMarked) => {
    expect(itemLine(item, today, t).startsWith(OVERDUE_MARK)).toBe(isMarked);
    expect(JSON.stringify(planSection([item], { today }, t)).includes(OVERDUE_MARK)).toBe(isMarked);
    expect(JSON.stringify(ownItemBlocks([own], today, t)).includes(OVERDUE_MARK)).toBe(isMarked);
  });

  it('stands before each item of a manager’s overdue ones, and before none that is done', () => {
    expect(JSON.stringify(overdueBlocks([own], t))).toContain(OVERDUE_MARK);
    expect(itemLine({ ...item, state: 'done' }, '2026-12-05', t)).not.toContain(OVERDUE_MARK);
  });
});
