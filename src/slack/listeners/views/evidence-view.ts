import type { EvidenceField } from '../../../domain/evidence/evidence.ts';
import { type LogEvidenceResult, logEvidence } from '../../../usecases/log-evidence.ts';
import { zoneOfMember } from '../../../usecases/pulse-people.ts';
import { renderEvidenceSaved } from '../../blocks/views/saved-views.ts';
import { FIELDS } from '../../ids.ts';
import { parseEvidenceForm } from '../../parse/evidence-form.ts';
import { evidenceRefusalText } from '../evidence-form.ts';
import { findListPage } from '../list-pages.ts';
import { mayManageClient } from '../may-manage.ts';
import { updateView } from '../show-desk.ts';
import type { ViewArgs, ViewHandler, ViewOutcome } from '../view-listener.ts';

const FIELD_OF: Readonly<Record<EvidenceField, string>> = {
  text: FIELDS.text,
  happenedOn: FIELDS.happenedOn,
  signal: FIELDS.signal,
  amount: FIELDS.amount,
  currency: FIELDS.currency,
  link: FIELDS.link,
};

/** An entry of the evidence log, saved before the form closes; what is wrong is said at its field, and nothing typed is lost. */
export const evidenceHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const sent = parseEvidenceForm(body.view);
  if (!sent) return { outcome: { kind: 'errors', errors: { [FIELDS.text]: 'old_form' } } };
  const refusal = evidenceRefusalText(actor);
  if (refusal !== null) return texts({ [FIELDS.text]: refusal });
  const { metadata, clientId, typed } = sent;
  if (clientId === null) return texts({ [FIELDS.client]: t.evidence.refused.client_missing });
  const result = await logEvidence(ctx, {
    ...{ workspaceId, userId, clientId, typed, correctsId: metadata.correctsId, submitKey: metadata.key },
    isManager: await mayManageClient(ctx, actor, clientId),
    timeZone: zoneOfMember(actor.member, actor.settings.timeZone),
  });
  if (!result.ok) return texts(refusedTexts(result, metadata.clientId === null, actor.t));
  // Opened from the log: that is where the new entry is seen.
  if (metadata.page !== null)
    return { outcome: { kind: 'close' }, after: () => showLog({ ctx, actor, body }, clientId, metadata.page ?? 1) };
  const { clientName, entryId } = result;
  return { outcome: { kind: 'view', view: renderEvidenceSaved({ clientName, entryId }, t) } };
};

function refusedTexts(
  result: Extract<LogEvidenceResult, { ok: false }>,
  isChosen: boolean,
  t: ViewArgs['actor']['t'],
): Record<string, string> {
  const { refused } = t.evidence;
  if (result.reason === 'wrong_fields')
    return Object.fromEntries(result.problems.map(({ field, reason }) => [FIELD_OF[field], refused[reason]]));
  if (result.reason === 'client_not_found')
    return { [isChosen ? FIELDS.client : FIELDS.text]: t.forms.errors.client_unknown };
  return { [FIELDS.text]: refused[result.reason] };
}

async function showLog({ ctx, actor, body }: ViewArgs, clientId: string, page: number): Promise<void> {
  const viewId = body.view.previous_view_id;
  const log = await findListPage(ctx, actor, { list: 'evidence', page, clientId });
  if (viewId && log) await updateView(ctx, viewId, log);
}

function texts(found: Record<string, string>): { outcome: ViewOutcome } {
  return { outcome: { kind: 'texts', texts: found } };
}
