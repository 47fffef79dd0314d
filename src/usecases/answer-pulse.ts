import type { Rating } from '../domain/health.ts';
import { isPulseOpen, type PulseAnswer, type PulseInvite } from '../domain/pulse.ts';
import { HARD_STOP_IDS } from '../domain/signals.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { owePulse } from './owe-pulse.ts';
import { raiseAlerts } from './raise-alerts.ts';

type Own = { readonly workspaceId: string; readonly week: number; readonly userId: string };

export type PulseRefusal = 'not_asked' | 'pulse_closed';

export type PulseResult =
  | { readonly ok: true; readonly hasHardStop: boolean }
  | { readonly ok: false; readonly reason: PulseRefusal };

/** One click: how the week with one client was. Signals and a comment that were given before are kept. */
export function ratePulse(
  deps: Deps,
  { clientId, rating, ...own }: Own & { readonly clientId: string; readonly rating: Rating },
): Promise<PulseResult> {
  return whileOpen(deps, own, { clientId }, async (stores) => {
    const before = (await stores.pulseAnswers.listOwn(own.week, own.userId)).find((one) => one.clientId === clientId);
    const { signals = [], comment = null } = before ?? {};
    return keep(deps, stores, { week: own.week, answer: { clientId, userId: own.userId, rating, signals, comment } });
  });
}

/** The form: all that somebody says about one client, in place of what they said before. */
export function savePulseAnswer(
  deps: Deps,
  { answer, ...own }: Own & { readonly answer: Omit<PulseAnswer, 'userId'> },
): Promise<PulseResult> {
  return whileOpen(deps, own, answer, (stores) =>
    keep(deps, stores, { week: own.week, answer: { ...answer, userId: own.userId } }),
  );
}

/** *Not this week*: no reminder any more. What was answered stays, and an answer takes it back. */
export function declinePulse(deps: Deps, own: Own): Promise<PulseResult> {
  return whileOpen(deps, own, null, async (stores, invite) => {
    await stores.pulses.setDeclined(own.week, own.userId, deps.clock());
    await audit(stores, invite, 'pulse_declined');
    return false;
  });
}

type Work = (stores: Stores, invite: PulseInvite) => Promise<boolean>;

async function whileOpen(
  deps: Deps,
  { workspaceId, week, userId }: Own,
  about: { readonly clientId: string } | null,
  work: Work,
): Promise<PulseResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<PulseResult> => {
    const invite = await stores.pulses.lock(week, userId);
    if (!invite || (about && !invite.clientIds.includes(about.clientId))) return { ok: false, reason: 'not_asked' };
    if (!isPulseOpen(invite, deps.clock())) return { ok: false, reason: 'pulse_closed' };
    if (about && !(await stores.clients.find(about.clientId))) return { ok: false, reason: 'not_asked' };
    const hasHardStop = await work(stores, invite);
    if (about) {
      await stores.pulses.setDeclined(week, userId, null);
      await audit(stores, invite, 'pulse_answered');
    }
    await owePulse(stores, invite);
    return { ok: true, hasHardStop };
  });
}

async function keep(
  deps: Deps,
  stores: Stores,
  { week, answer }: { week: number; answer: PulseAnswer },
): Promise<boolean> {
  const named = HARD_STOP_IDS.filter((id) => answer.signals.includes(id));
  // Before the answer, which holds the client a little: two at once would wait for each other.
  if (named.length > 0) await stores.clients.lock(answer.clientId);
  await stores.pulseAnswers.save(week, answer);
  if (named.length === 0) return false;
  // At once, and by nobody: how many named it is told when the week has closed (method 7).
  const hardStops = named.map((id) => ({ id, respondents: 1 }));
  const { clientId } = answer;
  await raiseAlerts(deps, stores, { clientId, week, alerts: [{ condition: 'hard_stop', hardStops }] });
  return true;
}

/** At the moment the pulse opened, not the one of the answer: an alert that follows it at once would name its author otherwise. */
function audit(
  { audit: log }: Stores,
  { week, userId, opensAt }: PulseInvite,
  action: 'pulse_answered' | 'pulse_declined',
): Promise<void> {
  return log.add({ actorId: userId, action, subject: `pulse ${week}`, details: null, at: opensAt });
}
