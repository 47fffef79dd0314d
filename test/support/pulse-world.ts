import { emptyFields } from '../../src/domain/client-profile.ts';
import type { Member } from '../../src/domain/member.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../src/domain/pulse-schedule.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ratePulse } from '../../src/usecases/answer-pulse.ts';
import { closeHealthWeek, closePulses } from '../../src/usecases/close-pulses.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import type { AlertDeps } from '../../src/usecases/tell-alerts.ts';
import { createWorld, WORKSPACE } from './usecase-world.ts';

/** The Thursday of the week in which the tests play, 15:00 in London. */
export const THURSDAY = '2026-11-05T15:00:00.000Z';

/** The week of that Thursday. */
export const PULSE_WEEK = weekOf('2026-11-05');

export const LONDON = { timeZone: 'Europe/London' };

export type Person = Partial<Member> & { readonly timeZone: string };

const aMember = (id: string, rest: Person): Member => ({
  ...{
    id,
    name: id,
    isDeactivated: false,
    isBot: false,
    isGuest: false,
    isOutside: false,
    isAdmin: false,
    locale: 'en',
  },
  ...rest,
});

/** The use cases with people whom Slack knows; null for one whom it cannot tell. */
export async function createPulseWorld(people: Record<string, Person | null>) {
  const world = await createWorld();
  const asked: string[][] = [];
  const deps: AlertDeps = {
    ...world.deps,
    async findMembers(userIds) {
      asked.push([...userIds]);
      return userIds.map((id) => {
        const person = people[id];
        return person ? aMember(id, person) : null;
      });
    },
    findAdmins: async () => Object.keys(people).filter((id) => people[id]?.isAdmin),
  };
  await world.stores.workspace.findOrCreate(world.deps.defaults);
  const since = new Date('2026-11-02T00:00:00Z');
  await world.stores.pulses.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since });

  /** A client with this account team. */
  async function aClient(
    name: string,
    team: readonly string[],
    fields: { hasPulse?: boolean; managerIds?: readonly string[] } = {},
  ): Promise<string> {
    const id = await world.stores.clients.create({ ...emptyFields(name), ...fields, nameKey: name.toLowerCase() });
    if (id === null) throw new Error(`there is a client ${name} already`);
    await world.stores.accountMembers.replace(
      id,
      team.map((userId) => ({ userId, role: 'other', isFromGroup: false })),
    );
    return id;
  }

  const postsOf = async (userId: string) =>
    world.prisma.post.findMany({ where: { workspaceId: WORKSPACE, channelId: userId }, orderBy: { purpose: 'asc' } });

  const send = () => sendPulses(deps, WORKSPACE);
  const rate = (userId: string, clientId: string, rating: 1 | 2 | 3 | 4 | 5) =>
    ratePulse(deps, { workspaceId: WORKSPACE, week: PULSE_WEEK, userId, clientId, rating });

  async function closeEverything(): Promise<void> {
    await closePulses(deps, WORKSPACE);
    for (const ref of await world.storage.sweep.findClosableWeeks(PULSE_WEEK - 1)) await closeHealthWeek(deps, ref);
  }

  return { ...world, deps, people, asked, aClient, postsOf, send, rate, closeEverything };
}

export type PulseWorld = Awaited<ReturnType<typeof createPulseWorld>>;
