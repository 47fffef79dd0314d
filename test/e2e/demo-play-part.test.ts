import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { translate } from '../../src/i18n/index.ts';

const run = promisify(execFile);

describe('npm run demo -- --play=part', () => {
  it('plays from the review over readiness, checklist and notice to a client that is parted, in Russian', async () => {
    const t = translate('ru');
    // Rejects unless the exit code is 0.
    const { stdout } = await run('npm', ['run', 'demo', '--', '--play=part', '--lang=ru'], { maxBuffer: 2 ** 24 });
    const read = asRead(stdout);
    const inOrder = [
      t.summary.shortVerdict.planned,
      t.readiness.refused.readiness_not_asked,
      t.readiness.ask('Northwind'),
      t.readiness.commentKept,
      t.evidence.saved,
      t.parting.endOn('2026-12-18'),
      t.parting.progress(0, 13),
      t.parting.channelAlways,
      t.partingForms.notice.copy('Northwind'),
      t.parting.finished('Northwind'),
      t.parting.progress(13, 13),
      t.parting.lastLesson('Northwind'),
      t.partingForms.lesson.done,
      `Northwind теперь в статусе: ${t.vocabulary.status.parted}`,
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
