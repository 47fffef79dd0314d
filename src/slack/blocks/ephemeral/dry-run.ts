import { bold, join, type Mrkdwn, md, mention, safe } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { PulseNow } from '../../../usecases/send-pulses-now.ts';
import { sections } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { foldLine } from './fold-line.ts';
import { foldByReason } from './fold-people.ts';

/** Slack refuses messages over some 13 kB; all of them together stay under 10. */
const MAX_ASKED_BYTES = 5000;
const MAX_LEFT_BYTES = 3000;
/** Of one person. */
const MAX_CLIENTS_BYTES = 600;

export type DryRunModel = {
  readonly plans: readonly PulseNow[];
  readonly nameOf: ReadonlyMap<string, string>;
};

/** Who would be asked about which client now, and who would not and why. What has no room is counted. */
export function renderDryRun({ plans, nameOf }: DryRunModel, t: Messages): RenderedMessage {
  const texts = t.pulse.dryRun;
  const asked = plans.filter(({ kind }) => kind === 'ask');
  const heading = texts.heading(asked.length);
  const more = (count: number): Mrkdwn => md`${texts.more(count)}`;
  const clientsOf = ({ clientIds }: PulseNow): Mrkdwn => {
    const items = clientIds.flatMap((id) => {
      const name = nameOf.get(id);
      return name === undefined ? [] : [md`${bold(name)}`];
    });
    return join(foldLine({ items, maxBytes: MAX_CLIENTS_BYTES, more }), ', ');
  };
  const askedLines = asked.map((plan) => texts.person({ who: mention(plan.userId), clients: safe(clientsOf(plan)) }));
  const left = plans.flatMap(({ userId, ...plan }) => (plan.kind === 'leave' ? [{ userId, why: plan.why }] : []));
  const leftLines = foldByReason(left, MAX_LEFT_BYTES, t).map(({ why, who }) =>
    texts.left({ who: safe(who), why: texts.why[why] }),
  );
  return {
    text: heading,
    blocks: sections([heading, ...foldLine({ items: askedLines, maxBytes: MAX_ASKED_BYTES, more }), ...leftLines]),
  };
}
