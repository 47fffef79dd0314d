import { bandOf } from '../../../domain/health.ts';
import type { Messages } from '../../../i18n/index.ts';

const MARKS = { critical: '🔴', watch: '🟡', healthy: '🟢' } as const;

/** The colour of a health; ⚪ where there is none. A word always stands beside it. */
export function healthMark(health: number | null): string {
  return health === null ? '⚪' : MARKS[bandOf(health)];
}

/** That word. */
export function healthWord(health: number | null, { home }: Messages): string {
  return health === null ? home.noData : home.band[bandOf(health)];
}

/** "34 of 100 ↓ 18": the figure and how it moved since the week before; the word alone where there is no figure. */
export function healthFigure(
  { health, change }: { readonly health: number | null; readonly change: number | null },
  t: Messages,
): string {
  if (health === null) return t.home.noData;
  return [t.home.health(health), ...(change === null ? [] : [arrow(change)])].join(' ');
}

function arrow(change: number): string {
  if (change === 0) return '→';
  return change > 0 ? `↑ ${change}` : `↓ ${-change}`;
}
