import type { ModalView } from '@slack/types';
import { type DecisionInput, recommendedChoice } from '../../domain/decision.ts';
import { type Mrkdwn, md } from '../../domain/escaping.ts';
import { isHiddenFrom } from '../../domain/rehearsal/rehearsal.ts';
import { renderDecisionForm } from '../blocks/views/decision-form.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { managerRefusalText } from './refusal-text.ts';

type Asked = {
  readonly reviewId: string;
  /** What was typed, where the form is shown again. */
  readonly typed?: DecisionInput;
  readonly parting?: { readonly text: Mrkdwn; readonly skip: string | null };
};

export type FoundDecisionForm =
  | { readonly ok: true; readonly view: ModalView }
  | { readonly ok: false; readonly text: Mrkdwn };

/** The form to decide on the newest version of a review's verdict, or why there is none for this person. */
export async function findDecisionForm(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, typed, parting }: Asked,
): Promise<FoundDecisionForm> {
  const { t } = actor;
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review || isHiddenFrom(review, actor.userId)) return { ok: false, text: t.refusals.reviewGone };
  if (!actor.isManager) return { ok: false, text: managerRefusalText(actor) };
  const decided = await stores.records.findDecision(review.id);
  const stored = await stores.records.findVerdict(review.id);
  if (decided && decided.verdictVersion >= (stored?.version ?? 1)) {
    const { decidedBy: who, choice, decidedAt: at } = decided;
    return { ok: false, text: t.refusals.alreadyDecided({ who, choice: t.vocabulary.choice[choice], at }) };
  }
  const client = await stores.clients.find(review.clientId, review);
  if (!stored || !client) return { ok: false, text: t.refusals.transition.still_open };
  // Said before anything is typed; the decision itself refuses as well.
  if (client.status === 'parted') return { ok: false, text: md`${t.parting.refused.client_parted}` };
  const { stance, mode } = stored.verdict;
  const hardStops = stored.figures.hardStops.map(({ id }) => id);
  const view = renderDecisionForm(
    {
      ...{ reviewId: review.id, clientName: review.clientName, version: stored.version },
      verdict: stance === 'none' ? null : t.summary.verdict[mode](review.clientName),
      recommended: recommendedChoice({ stance, mode, hasHardStop: hardStops.length > 0 }),
      hardStops,
      statusQuo: client.status,
      ...(typed ? { typed } : {}),
      ...(parting ? { parting } : {}),
    },
    t,
  );
  return { ok: true, view };
}
