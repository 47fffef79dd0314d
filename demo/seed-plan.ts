import { randomUUID } from 'node:crypto';
import { assignmentPurpose } from '../src/domain/assignments/assignment.ts';
import { addDays, isWeekend } from '../src/domain/calendar.ts';
import type { Language } from '../src/domain/language.ts';
import { planPrepSheet } from '../src/domain/meeting/prep-sheet.ts';
import type { NewItem } from '../src/domain/plan/plan-draft.ts';
import type { ItemChange } from '../src/domain/plan/plan-item.ts';
import { fromWallClock } from '../src/domain/wall-clock.ts';
import { translate } from '../src/i18n/index.ts';
import { prepSheetText } from '../src/i18n/prep-sheet-text.ts';
import { addPlanItems } from '../src/usecases/add-plan-items.ts';
import { changePlanItem } from '../src/usecases/change-plan-item.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { readMeetingFacts } from '../src/usecases/meeting-record.ts';
import { saveClientMeeting } from '../src/usecases/save-client-meeting.ts';
import { savePlanAnswers } from '../src/usecases/save-plan-answers.ts';
import { daysAgo, todayOf, ZONE } from './days-ago.ts';
import { FOLLOW_UP_WORDS } from './follow-up-words.ts';
import { EVERYBODY, PEOPLE, type PersonName, TEAM_ID } from './sample-agency.ts';

const MARA = PEOPLE.mara.id;

type Given = { readonly to: PersonName; readonly dueIn: number; readonly becomes?: 'done' | 'drop' };

/** Whose the items are, when they are due in days from now, and what became of them: those suggested in their order, then our own. */
const GIVEN: readonly Given[] = [
  { to: 'lena', dueIn: -3, becomes: 'done' },
  { to: 'omar', dueIn: -2 },
  { to: 'tom', dueIn: 12, becomes: 'drop' },
  { to: 'mara', dueIn: 26 },
];
const OWN: Given = { to: 'omar', dueIn: 9 };

type Planned = { readonly reviewId: string; readonly language: Language };

/** A plan of two weeks ago: one item done, one dropped, one overdue, two ahead. Their owners have heard of them. */
export async function seedPlan(deps: Deps, { reviewId, language }: Planned): Promise<void> {
  const { weighed, ownItem, dropped } = FOLLOW_UP_WORDS[language];
  const given = daysAgo(deps, 14);
  const own = { workspaceId: TEAM_ID, reviewId, userId: MARA };
  const answers = { where: 'everywhere', change: 'terms', expectations: 'yes', frequency: 'constantly' } as const;
  const plan = await savePlanAnswers(given, { ...own, answers, words: weighed });
  if (!plan.ok) throw new Error(`the sample plan was refused: ${plan.reason}`);
  const { suggestion } = translate(language).plan;
  const dated = ({ to, dueIn }: Given) => ({ ownerId: PEOPLE[to].id, dueOn: addDays(todayOf(deps), dueIn) });
  const suggested = plan.value.suggested.slice(0, GIVEN.length).map(({ id, isFirst }, at): NewItem => {
    return { suggestionId: id, text: suggestion[id].text, isFirst, ...dated(GIVEN[at] ?? OWN) };
  });
  const items = [...suggested, { suggestionId: null, text: ownItem, isFirst: false, ...dated(OWN) }];
  const added = await addPlanItems(given, { ...own, items, submitKey: randomUUID() });
  if (!added.ok) throw new Error(`the sample items were refused: ${added.reason}`);

  const stores = deps.storage.forWorkspace(TEAM_ID);
  for (const item of await stores.plans.listOpen()) {
    const { given: told, dueSoon, overdue } = assignmentPurpose;
    const named = { ...item, kind: 'item' } as const;
    await stores.settledPurposes.settle([told(named), dueSoon(named), overdue(named)], deps.clock());
    const becomes = GIVEN.find(({ to, dueIn }) => isOf(item, dated({ to, dueIn })))?.becomes;
    if (becomes === undefined) continue;
    const change: ItemChange = becomes === 'done' ? { kind: 'done' } : { kind: 'drop', reason: dropped };
    const actor = { userId: item.ownerId, isManager: false, today: todayOf(deps) };
    const changed = await changePlanItem(daysAgo(deps, 4), {
      ...{ workspaceId: TEAM_ID, itemId: item.id, ...actor },
      changes: [change],
    });
    if (!changed.ok) throw new Error(`the sample item was refused: ${changed.reason}`);
  }
}

type Whose = { readonly ownerId: string; readonly dueOn: string };
const isOf = (item: Whose, { ownerId, dueOn }: Whose) => item.ownerId === ownerId && item.dueOn === dueOn;

/** The talk with the client on the first working day that is five days ahead, with the sheet that the record gives. */
export async function seedMeeting(deps: Deps, { reviewId, language }: Planned): Promise<void> {
  const facts = await readMeetingFacts(deps, { workspaceId: TEAM_ID, reviewId });
  if (!facts) throw new Error('the sample meeting has no record');
  const t = translate(language);
  const names = EVERYBODY.map((name) => PEOPLE[name].name[language]);
  const sheet = planPrepSheet({ ...facts, colleagues: { names, placeholder: t.meeting.sheet.colleague } });
  const saved = await saveClientMeeting(daysAgo(deps, 2), {
    ...{ workspaceId: TEAM_ID, userId: MARA, reviewId, meetingId: randomUUID() },
    typed: {
      startsAt: fromWallClock(new Date(`${workingDayFrom(addDays(todayOf(deps), 5))}T10:00:00Z`), ZONE),
      place: FOLLOW_UP_WORDS[language].place,
      attendeeIds: [MARA, PEOPLE.omar.id],
      prepSheet: prepSheetText(sheet, t),
    },
  });
  if (!saved.ok) throw new Error(`the sample meeting was refused: ${saved.reason}`);
}

function workingDayFrom(day: string): string {
  return isWeekend(day) ? workingDayFrom(addDays(day, 1)) : day;
}
