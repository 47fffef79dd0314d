import { describe, expect, it } from 'vitest';
import type { HealthChart } from '../../src/charts/health-chart.ts';
import { healthChartAltText, MAX_ALT_TEXT } from '../../src/charts/health-chart-alt-text.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';

const en = translate('en').chart;
const ru = translate('ru').chart;
const last = weekOf('2026-11-20');
const weeks = [last - 3, last - 2, last - 1, last];
const northwind = { name: 'Northwind', scores: [78, null, 30, 34] };

describe('healthChartAltText', () => {
  it.each<[string, HealthChart, string, string]>([
    [
      'nothing',
      { weeks: [], lines: [] },
      'Chart of client health: no data yet.',
      'График здоровья клиентов: данных пока нет.',
    ],
    [
      'weeks without clients',
      { weeks, lines: [] },
      'Chart of client health: no data yet.',
      'График здоровья клиентов: данных пока нет.',
    ],
    [
      'a line with a gap',
      { weeks, lines: [northwind] },
      'Client health from week 44 to week 47, from 0 to 100. Northwind: 78 (healthy) in week 44, 34 (critical) in week 47, lowest 30 in week 46, no score in 1 week.',
      'Здоровье клиентов с недели 44 по неделю 47, от 0 до 100. Northwind: 78 (хорошо) на неделе 44, 34 (критично) на неделе 47, минимум 30 на неделе 46, без оценки 1 неделя.',
    ],
    [
      'a line, one point, and none',
      {
        weeks,
        lines: [
          { name: 'Contoso', scores: [69, 40, 40, 70] },
          { name: 'Fabrikam', scores: [null, null, 39, null] },
          { name: 'Initech', scores: [null, null, null, null] },
        ],
      },
      'Client health from week 44 to week 47, from 0 to 100. Contoso: 69 (watch) in week 44, 70 (healthy) in week 47, lowest 40 in week 46. Fabrikam: 39 (critical) in week 46, the only score. Initech: no score.',
      'Здоровье клиентов с недели 44 по неделю 47, от 0 до 100. Contoso: 69 (внимание) на неделе 44, 70 (хорошо) на неделе 47, минимум 40 на неделе 46. Fabrikam: 39 (критично) на неделе 46, других оценок нет. Initech: оценок нет.',
    ],
    [
      'one week, and names as they were typed, in one line',
      {
        weeks: [last],
        lines: [
          { name: ' <A>\n& 🚀 ', scores: [100] },
          { name: '', scores: [0] },
        ],
      },
      'Client health in week 47, from 0 to 100. <A> & 🚀: 100 (healthy) in week 47, the only score. Client 2: 0 (critical) in week 47, the only score.',
      'Здоровье клиентов на неделе 47, от 0 до 100. <A> & 🚀: 100 (хорошо) на неделе 47, других оценок нет. Клиент 2: 0 (критично) на неделе 47, других оценок нет.',
    ],
  ])('says %s in words', (_case, chart, english, russian) => {
    expect(healthChartAltText(chart, en)).toBe(english);
    expect(healthChartAltText(chart, ru)).toBe(russian);
  });

  it.each(LANGUAGES)('holds eight of the longest lines within the limit of Slack, in %s', (language) => {
    const year = Array.from({ length: 53 }, (_, i) => last - 52 + i);
    const scores = year.map((_, i) => (i === 0 || i === 52 ? 100 : null));
    const lines = Array.from({ length: 8 }, (_, i) => ({ name: `${i}${'Щ'.repeat(400)}`, scores }));
    const text = healthChartAltText({ weeks: year, lines }, translate(language).chart);
    expect(text.length).toBeLessThanOrEqual(MAX_ALT_TEXT);
    for (let i = 0; i < 8; i += 1) expect(text).toContain(`${i}ЩЩЩ`);
  });

  it('refuses what the picture refuses', () => {
    expect(() => healthChartAltText({ weeks, lines: new Array(9).fill(northwind) }, en)).toThrow('at most 8 clients');
  });
});
