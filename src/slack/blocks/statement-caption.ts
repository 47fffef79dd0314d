import type { Complaint } from '../../domain/answer.ts';
import type { Said } from '../../domain/statement.ts';
import type { Messages } from '../../i18n/index.ts';
import { capitalised } from './building-blocks.ts';

type Facts = Pick<Complaint | Said, 'signals' | 'severity' | 'frequency' | 'concerns'>;

/** What a complaint is about, in one line: "Pays late · harmful · constantly · about one person there"; empty for other words. */
export function complaintCaption({ signals, severity, frequency, concerns }: Facts, t: Messages): string {
  const labels = [...new Set(signals)].map((signal) => t.vocabulary.signal[signal]).join('; ');
  return [
    ...(labels === '' ? [] : [capitalised(labels)]),
    ...(severity === null ? [] : [t.vocabulary.severity[severity]]),
    ...(frequency === null ? [] : [t.vocabulary.frequency[frequency]]),
    ...(concerns === null ? [] : [t.thread.about[concerns]]),
  ].join(' · ');
}
