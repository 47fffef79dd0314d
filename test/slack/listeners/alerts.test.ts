import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyFields } from '../../../src/domain/client-profile.ts';
import { translate } from '../../../src/i18n/index.ts';
import { alertNotNow, startFromPulse } from '../../../src/slack/listeners/actions/alerts.ts';
import { dryRunPulse, sendPulseNow } from '../../../src/slack/listeners/actions/pulse-admin.ts';
import { encodePulseTarget } from '../../../src/slack/pulse-target.ts';
import { emptyTables } from '../../support/table-dump.ts';
import { FACILITATOR, START } from '../../support/usecase-world.ts';
import { createListenerWorld, type ListenerWorld } from './listener-world.ts';

const en = translate('en');
const WEEK = 2965;

let world: ListenerWorld;
beforeAll(async () => {
  world = await createListenerWorld();
  world.slack.on('views.update', () => ({ ok: true }));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
  world.reset();
});

async function aClient(fields: { managerIds?: readonly string[]; channelId?: string | null } = {}): Promise<string> {
  const id = await world.stores.clients.create({ ...emptyFields('Acme'), channelId: 'C1', ...fields, nameKey: 'acme' });
  await world.stores.accountMembers.replace(id ?? '', [{ userId: 'U01', role: 'sales', isFromGroup: false }]);
  return id ?? '';
}

/** A week that has closed with this many answers. */
async function aWeek(clientId: string, respondents: number): Promise<void> {
  await world.stores.health.addWeek({
    ...{ clientId, week: WEEK, asked: 5, respondents, health: 34, band: 'critical', meanRating: 2, trend: 34 },
    ...{ signals: [{ id: 'off_hours', respondents }], hardStops: [{ id: 'harassment', respondents: 1 }] },
    ...{ comments: 0, closedAt: START },
  });
}

/** What stands in the form in the end. */
async function press(userId: string, clientId: string): Promise<string> {
  world.slack.calls.length = 0;
  await world.press(startFromPulse, { userId, value: encodePulseTarget({ week: WEEK, clientId }) });
  return world.slack.callsOf('views.update').at(-1)?.view ?? '';
}

describe('Start a review', () => {
  it('fills in what was named, and tells a hard stop only to the person', async () => {
    const clientId = await aClient();
    await aWeek(clientId, 3);
    const form = JSON.parse(await press(FACILITATOR, clientId)) as { blocks: { block_id?: string }[] };
    const question = JSON.stringify(form.blocks.find(({ block_id: id }) => id === 'question'));
    expect(question).toContain('In the pulse of week 45 people said that the client ignores our working hours ×3.');
    expect(question).not.toContain(en.vocabulary.signal.harassment);
    expect(JSON.stringify(form)).toContain(en.alerts.form.hardStop(en.vocabulary.signal.harassment));
  });

  it('names nothing but the hard stop where two answered', async () => {
    const clientId = await aClient();
    await aWeek(clientId, 2);
    const form = await press(FACILITATOR, clientId);
    expect(form).not.toContain('×');
    expect(form).toContain(en.vocabulary.signal.harassment);
  });

  it('is for managers, and for who was named for this client', async () => {
    const clientId = await aClient({ managerIds: ['U01'] });
    expect(await press('U01', clientId)).toContain('start_review');
    expect(await press('U03', clientId)).toContain(en.refusals.notManager([]));
  });

  it('asks for a channel where the client has none', async () => {
    expect(await press(FACILITATOR, await aClient({ channelId: null }))).toContain('start_from_pulse_in');
  });

  it.each(['', 'no client', '00000000-0000-4000-8000-000000000009'])('says that a client is gone: %j', async (id) => {
    expect(await press(FACILITATOR, id)).toContain(en.alerts.gone);
  });
});

describe('the other buttons of managers', () => {
  it('refuse who was not told, with words of their own', async () => {
    await world.press(alertNotNow, {
      userId: FACILITATOR,
      value: encodePulseTarget({ week: WEEK, clientId: await aClient() }),
    });
    await world.press(alertNotNow, { userId: FACILITATOR, value: 'nonsense' });
    expect(world.replies()).toEqual(Array(2).fill(`${FACILITATOR}: ${en.alerts.notYours}`));
  });

  it.each([
    ['Send now', sendPulseNow],
    ['Dry run', dryRunPulse],
  ])('refuse who is no manager: %s', async (_, handle) => {
    await world.press(handle, { userId: 'U03' });
    expect(world.replies()).toEqual([`U03: ${en.refusals.notManager([])}`]);
    expect(await world.stores.audit.list()).toEqual([]);
  });
});
