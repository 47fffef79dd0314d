import type { RecordedParting } from '../../domain/export/client-record.ts';
import type { Markdown } from '../../domain/export/markdown.ts';
import type { PartingStep } from '../../domain/parting/parting-step.ts';
import { inPlaybookOrder } from '../../domain/parting/playbook.ts';
import { stepName } from '../blocks/parting-step-line.ts';
import { heading, line, list, quoted, type ReportWords } from './report-parts.ts';

/** One parting: its last day, every step as it stands, and the notices as somebody left them. */
export function partingSections({ playbook, steps, notices }: RecordedParting, words: ReportWords): Markdown[] {
  const { t } = words;
  const { report } = t.clientExport;
  const channel = playbook.channel === null ? [] : [line(report.told(t.parting.channel[playbook.channel].name))];
  return [
    heading(2, report.parting),
    line(report.lastDay(playbook.endOn, report.partingState[playbook.state])),
    ...channel,
    ...list(inPlaybookOrder(steps, playbook.mode).map((step) => stepText(step, words))),
    ...notices.flatMap((notice) => quoted(report.savedNotice(t.parting.channel[notice.channel].name), notice.text)),
  ];
}

function stepText(step: PartingStep, { t, nameOf }: ReportWords): string {
  const { ownerId, dueOn, state, note, reason } = step;
  const owner = ownerId === null ? t.parting.noOwner : nameOf(ownerId);
  const facts = [owner, t.clientExport.report.stepDue(dueOn), t.parting.state[state]].join(', ');
  const said = [note, reason].filter((one) => one !== null);
  return [`${stepName(step, t)} (${facts})`, ...said].join('. ');
}
