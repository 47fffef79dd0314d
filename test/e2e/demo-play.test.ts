import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../demo/sample-agency.ts';
import type { Language } from '../../src/domain/language.ts';
import { translate } from '../../src/i18n/index.ts';
import { asRead } from '../support/e2e/as-read.ts';

const run = promisify(execFile);

describe('npm run demo -- --play', () => {
  it.concurrent.each<{ language: Language; flags: string[] }>([
    { language: 'en', flags: [] },
    { language: 'ru', flags: ['--lang=ru'] },
  ])(
    'plays a review to verdict and decision, in $language',
    async ({ language, flags }) => {
      const t = translate(language);
      const { id, name } = PEOPLE.mara;
      // Rejects unless the exit code is 0.
      const { stdout } = await run('npm', ['run', 'demo', '--', '--play', ...flags], { maxBuffer: 2 ** 24 });
      const read = asRead(stdout);
      expect(read).toContain(t.summary.verdict.repair('Northwind'));
      expect(read).toContain(t.summary.footer);
      const decided = t.decision.post.sentence(id, 'keep_and_repair', 'Northwind');
      expect(read).toContain(asRead(decided.replace(`<@${id}>`, `@${name[language]}`)));
      expect(read).toContain(t.vocabulary.status.repairing);
    },
    90_000,
  );
});
