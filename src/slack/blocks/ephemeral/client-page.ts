import type { Button, KnownBlock } from '@slack/types';
import { type ClientProfile, isWatched, lastDayOfNotice } from '../../../domain/client-profile.ts';
import { channelLink, join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import type { Intake } from '../../../domain/intake.ts';
import type { PlanItem } from '../../../domain/plan/plan-item.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { ClientParting } from '../../../usecases/read-parting.ts';
import { ACTIONS } from '../../ids.ts';
import { actions, button, confirmation, section, sections } from '../building-blocks.ts';
import { formatDay, moneyOf, peopleLine, teamLines } from '../client-values.ts';
import { fits } from '../pack.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { intakeSection } from '../sections/intake.ts';
import { clientMeetingButtons } from '../sections/meeting.ts';
import { partingSection, reopenButtons } from '../sections/parting.ts';
import { type PlanRoom, planSection } from '../sections/plan.ts';
import { startButton } from './start-button.ts';

export type ClientPageModel = {
  readonly client: ClientProfile;
  readonly usualCurrency: string;
  /** What was agreed before the work started; null where nobody was asked. */
  readonly intake: Intake | null;
  /** How far a parting with them is; none where we do not part. */
  readonly parting?: ClientParting | null;
  /** What is still to be done for them, first due first. */
  readonly planItems?: readonly PlanItem[];
  /** YYYY-MM-DD, where the workspace is. */
  readonly today: string;
};

/** What of an open plan is shown: the first that fits into one message with everything else. */
const PLAN_ROOM: readonly PlanRoom[] = [
  { items: 10, text: 150 },
  { items: 5, text: 75 },
];
const LEAST_ROOM: PlanRoom = { items: 2, text: 40 };

/** Everything that is set up for a client, with what can be done about it. */
export function renderClientPage(page: ClientPageModel, t: Messages): RenderedMessage {
  const most = PLAN_ROOM.map((room) => pageWith(page, room, t)).find(({ blocks }) => fits(blocks));
  return most ?? pageWith(page, LEAST_ROOM, t);
}

function pageWith(
  { client, usualCurrency, intake, parting, planItems = [], today }: ClientPageModel,
  room: PlanRoom,
  t: Messages,
): RenderedMessage {
  const { page } = t.clientSetup;
  const heading = page.heading({ name: client.name, status: t.vocabulary.status[client.status] });
  return {
    text: heading,
    blocks: [
      section(client.isArchived ? join([heading, page.archived]) : heading),
      ...teamBlocks(client, t),
      section(join(factLines({ client, usualCurrency }, t))),
      ...(client.isArchived ? [] : intakeSection(client, intake, t)),
      ...partingSection(parting, t),
      ...(client.isArchived ? [] : planSection(planItems, { today, room }, t)),
      actions('client', buttons(client, t)),
    ],
  };
}

/** Who works with the client. */
export function teamBlocks(client: ClientProfile, t: Messages): KnownBlock[] {
  const { page } = t.clientSetup;
  const { team, userGroup } = client;
  const lines = team.length === 0 ? [page.noTeam] : [page.team(team.length), ...teamLines(client, t)];
  const group = userGroup === null ? [] : [(userGroup.isGone ? page.groupGone : page.follows)(userGroup.name)];
  return sections([...lines, ...group]);
}

/** What is set up for the client, a line each. What is not known is not listed, but for what then holds in its place. */
export function factLines(
  { client, usualCurrency }: Pick<ClientPageModel, 'client' | 'usualCurrency'>,
  t: Messages,
): Mrkdwn[] {
  const { page } = t.clientSetup;
  const { managerIds, channelId, monthlyRevenue, contractEnd, noticeDays, language } = client;
  const lastDay = lastDayOfNotice(client);
  const notice = noticeDays === null ? [] : [page.notice(noticeDays)];
  return [
    managerIds.length === 0 ? page.usualManagers : page.managers(safe(peopleLine(managerIds, t))),
    ...(channelId === null ? [] : [page.channel(channelLink(channelId))]),
    ...(monthlyRevenue === null ? [] : [page.revenue(moneyOf(client, { t, usualCurrency }))]),
    ...(contractEnd === null ? [] : [page.contract(formatDay(contractEnd, t))]),
    ...notice.map((line) =>
      lastDay === null ? line : md`${safe(line)} ${safe(page.lastNotice(formatDay(lastDay, t)))}`,
    ),
    ...(language === null ? [] : [page.language(t.forms.languageName[language])]),
    isWatched(client) ? page.pulseOn : page.pulseOff,
  ];
}

function buttons({ id, name, status, isArchived }: ClientProfile, t: Messages): Button[] {
  const { page } = t.clientSetup;
  if (isArchived) return [restoreButton(id, t)];
  return [
    ...(status === 'parted' ? [] : [startButton(page.start, name)]),
    button({ text: t.home.page.history, actionId: ACTIONS.openClient, value: id }),
    ...clientMeetingButtons({ id, status }, t),
    button({ text: page.edit, actionId: ACTIONS.editClient, value: id }),
    ...reopenButtons({ id, status }, t),
    button({
      text: page.archive,
      actionId: ACTIONS.archiveClient,
      value: id,
      style: 'danger',
      confirm: confirmation({
        title: page.archiveTitle,
        text: page.archiveText,
        confirm: page.archiveConfirm,
        deny: page.archiveDeny,
      }),
    }),
  ];
}

/** Brings an archived client back. */
export function restoreButton(clientId: string, t: Messages): Button {
  return button({ text: t.clientSetup.page.restore, actionId: ACTIONS.restoreClient, value: clientId });
}
