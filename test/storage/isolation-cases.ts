import type pg from 'pg';
import { emptyFields } from '../../src/domain/client-profile.ts';
import type { Said } from '../../src/domain/statement.ts';
import type { StoredDecision } from '../../src/storage/record-store.ts';
import type { WorkspaceStorage } from '../../src/storage/storage.ts';
import { aComplaint, someFigures } from '../support/answers.ts';
import { dumpTables } from '../support/table-dump.ts';

const AT = new Date('2026-11-02T09:00:00Z');
const DEFAULTS = { language: 'en', timeZone: 'UTC', managerIds: ['U9'], hourlyCost: null, currency: 'EUR' } as const;
const DAYS_OFF = [{ from: '2026-12-24', to: '2026-12-26' }];
const CARD = {
  ...{ purpose: 'card:northwind', reviewId: null, channelId: 'C1', parentPurpose: null },
  message: { kind: 'card' },
} as const;
const FIGURES = someFigures();
const VERDICT = { stance: 'keep', mode: 'as_is' } as never;
const DECISION: StoredDecision = {
  verdictVersion: 1,
  choice: 'part',
  rationale: 'enough',
  hardStop: null,
  decidedBy: 'U9',
  decidedAt: AT,
};
const FIELDS = { ...emptyFields('Northwind'), userGroup: { id: 'S1', name: 'design', isGone: false } };
const MEMBERS = [{ userId: 'U1', role: 'sales', isFromGroup: false }] as const;
const OPEN_STATES = { openStates: ['complaints'], lateStates: [] } as const;
const ANSWER = { phase: 'complaints', complaints: [aComplaint()] } as const;
const REPLY = {
  channelId: 'C1',
  messageTs: '18.01',
  userId: 'U1',
  phase: 'complaints',
  text: 'They pay late',
} as const;
const NOTICE = { userId: 'U1', reason: 'too_long', messageTs: '' } as const;
const STATEMENT: Said = {
  kind: 'positive',
  text: 'They thank us',
  signals: [],
  severity: null,
  frequency: null,
  concerns: null,
  authorId: 'U1',
};

const HIDDEN = { digest: 'd1', reason: 'about a colleague', hiddenById: 'U9', at: AT } as const;

const WEEK = 2967;
const INVITE = { week: WEEK, userId: 'U1', opensAt: AT, closesAt: AT } as const;
const PULSE = { isOn: false, schedule: { weekday: 1, hour: 9 }, since: AT } as const;
const RATED = { userId: 'U1', rating: 2, signals: ['off_hours'], comment: 'Calls at night' } as const;
const HEALTH = {
  ...({ week: WEEK, asked: 4, respondents: 3, health: 30, band: 'critical', meanRating: 2, trend: 30 } as const),
  ...{ signals: [], hardStops: [], comments: 1, closedAt: AT },
};
const DIGEST = {
  ...{ purpose: `digest:${WEEK}`, channelId: 'CDIGEST', reviewId: null, parentPurpose: null },
  message: { kind: 'digest', week: WEEK } as const,
};
const ALERT = { condition: 'critical', week: WEEK } as const;

export type Ids = { readonly reviewId: string; readonly clientId: string };

/** One row at least in every table of a workspace. */
export async function fill(stores: WorkspaceStorage): Promise<Ids> {
  await stores.workspace.save({ ...DEFAULTS, daysOff: DAYS_OFF });
  await stores.memberSettings.saveDaysOff('U1', DAYS_OFF);
  const { id: clientId } = await stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' });
  const team = [{ userId: 'U1', role: 'sales' as const }];
  const review = await stores.reviews.create(newReview(clientId), team);
  const reviewId = review?.id ?? '';
  await stores.participants.saveRoles(team);
  await stores.secrets.save(reviewId, new Uint8Array([1, 2, 3]));
  await stores.answers.save({ reviewId, userId: 'U1', personKey: 'U1', answer: ANSWER, ...OPEN_STATES });
  await stores.replies.add({ ...REPLY, reviewId });
  await stores.replies.claimNotice({ ...NOTICE, reviewId });
  await stores.records.saveStatements({ reviewId, clientId }, [STATEMENT]);
  await stores.records.saveVerdict(
    { reviewId, clientId },
    { version: 1, figures: FIGURES, verdict: VERDICT, createdAt: AT },
  );
  await stores.records.saveDecision({ reviewId, clientId }, DECISION);
  await stores.hiddenWords.add(reviewId, HIDDEN);
  await stores.outbox.put(CARD);
  await stores.outbox.claim(CARD, 0, AT);
  await stores.outbox.put(DIGEST);
  await stores.clients.save(clientId, { ...FIELDS, nameKey: 'northwind' });
  await stores.accountMembers.replace(clientId, MEMBERS);
  await stores.clientImports.save({ userId: 'U9', text: 'name', createdAt: AT });
  await stores.digests.saveChannel('CDIGEST');
  await stores.pulses.begin(AT);
  await stores.pulses.invite({ ...INVITE, clientIds: [clientId] });
  await stores.pulseAnswers.save(WEEK, { ...RATED, clientId });
  await stores.health.addWeek({ ...HEALTH, clientId });
  await stores.health.addAlert({ ...ALERT, clientId, alert: { condition: 'critical', health: 30 }, at: AT });
  await stores.audit.add({ actorId: 'U9', action: 'review_started', subject: reviewId, details: null, at: AT });
  return { reviewId, clientId };
}

const newReview = (clientId: string) => ({
  ...({ clientId, channelId: 'C1', facilitatorId: 'U9', mode: 'open', preset: 'async', language: 'en' } as const),
  ...{ question: null, deadline: null, phaseEndsAt: AT, startedAt: AT },
});

/** What a case may use besides the stores of the workspace that is tried: `first` are those of the one that was filled. */
export type CaseFacts = Ids & { readonly first: WorkspaceStorage; readonly pool: pg.Pool };

type Case = {
  readonly run: (stores: WorkspaceStorage, facts: CaseFacts) => Promise<unknown>;
  /** What another workspace gets; `refused` when the database does not take it. */
  readonly gives: unknown;
};

export const refused = Symbol('refused');
const nothing = undefined;

/** One case for each function of each store: what comes of it with the ids of another workspace. */
export const CASES: Readonly<Record<string, Case>> = {
  'pulses.findSettings': { run: (stores) => stores.pulses.findSettings(), gives: null },
  'pulses.saveSettings': { run: (stores) => stores.pulses.saveSettings(PULSE), gives: nothing },
  'pulses.begin': {
    run: async (stores, { pool }) => {
      await pool.query(`UPDATE "Workspace" SET "pulseSince" = NULL`);
      await stores.pulses.begin(AT);
      return (await stores.pulses.findSettings())?.since;
    },
    gives: undefined,
  },
  'pulses.listSettledWeeks': {
    run: async (stores) => [...(await stores.pulses.listSettledWeeks(0))],
    gives: [],
  },
  'pulses.invite': {
    run: (stores, { clientId }) => stores.pulses.invite({ ...INVITE, clientIds: [clientId] }),
    gives: true,
  },
  'pulses.skip': { run: (stores) => stores.pulses.skip({ week: WEEK, userId: 'U1', why: 'stale' }), gives: true },
  'pulses.find': { run: (stores) => stores.pulses.find(WEEK, 'U1'), gives: null },
  'pulses.lock': { run: (stores) => stores.pulses.lock(WEEK, 'U1'), gives: null },
  'pulses.list': { run: (stores) => stores.pulses.list(WEEK), gives: [] },
  'pulses.listOpen': { run: (stores) => stores.pulses.listOpen(), gives: [] },
  'pulses.findLastWeek': { run: (stores) => stores.pulses.findLastWeek(), gives: null },
  'pulses.setDeclined': { run: (stores) => stores.pulses.setDeclined(WEEK, 'U1', AT), gives: nothing },
  'pulses.markReminded': { run: (stores) => stores.pulses.markReminded(WEEK, 'U1', AT), gives: false },
  'pulses.close': { run: (stores) => stores.pulses.close(WEEK, 'U1', AT), gives: false },
  'pulseAnswers.save': {
    run: (stores, { clientId }) => stores.pulseAnswers.save(WEEK, { ...RATED, clientId, rating: 5 }),
    gives: refused,
  },
  'pulseAnswers.listOwn': { run: (stores) => stores.pulseAnswers.listOwn(WEEK, 'U1'), gives: [] },
  'pulseAnswers.listOfClient': {
    run: (stores, { clientId }) => stores.pulseAnswers.listOfClient(WEEK, clientId),
    gives: [],
  },
  'pulseAnswers.countByClient': {
    run: async (stores) => [...(await stores.pulseAnswers.countByClient(WEEK))],
    gives: [],
  },
  'pulseAnswers.listAnswered': {
    run: async (stores) => [...(await stores.pulseAnswers.listAnswered(WEEK))],
    gives: [],
  },
  'health.addWeek': {
    run: (stores, { clientId }) => stores.health.addWeek({ ...HEALTH, clientId, health: 99 }),
    gives: refused,
  },
  'health.listWeeks': { run: (stores, { clientId }) => stores.health.listWeeks(clientId), gives: [] },
  'health.listSince': { run: (stores) => stores.health.listSince(0), gives: [] },
  'health.addAlert': {
    run: (stores, { clientId }) =>
      stores.health.addAlert({ ...ALERT, clientId, alert: { condition: 'critical', health: 1 }, at: AT }),
    gives: refused,
  },
  'health.listAlerts': { run: (stores, { clientId }) => stores.health.listAlerts(clientId), gives: [] },
  'health.findAlert': { run: (stores, { clientId }) => stores.health.findAlert({ ...ALERT, clientId }), gives: null },
  'health.markTold': {
    run: (stores, { clientId }) => stores.health.markTold({ ...ALERT, clientId }, AT),
    gives: false,
  },
  'health.dismiss': {
    run: (stores, { clientId }) => stores.health.dismiss({ ...ALERT, clientId }, 'U9'),
    gives: false,
  },
  'health.listAlertsIn': { run: (stores) => stores.health.listAlertsIn(WEEK), gives: [] },
  'pulseAnswers.listComments': { run: (stores) => stores.pulseAnswers.listComments(WEEK), gives: [] },
  'digests.lockChannel': { run: (stores) => stores.digests.lockChannel(), gives: null },
  'digests.saveChannel': { run: (stores) => stores.digests.saveChannel('C2'), gives: nothing },
  'digests.changeChannel': { run: (stores) => stores.digests.changeChannel('CDIGEST', 'C2'), gives: nothing },
  'digests.listAskedWeeks': { run: (stores) => stores.digests.listAskedWeeks(0), gives: [] },
  'workspace.findOrCreate': {
    run: async (stores) => (await stores.workspace.findOrCreate({ ...DEFAULTS, managerIds: [] })).managerIds,
    gives: [],
  },
  'workspace.save': {
    run: (stores) => stores.workspace.save({ ...DEFAULTS, currency: 'USD', daysOff: [] }),
    gives: nothing,
  },
  'clients.find': { run: (stores, { clientId }) => stores.clients.find(clientId), gives: null },
  'clients.findByNameKey': { run: (stores) => stores.clients.findByNameKey('northwind'), gives: null },
  'clients.list': { run: (stores) => stores.clients.list(), gives: [] },
  'clients.findOrCreate': {
    run: async (stores, { clientId }) =>
      (await stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' })).id === clientId,
    gives: false,
  },
  'clients.setStatus': {
    run: (stores, { clientId }) => stores.clients.setStatus(clientId, 'parting'),
    gives: refused,
  },
  'clients.setMoney': {
    run: (stores, { clientId }) => stores.clients.setMoney(clientId, { monthlyRevenue: 1, revenueShare: 1 }),
    gives: refused,
  },
  'clients.findProfile': { run: (stores, { clientId }) => stores.clients.findProfile(clientId), gives: null },
  'clients.listProfiles': { run: (stores) => stores.clients.listProfiles(), gives: [] },
  'clients.lock': { run: (stores, { clientId }) => stores.clients.lock(clientId), gives: false },
  'clients.create': {
    run: async (stores) => (await stores.clients.create({ ...FIELDS, nameKey: 'northwind' })) === null,
    gives: false,
  },
  'clients.save': {
    run: (stores, { clientId }) => stores.clients.save(clientId, { ...FIELDS, name: 'Other', nameKey: 'other' }),
    gives: refused,
  },
  'clients.setArchived': { run: (stores, { clientId }) => stores.clients.setArchived(clientId, AT), gives: refused },
  'clients.listByUserGroup': { run: (stores) => stores.clients.listByUserGroup('S1'), gives: [] },
  'clients.setUserGroup': {
    run: (stores) => stores.clients.setUserGroup('S1', { name: 'other', goneAt: AT }),
    gives: nothing,
  },
  'accountMembers.list': { run: (stores, { clientId }) => stores.accountMembers.list(clientId), gives: [] },
  'accountMembers.listTeams': { run: async (stores) => [...(await stores.accountMembers.listTeams())], gives: [] },
  'accountMembers.replace': {
    run: (stores, { clientId }) => stores.accountMembers.replace(clientId, [{ ...MEMBERS[0], role: 'finance' }]),
    gives: refused,
  },
  'clientImports.save': {
    run: async (stores) => {
      const id = await stores.clientImports.save({ userId: 'U9', text: 'mine', createdAt: AT });
      return stores.clientImports.find(id, 'U9');
    },
    gives: 'mine',
  },
  'clientImports.find': {
    run: async (stores, { first }) => {
      const id = await first.clientImports.save({ userId: 'U9', text: 'theirs', createdAt: AT });
      return stores.clientImports.find(id, 'U9');
    },
    gives: null,
  },
  'clientImports.remove': {
    run: async (stores, { first }) => {
      const id = await first.clientImports.save({ userId: 'U9', text: 'theirs', createdAt: AT });
      return stores.clientImports.remove(id, 'U9');
    },
    gives: false,
  },
  'reviews.find': { run: (stores, { reviewId }) => stores.reviews.find(reviewId), gives: null },
  'reviews.lock': { run: (stores, { reviewId }) => stores.reviews.lock(reviewId), gives: null },
  'reviews.findOpenByClient': { run: (stores, { clientId }) => stores.reviews.findOpenByClient(clientId), gives: null },
  'reviews.findLatestClosed': {
    run: async (stores, { clientId, reviewId, first }) => {
      await first.reviews.moveTo(reviewId, { state: 'closed', phaseEndsAt: null, now: AT });
      return stores.reviews.findLatestClosed(clientId);
    },
    gives: null,
  },
  'reviews.listOpen': { run: (stores) => stores.reviews.listOpen(), gives: [] },
  'reviews.listUndecided': {
    run: async (stores, { reviewId, first }) => {
      await first.reviews.moveTo(reviewId, { state: 'closed', phaseEndsAt: null, now: AT });
      return stores.reviews.listUndecided();
    },
    gives: [],
  },
  'reviews.create': {
    run: (stores, { clientId }) => stores.reviews.create(newReview(clientId), []),
    gives: refused,
  },
  'reviews.moveTo': {
    run: (stores, { reviewId }) => stores.reviews.moveTo(reviewId, { state: 'vote', phaseEndsAt: null, now: AT }),
    gives: refused,
  },
  'reviews.change': {
    run: (stores, { reviewId }) => stores.reviews.change(reviewId, { facilitatorId: 'U1' }),
    gives: refused,
  },
  'reviews.changeChannel': { run: (stores) => stores.reviews.changeChannel('C1', 'C2'), gives: nothing },
  'reviews.addRevealed': {
    run: (stores, { reviewId }) => stores.reviews.addRevealed(reviewId, 'lessons'),
    gives: refused,
  },
  'participants.list': { run: (stores, { reviewId }) => stores.participants.list(reviewId), gives: [] },
  'participants.invite': {
    run: (stores, { reviewId }) => stores.participants.invite(reviewId, [{ userId: 'U1', role: 'finance' }]),
    gives: refused,
  },
  'participants.setAbsence': {
    run: (stores, { reviewId }) => stores.participants.setAbsence(reviewId, ['U1'], 'removed'),
    gives: nothing,
  },
  'participants.findSnooze': {
    run: async (stores, { reviewId, first }) => {
      await first.participants.setSnooze(reviewId, 'U1', AT);
      return stores.participants.findSnooze(reviewId, 'U1');
    },
    gives: null,
  },
  'participants.setSnooze': {
    run: (stores, { reviewId }) => stores.participants.setSnooze(reviewId, 'U1', AT),
    gives: nothing,
  },
  'participants.listSnoozed': {
    run: async (stores, { reviewId, first }) => {
      await first.participants.setSnooze(reviewId, 'U1', AT);
      return stores.participants.listSnoozed(reviewId, AT);
    },
    gives: [],
  },
  'participants.saveTookPart': {
    run: (stores, { reviewId }) => stores.participants.saveTookPart(reviewId, ['U1']),
    gives: nothing,
  },
  'participants.listReviewsOf': { run: (stores) => stores.participants.listReviewsOf('U1'), gives: [] },
  'participants.findRoles': { run: async (stores) => [...(await stores.participants.findRoles(['U1']))], gives: [] },
  'participants.saveRoles': {
    run: (stores) => stores.participants.saveRoles([{ userId: 'U1', role: 'finance' }]),
    gives: nothing,
  },
  'presence.setAbsence': {
    run: (stores, { reviewId }) => stores.presence.setAbsence(reviewId, { userId: 'U1', from: null, to: 'away' }),
    gives: false,
  },
  'presence.listOpenIn': { run: (stores) => stores.presence.listOpenIn('C1'), gives: [] },
  'presence.listOpenOf': { run: (stores) => stores.presence.listOpenOf('U1'), gives: [] },
  'memberSettings.findDaysOff': {
    run: async (stores) => [...(await stores.memberSettings.findDaysOff(['U1']))],
    gives: [],
  },
  'memberSettings.saveDaysOff': { run: (stores) => stores.memberSettings.saveDaysOff('U1', []), gives: nothing },
  'secrets.find': { run: (stores, { reviewId }) => stores.secrets.find(reviewId), gives: null },
  'secrets.save': {
    run: async (stores, { reviewId, first }) => {
      await first.secrets.destroy(reviewId);
      await stores.secrets.save(reviewId, new Uint8Array([9]));
    },
    gives: refused,
  },
  'secrets.destroy': { run: (stores, { reviewId }) => stores.secrets.destroy(reviewId), gives: nothing },
  'answers.save': {
    run: (stores, { reviewId }) =>
      stores.answers.save({
        ...{ reviewId, userId: 'U1', personKey: 'U1', answer: { phase: 'complaints', complaints: [] } },
        ...OPEN_STATES,
      }),
    gives: null,
  },
  'answers.withdraw': {
    run: (stores, { reviewId }) =>
      stores.answers.withdraw({ reviewId, phase: 'complaints', personKey: 'U1', openStates: ['complaints'] }),
    gives: false,
  },
  'answers.find': { run: (stores, { reviewId }) => stores.answers.find(reviewId, 'complaints', 'U1'), gives: null },
  'answers.listOf': { run: (stores, { reviewId }) => stores.answers.listOf(reviewId, ['U1']), gives: [] },
  'answers.list': { run: (stores, { reviewId }) => stores.answers.list(reviewId), gives: [] },
  'answers.countByPhase': {
    run: (stores, { reviewId }) => stores.answers.countByPhase(reviewId, 'complaints'),
    gives: 0,
  },
  'answers.listKeys': { run: (stores, { reviewId }) => stores.answers.listKeys(reviewId, 'complaints'), gives: [] },
  'answers.clearLate': {
    run: async (stores, { reviewId, first, pool }) => {
      await pool.query('UPDATE "Answer" SET "isLate" = true');
      await stores.answers.clearLate(reviewId, 'complaints');
      return (await first.answers.list(reviewId)).map(({ isLate }) => isLate);
    },
    gives: [true],
  },
  'answers.deleteAll': { run: (stores, { reviewId }) => stores.answers.deleteAll(reviewId), gives: nothing },
  'hiddenWords.list': { run: (stores, { reviewId }) => stores.hiddenWords.list(reviewId), gives: [] },
  'hiddenWords.add': {
    run: (stores, { reviewId }) => stores.hiddenWords.add(reviewId, { ...HIDDEN, digest: 'd2' }),
    gives: refused,
  },
  'hiddenWords.deleteAll': { run: (stores, { reviewId }) => stores.hiddenWords.deleteAll(reviewId), gives: nothing },
  'replies.add': {
    run: (stores, { reviewId }) => stores.replies.add({ ...REPLY, reviewId, messageTs: '18.02' }),
    gives: refused,
  },
  'replies.find': { run: (stores) => stores.replies.find('C1', '18.01'), gives: null },
  'replies.setText': { run: (stores) => stores.replies.setText('C1', '18.01', 'They pay'), gives: nothing },
  'replies.remove': { run: (stores) => stores.replies.remove('C1', '18.01'), gives: nothing },
  'replies.listTexts': {
    run: (stores, { reviewId }) => stores.replies.listTexts(reviewId, 'U1', 'complaints'),
    gives: [],
  },
  'replies.changeChannel': { run: (stores) => stores.replies.changeChannel('C1', 'C2'), gives: nothing },
  'replies.claimNotice': {
    run: (stores, { reviewId }) => stores.replies.claimNotice({ ...NOTICE, reviewId, reason: 'private' }),
    gives: refused,
  },
  'replies.deleteAll': { run: (stores, { reviewId }) => stores.replies.deleteAll(reviewId), gives: nothing },
  'records.saveStatements': {
    run: (stores, subject) => stores.records.saveStatements(subject, [STATEMENT]),
    gives: refused,
  },
  'records.listStatements': { run: (stores, { reviewId }) => stores.records.listStatements(reviewId), gives: [] },
  'records.saveVerdict': {
    run: (stores, subject) =>
      stores.records.saveVerdict(subject, { version: 2, figures: FIGURES, verdict: VERDICT, createdAt: AT }),
    gives: refused,
  },
  'records.findVerdict': { run: (stores, { reviewId }) => stores.records.findVerdict(reviewId), gives: null },
  'records.findPreviousPressure': {
    run: (stores, { clientId }) => stores.records.findPreviousPressure(clientId, new Date(0)),
    gives: null,
  },
  'records.saveDecision': {
    run: (stores, subject) => stores.records.saveDecision(subject, { ...DECISION, verdictVersion: 2 }),
    gives: refused,
  },
  'records.findDecision': { run: (stores, { reviewId }) => stores.records.findDecision(reviewId), gives: null },
  'outbox.find': { run: (stores) => stores.outbox.find(CARD.purpose), gives: null },
  'outbox.findReviewOfCard': {
    run: (stores, { first, reviewId }) => cardAfterSending(stores, first, reviewId),
    gives: null,
  },
  'outbox.put': { run: (stores) => stores.outbox.put(CARD), gives: nothing },
  'outbox.listOf': {
    run: async (stores, { reviewId, first }) => {
      await first.outbox.put({ ...CARD, purpose: 'card:of a review', reviewId });
      return (await stores.outbox.listOf(reviewId)).length;
    },
    gives: 0,
  },
  'outbox.enqueue': {
    run: (stores, { pool }) => jobsAfter(pool, (purpose) => stores.outbox.enqueue(purpose, AT)),
    gives: 0,
  },
  'outbox.listOwed': { run: (stores) => stores.outbox.listOwed('card:'), gives: [] },
  'outbox.setPicture': {
    run: (stores) => stores.outbox.setPicture(DIGEST.purpose, { fileId: 'F2', at: AT.toISOString() }),
    gives: nothing,
  },
  'outbox.changeChannel': { run: (stores) => stores.outbox.changeChannel('C1', 'C2'), gives: nothing },
  'outbox.claim': {
    run: async (stores, { first }) => {
      await first.outbox.release(CARD.purpose, AT);
      return stores.outbox.claim(CARD, 0, AT);
    },
    gives: false,
  },
  'outbox.confirm': {
    run: (stores) => stores.outbox.confirm(CARD.purpose, { part: 0, claimedAt: AT, place: '17.01' }),
    gives: false,
  },
  'outbox.release': { run: (stores) => stores.outbox.release(CARD.purpose, AT), gives: false },
  'outbox.forgetPart': {
    run: (stores, { first }) => afterSending(first, (purpose) => stores.outbox.forgetPart(purpose, 0)),
    gives: ['17.01'],
  },
  'outbox.keepParts': {
    run: (stores, { first }) => afterSending(first, (purpose) => stores.outbox.keepParts(purpose, 0)),
    gives: ['17.01'],
  },
  'outbox.hold': { run: (stores) => stores.outbox.hold(CARD.purpose, 'failed'), gives: nothing },
  'outbox.finish': {
    run: (stores) => stores.outbox.finish(CARD.purpose, { revision: 1, isFinal: true }),
    gives: nothing,
  },
  'pauses.listOpenIn': { run: (stores) => stores.pauses.listOpenIn('C1'), gives: [] },
  'pauses.begin': {
    run: (stores, { reviewId }) => stores.pauses.begin(reviewId, { reason: 'external', since: AT }),
    gives: refused,
  },
  'pauses.end': {
    run: (stores, { reviewId }) =>
      stores.pauses.end(reviewId, { phaseStartedAt: null, phaseEndsAt: null, deadline: null, remindFromAt: null }),
    gives: refused,
  },
  'pauses.moveTo': { run: (stores, { reviewId }) => stores.pauses.moveTo(reviewId, 'C2'), gives: refused },
  'movedPosts.takeBack': {
    run: async (stores, { reviewId, first, pool }) => {
      await ownCard(first, reviewId);
      return jobsAfter(pool, () => stores.movedPosts.takeBack({ reviewId, channelId: 'C1', movedAt: AT }));
    },
    gives: 0,
  },
  'movedPosts.dropOwed': {
    run: async (stores, { reviewId, first }) => {
      await ownCard(first, reviewId);
      await stores.movedPosts.dropOwed({ reviewId, channelId: 'C1' });
      return (await first.outbox.find('card:own'))?.purpose;
    },
    gives: 'card:own',
  },
  'movedPosts.releaseHeld': {
    run: async (stores, { reviewId, first }) => {
      await ownCard(first, reviewId);
      await first.outbox.hold('card:own', 'external');
      await stores.movedPosts.releaseHeld(reviewId);
      return (await first.outbox.find('card:own'))?.holdReason;
    },
    gives: 'external',
  },
  'movedPosts.renewInvitations': {
    run: async (stores, { reviewId, first }) => {
      await first.outbox.put({ ...CARD, purpose: 'card:own', reviewId, message: { kind: 'invitation', userId: 'U1' } });
      await stores.movedPosts.renewInvitations(reviewId);
      return (await first.outbox.find('card:own'))?.revision;
    },
    gives: 1,
  },
  'audit.add': {
    run: (stores) => stores.audit.add({ actorId: 'U1', action: 'review_closed', subject: 'x', details: null, at: AT }),
    gives: nothing,
  },
  'audit.findLatest': { run: (stores) => stores.audit.findLatest('review_started'), gives: null },
  'audit.list': { run: (stores) => stores.audit.list(), gives: [] },
  'rehearsals.findOrCreateClient': {
    run: async (stores, { first }) => {
      const ofFirst = await first.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' });
      return (await stores.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' })) === ofFirst;
    },
    gives: false,
  },
  'rehearsals.listOf': {
    run: async (stores, { first }) => {
      await aRehearsal(first);
      return (await stores.rehearsals.listOf('U9')).length;
    },
    gives: 0,
  },
  'rehearsals.erase': {
    run: async (stores, { first }) => stores.rehearsals.erase(await aRehearsal(first)),
    gives: false,
  },
};

/** Starts a rehearsal of U9 and gives its id. */
async function aRehearsal(stores: WorkspaceStorage): Promise<string> {
  const clientId = await stores.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' });
  const review = await stores.reviews.create({ ...newReview(clientId), isRehearsal: true }, []);
  return review?.id ?? '';
}

/** A card of T1's own review, which may be on its way. */
async function ownCard({ outbox }: WorkspaceStorage, reviewId: string): Promise<void> {
  const post = { ...CARD, purpose: 'card:own', reviewId };
  await outbox.put(post);
  await outbox.claim(post, 0, AT);
}

/** The number of jobs there are afterwards, when there was none before. */
async function jobsAfter(pool: pg.Pool, work: (purpose: string) => Promise<void>): Promise<number> {
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  await work(CARD.purpose);
  return (await dumpTables(pool)).jobs?.length ?? 0;
}

/** The review found by the place of its card, which T1 alone has. */
async function cardAfterSending(stores: WorkspaceStorage, first: WorkspaceStorage, reviewId: string): Promise<unknown> {
  await first.outbox.put({ ...CARD, purpose: 'card:sent', reviewId });
  await first.outbox.claim({ ...CARD, purpose: 'card:sent' }, 0, AT);
  await first.outbox.confirm('card:sent', { part: 0, claimedAt: AT, place: '17.01' });
  return stores.outbox.findReviewOfCard('C1', '17.01');
}

/** The places of T1's card afterwards, when its first part was sent before. */
async function afterSending({ outbox }: WorkspaceStorage, work: (purpose: string) => Promise<void>): Promise<unknown> {
  await outbox.confirm(CARD.purpose, { part: 0, claimedAt: AT, place: '17.01' });
  await work(CARD.purpose);
  return (await outbox.find(CARD.purpose))?.sentTs;
}
