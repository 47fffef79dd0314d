import { bold, type Mrkdwn, md } from '../../domain/escaping.ts';
import { formatLongDay } from '../long-day.ts';

/** Somebody's own steps of partings in their Home. */
export const partingHome = {
  mine: (count: number): string => `My open steps of partings: ${count}`,
  line: ({ client, name, dueOn, isOverdue }: OwnStep): Mrkdwn =>
    md`${bold(client)}: ${name} · ${isOverdue ? 'was due by' : 'by'} ${formatLongDay('en', dueOn)}`,
  more: (count: number): string => `… and ${count} more`,
};

type OwnStep = {
  readonly client: string;
  readonly name: string;
  /** YYYY-MM-DD */
  readonly dueOn: string;
  readonly isOverdue: boolean;
};
