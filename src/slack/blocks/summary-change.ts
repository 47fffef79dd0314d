import type { Mrkdwn } from '../../domain/escaping.ts';
import { md } from '../../domain/escaping.ts';
import type { SummaryModel } from '../../domain/summary.ts';
import type { Change, Gap } from '../../domain/what-would-change.ts';
import type { Messages } from '../../i18n/index.ts';

const CHANGES = 3;

/** What would change the verdict and by how much it misses, the nearest three; nothing where nothing would (method 5). */
export function changeLines({ verdict: { wouldChange } }: SummaryModel, t: Messages): Mrkdwn[] {
  if (wouldChange.length === 0) return [];
  // Each rule that holds now keeps the verdict up, so all of them have to end; one new rule is enough to change it.
  const isTogether = wouldChange.filter(({ direction }) => direction === 'away').length > 1;
  const heading = isTogether ? t.summary.heading.wouldChangeTogether : t.summary.heading.wouldChange;
  return [md`*${heading}*`, ...wouldChange.slice(0, CHANGES).map((change) => changeLine(change, t))];
}

function changeLine({ to, gaps, require, direction }: Change, t: Messages): Mrkdwn {
  const change = t.summary.change;
  const outcome = to === null ? change.anyVerdict : change.outcome[to.mode];
  const clauses = gaps.map((gap) => (direction === 'towards' ? towardsClause(gap, t) : awayClause(gap, t)));
  return md` • *${outcome}*${change.sentence(clauses, require)}`;
}

function towardsClause(gap: Gap, t: Messages): string {
  const { towards } = t.summary.change;
  switch (gap.on) {
    case 'pressure':
      return towards.pressure(gap.pressure, gap.bound);
    case 'systemic':
      return towards.systemic(gap.facts.signals.length, gap.facts.neededSignals);
    case 'chronic':
      return towards.chronic(gap.facts.constantly, gap.facts.complaints);
    case 'positives':
      return towards.positives(gap.named, gap.cannotName, Math.max(gap.named, gap.voices));
    case 'client_meeting':
      return towards.meeting;
    case 'shared_signal':
      return towards.sharedSignal(gap.id === null ? null : t.vocabulary.signal[gap.id], gap.voices, gap.needed);
    default:
      return awayClause(gap, t);
  }
}

function awayClause(gap: Gap, t: Messages): string {
  const { away } = t.summary.change;
  switch (gap.on) {
    case 'voices':
      return away.voices(gap.by);
    case 'pressure':
      return away.pressure(gap.pressure, gap.bound);
    case 'systemic':
      return away.systemic;
    case 'chronic':
      return away.chronic;
    case 'positives':
      return away.positives;
    case 'client_meeting':
      return away.meeting;
    case 'hard_stop_not_confirmed':
      return away.hardStop;
    case 'readiness':
      return away.readiness(gap.readiness, gap.needed);
    case 'revenue_share':
      return away.revenueShare(gap.share, gap.bound);
    case 'shared_signal':
      return towardsClause(gap, t);
  }
}
