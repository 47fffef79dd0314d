import { emptyFields } from '../../../src/domain/client-profile.ts';
import { EMPTY_INTAKE } from '../../../src/domain/intake.ts';
import { NO_PLAN_ANSWERS } from '../../../src/domain/plan/plan-questions.ts';
import type { Said } from '../../../src/domain/statement.ts';
import type { StoredDecision } from '../../../src/storage/record-store.ts';
import type { WorkspaceStorage } from '../../../src/storage/storage.ts';
import { aComplaint, someFigures } from '../../support/answers.ts';
import type { Ids } from './case.ts';

export const AT = new Date('2026-11-02T09:00:00Z');
export const DEFAULTS = {
  language: 'en',
  timeZone: 'UTC',
  managerIds: ['U9'],
  hourlyCost: null,
  currency: 'EUR',
} as const;
const DAYS_OFF = [{ from: '2026-12-24', to: '2026-12-26' }];
export const CARD = {
  ...{ purpose: 'card:northwind', reviewId: null, channelId: 'C1', parentPurpose: null },
  message: { kind: 'card' },
} as const;
export const FIGURES = someFigures();
export const VERDICT = { stance: 'keep', mode: 'as_is' } as never;
export const DECISION: StoredDecision = {
  verdictVersion: 1,
  choice: 'part',
  rationale: 'enough',
  hardStop: null,
  decidedBy: 'U9',
  decidedAt: AT,
};
export const FIELDS = { ...emptyFields('Northwind'), userGroup: { id: 'S1', name: 'design', isGone: false } };
export const MEMBERS = [{ userId: 'U1', role: 'sales', isFromGroup: false }] as const;
export const OPEN_STATES = { openStates: ['complaints'], lateStates: [] } as const;
const ANSWER = { phase: 'complaints', complaints: [aComplaint()] } as const;
export const REPLY = {
  channelId: 'C1',
  messageTs: '18.01',
  userId: 'U1',
  phase: 'complaints',
  text: 'They pay late',
} as const;
export const NOTICE = { userId: 'U1', reason: 'too_long', messageTs: '' } as const;
export const STATEMENT: Said = {
  kind: 'positive',
  text: 'They thank us',
  signals: [],
  severity: null,
  frequency: null,
  concerns: null,
  authorId: 'U1',
};

export const OPENED = { on: '2026-11-02', isManager: false } as const;

export const HIDDEN = { digest: 'd1', reason: 'about a colleague', hiddenById: 'U9', at: AT } as const;

export const WEEK = 2967;
export const INVITE = { week: WEEK, userId: 'U1', opensAt: AT, closesAt: AT } as const;
export const PULSE = { isOn: false, schedule: { weekday: 1, hour: 9 }, since: AT } as const;
export const RATED = { userId: 'U1', rating: 2, signals: ['off_hours'], comment: 'Calls at night' } as const;
export const HEALTH = {
  ...({ week: WEEK, asked: 4, respondents: 3, health: 30, band: 'critical', meanRating: 2, trend: 30 } as const),
  ...{ signals: [], hardStops: [], comments: 1, closedAt: AT },
};
export const DIGEST = {
  ...{ purpose: `digest:${WEEK}`, channelId: 'CDIGEST', reviewId: null, parentPurpose: null },
  message: { kind: 'digest', week: WEEK } as const,
};
export const outcomeKey = (reviewId: string) => ({ reviewId, verdictVersion: 1, day: 30 }) as const;
export const INTAKE = { intake: EMPTY_INTAKE, version: null, userId: 'U9', at: AT } as const;
export const EVIDENCE = {
  ...({
    happenedOn: '2026-10-30',
    text: 'They paid late',
    signal: 'late_payment',
    amount: 4000,
    currency: 'EUR',
  } as const),
  ...{ link: null, correctsId: null, loggedById: 'U1', loggedAt: AT, submitKey: 'form-1' },
};
export const ALERT = { condition: 'critical', week: WEEK } as const;
export const PLAN = {
  answers: NO_PLAN_ANSWERS,
  words: { keep_pros: 'They thank us', keep_cons: '', part_pros: '', part_cons: '' },
  madeById: 'U9',
  madeAt: AT,
} as const;
export const ITEM = {
  ...({
    suggestionId: 'payment_plan',
    text: 'Agree on dates',
    isFirst: true,
    ownerId: 'U1',
    dueOn: '2026-12-04',
  } as const),
  ...{ givenById: 'U9', givenAt: AT },
};
export const MEETING_ID = '00000000-0000-4000-8000-000000000001';
export const MEETING = {
  ...({ id: MEETING_ID, plannedById: 'U9', plannedAt: AT, startsAt: AT, place: 'Here', attendeeIds: ['U1'] } as const),
  ...({ prepSheet: 'Numbers', state: 'planned', record: null, recordedById: null, version: 0 } as const),
};

export const PLAYBOOK = {
  ...({ mode: 'planned', endOn: '2027-01-06', basis: 'assumed', channel: null } as const),
  ...({ startedById: 'U9', startedAt: AT, state: 'running' } as const),
};
export const STEP = { stepId: 'ask_lawyer', title: null, dueOn: '2026-12-01', isDateOwn: false } as const;
export const NOTICE_TEXT = {
  ...({ channel: 'email', language: 'en', text: 'We part', version: 0, savedById: 'U9', savedAt: AT } as const),
};
export const INSTALLATION = {
  ...({ botId: 'B1', botUserId: 'UBOT', scopes: ['commands'], sealedToken: new Uint8Array([7]) } as const),
  ...({ enterpriseId: null, installedById: 'U9', installedAt: AT } as const),
};
/** One row at least in every table of a workspace. */
export async function fill(stores: WorkspaceStorage): Promise<Ids> {
  await stores.installation.save(INSTALLATION);
  await stores.workspace.save({ ...DEFAULTS, daysOff: DAYS_OFF });
  await stores.memberSettings.saveDaysOff('U1', DAYS_OFF);
  await stores.home.noteOpened('U1', OPENED);
  await stores.memberSettings.savePause('U1', '2026-12-31');
  await stores.memberSettings.saveLanguage('U1', 'ru');
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
  await stores.pulses.invite([{ ...INVITE, clientIds: [clientId] }]);
  await stores.pulses.skip([{ week: WEEK, userId: 'U7', why: 'day_off' }]);
  await stores.pulseAnswers.save(WEEK, { ...RATED, clientId });
  await stores.health.addWeek({ ...HEALTH, clientId });
  await stores.health.addAlert({ ...ALERT, clientId, alert: { condition: 'critical', health: 30 }, at: AT });
  await stores.plans.save({ ...PLAN, reviewId, clientId });
  await stores.plans.addItems([{ ...ITEM, reviewId, clientId, submitKey: 'form:0' }]);
  await stores.settledPurposes.settle(['item-given:1'], AT);
  await stores.meetings.add({ ...MEETING, reviewId, clientId });
  await stores.readiness.saveAsked({ reviewId, clientId }, { userIds: ['U1'], byId: 'U9', at: AT });
  await stores.readiness.saveAnswer(reviewId, { userId: 'U1', level: 'ready', comment: 'Fine' });
  await stores.outcomes.ask(outcomeKey(reviewId), { clientId, askedId: 'U9', askedAt: AT });
  await stores.intakes.save(clientId, INTAKE);
  await stores.evidence.add({ ...EVIDENCE, clientId });
  await stores.partings.create({ ...PLAYBOOK, reviewId, clientId });
  await stores.partings.addSteps(reviewId, [STEP]);
  await stores.partings.saveNotice(reviewId, NOTICE_TEXT, null);
  await stores.audit.add({ actorId: 'U9', action: 'review_started', subject: reviewId, details: null, at: AT });
  return { reviewId, clientId };
}

export const newReview = (clientId: string) => ({
  ...({ clientId, channelId: 'C1', facilitatorId: 'U9', mode: 'open', preset: 'async', language: 'en' } as const),
  ...{ question: null, deadline: null, phaseEndsAt: AT, startedAt: AT },
});
