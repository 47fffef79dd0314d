import { describe, expect, it } from 'vitest';
import { playPulse } from '../../demo/play-pulse.ts';
import { translate } from '../../src/i18n/index.ts';

describe('the play of the weekly pulse', () => {
  it('lets eight weeks pass, in which people click and one client falls to critical', async () => {
    const told: string[] = [];
    const tell = (...words: string[]) => void told.push(words.join('\n'));
    await playPulse('en', { act: tell, note: tell, show: tell });
    const t = translate('en');
    const all = told.join('\n');
    expect(all).toContain('Week 40 is over: Northwind 90 · Contoso 65 · Fabrikam 62');
    expect(all).toContain('Week 47 is over: Northwind 30 · Contoso 93 · Fabrikam 54');
    expect(all).toContain(`Northwind*: ${t.pulse.given(1)}, ${t.pulse.signals(1)}, ${t.pulse.comment}`);
  }, 90_000);
});
