import type { HealthChart } from '../../src/charts/health-chart.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';

const LAST = weekOf('2026-11-20');

/** Twelve weeks of eight clients: falls, a recovery, weeks without a score, and one that has not been scored lately. */
export const SAMPLE_CHART: HealthChart = {
  weeks: Array.from({ length: 12 }, (_, i) => LAST - 11 + i),
  lines: [
    { name: 'Northwind', scores: [78, 74, 70, 71, 66, 60, 55, 52, 52, 45, 40, 34] },
    { name: 'Contoso', scores: [62, 60, 65, 61, 58, null, null, 63, 61, 60, 61, 61] },
    { name: 'Fabrikam & <Sons>', scores: [80, 82, 85, 85, 84, 80, 78, 77, 77, 74, 72, 70] },
    { name: 'Завод «Красный Октябрь»', scores: [55, 50, 45, 48, 52, null, 58, 60, 62, 66, 68, 71] },
    { name: 'Tailspin Toys', scores: [90, 91, 88, 86, 85, 84, 80, 76, 70, 64, 58, 50] },
    { name: 'שלום תעשיות', scores: [40, 42, 38, 35, 33, 30, 35, 36, 38, 41, 39, 36] },
    { name: 'Wingtip', scores: [null, 20, null, 16, 12, null, 20, null, null, 15, null, null] },
    { name: 'Гамма', scores: [100, 98, 96, 90, 92, 88, 86, 80, 78, 75, 72, 70] },
  ],
};
