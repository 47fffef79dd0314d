import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { translate } from '../../src/i18n/index.ts';

const run = promisify(execFile);

describe('npm run demo -- --play=repair', () => {
  it('plays from the review over plan and meeting to the last item done and the outcome, in English', async () => {
    const t = translate('en');
    // Rejects unless the exit code is 0.
    const { stdout } = await run('npm', ['run', 'demo', '--', '--play=repair'], { maxBuffer: 2 ** 24 });
    const read = asRead(stdout);
    const inOrder = [
      t.summary.verdict.repair('Northwind'),
      t.planForms.card.noPlan,
      t.plan.summary({ open: 3, done: 0, overdue: 0 }),
      t.meeting.sheet.numbers,
      t.meeting.again.title(2),
      t.meeting.again.willing.partly,
      t.plan.message.overdueList(1).replaceAll('*', ''),
      t.plan.summary({ open: 0, done: 3, overdue: 0 }),
      t.outcome.history.yes(30),
      `Northwind is now: ${t.vocabulary.status.repairing}`,
    ];
    let from = 0;
    for (const text of inOrder) {
      const at = read.indexOf(asRead(text), from);
      expect(at, text).toBeGreaterThan(-1);
      from = at;
    }
  }, 90_000);
});

/** Without what only draws: line breaks, indents, bold. */
function asRead(printed: string): string {
  return printed.replaceAll('*', '').replace(/\s+/g, ' ');
}
