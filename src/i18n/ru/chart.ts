import type { HealthBand } from '../../domain/health.ts';
import type { Messages } from '../en/index.ts';
import { formatNumber, plural } from '../plural.ts';

const points = (value: number) => formatNumber('ru', Math.round(value));
const bandInWords: Record<HealthBand, string> = { healthy: 'хорошо', watch: 'внимание', critical: 'критично' };

export const chart: Messages['chart'] = {
  title: 'Здоровье клиентов по неделям, от 0 до 100',
  band: { healthy: 'Хорошо', watch: 'Внимание', critical: 'Критично' },
  week: 'Неделя',
  asOfWeek: (week: number) => `(нед. ${week})`,
  noDataYet: 'Данных пока нет',
  noDataHint: 'Первая точка появится после первого пульса.',
  unnamed: (place: number) => `Клиент ${place}`,
  alt: {
    intro: (first: number, last: number) =>
      first === last
        ? `Здоровье клиентов на неделе ${first}, от 0 до 100.`
        : `Здоровье клиентов с недели ${first} по неделю ${last}, от 0 до 100.`,
    empty: 'График здоровья клиентов: данных пока нет.',
    score: (score: number, of: HealthBand) => `${points(score)} (${bandInWords[of]})`,
    noScore: (name: string) => `${name}: оценок нет.`,
    onlyScore: (name: string, score: string, week: number) => `${name}: ${score} на неделе ${week}, других оценок нет.`,
    line: (name: string, first: string, firstWeek: number, last: string, lastWeek: number) =>
      `${name}: ${first} на неделе ${firstWeek}, ${last} на неделе ${lastWeek}`,
    lowest: (score: number, week: number) => `минимум ${points(score)} на неделе ${week}`,
    weeksWithout: (count: number) =>
      `без оценки ${plural('ru', count, { one: 'неделя', few: 'недели', many: 'недель', other: 'недели' })}`,
  },
};
