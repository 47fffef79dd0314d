import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../demo/sample-agency.ts';
import type { Language } from '../../src/domain/language.ts';
import { translate } from '../../src/i18n/index.ts';
import { asRead } from '../support/e2e/as-read.ts';

const run = promisify(execFile);

describe('npm run demo -- --play=pulse', () => {
  it.each<{ language: Language; flags: string[]; ends: string[] }>([
    {
      language: 'en',
      flags: [],
      ends: [
        'Week 40 is over: Northwind 90 · Contoso 65 · Fabrikam 62',
        'Week 47 is over: Northwind 30 · Contoso 93 · Fabrikam 54',
      ],
    },
    {
      language: 'ru',
      flags: ['--lang=ru'],
      ends: [
        'Неделя 40 закончилась: Northwind 90 · Contoso 65 · Fabrikam 62',
        'Неделя 47 закончилась: Northwind 30 · Contoso 93 · Fabrikam 54',
      ],
    },
  ])(
    'lets eight weeks pass, and ends with digest, alert and the review started from it, in $language',
    async ({ language, flags, ends }) => {
      const t = translate(language);
      // Rejects unless the exit code is 0.
      const { stdout } = await run('npm', ['run', 'demo', '--', '--play=pulse', ...flags], { maxBuffer: 2 ** 24 });
      const read = asRead(stdout);
      for (const end of ends) expect(read).toContain(end);
      expect(read).toContain(`Northwind: ${t.pulse.given(1)}, ${t.pulse.signals(1)}, ${t.pulse.comment}`);

      const digestText = read.slice(read.indexOf(t.digest.title(47)));
      expect(digestText).toContain(t.digest.answered({ answered: 7, asked: 7 }));
      expect(digestText).toContain(asRead(t.chart.alt.intro(40, 47)));

      const alert = digestText.indexOf(asRead(t.alerts.heading.critical({ name: 'Northwind', health: 30 })));
      expect(alert).toBeGreaterThan(0);
      const rest = digestText.slice(alert);
      expect(rest).toContain(asRead(t.alerts.answered({ week: 47, respondents: 6, asked: 7 })));
      expect(rest).not.toContain(`${PEOPLE.lena.name[language]}:`);
      expect(rest).toContain(asRead(t.card.progress(0, 7)));
    },
    90_000,
  );
});
