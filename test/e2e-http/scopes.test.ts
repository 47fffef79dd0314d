import { afterEach, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/slack/ids.ts';
import { readManifestScopes } from '../support/http/manifest-scopes.ts';
import { hasButton } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

const { required, optional } = readManifestScopes();

let world: HttpWorld;
afterEach(() => world.close());

const cards = async () =>
  (await world.emulator.history(world.channel)).filter((one) => hasButton(one, ACTIONS.nextPhase));

describe('the scopes of the manifest', () => {
  it.each([
    { scope: 'users:read', isPrivate: true },
    { scope: 'groups:read', isPrivate: true },
    { scope: 'channels:read', isPrivate: false },
    { scope: 'chat:write', isPrivate: true },
  ])('are each missed where they are needed: $scope', async ({ scope, isPrivate }) => {
    expect(required).toContain(scope);
    world = await startHttpWorld({ scopes: required.filter((one) => one !== scope) });
    const { people, emulator, gateway } = world;
    const channel = isPrivate ? world.channel : await emulator.createChannel('lounge', { isPrivate });
    // Mara is known to be a manager, so that without users:read too the form would come as far as it can.
    await people.command('mara', channel, scope === 'chat:write' ? 'Northwind' : 'list');
    if (scope === 'chat:write') await people.submit('mara');
    await gateway.waitFor(() => world.missingScopes().includes(scope), `Slack asking for ${scope}`);
    expect(() => world.expectClean()).toThrow();
  });

  it('cover a public channel too', async () => {
    world = await startHttpWorld();
    const { people, emulator } = world;
    const lounge = await emulator.createChannel('lounge', { isPrivate: false });
    await people.command('mara', lounge, 'Northwind');
    await people.viewOf('mara', 'start_review');
    world.expectClean();
  });

  it('find a card whose receipt was lost, with the optional ones', async () => {
    await losesTheReceiptOfTheCard([...required, ...optional]);
    expect(await cards()).toHaveLength(1);
    world.expectClean();
  });

  it('post such a card again without them, as nobody may look', async () => {
    await losesTheReceiptOfTheCard(required);
    expect(await cards()).toHaveLength(2);
    expect(new Set(world.missingScopes())).toEqual(new Set(['groups:history']));
  });
});

async function losesTheReceiptOfTheCard(scopes: readonly string[]) {
  world = await startHttpWorld({ scopes });
  const { people, gateway } = world;
  await people.command('mara', world.channel, 'Northwind');
  await people.viewOf('mara', 'start_review');
  gateway.loseAnswerOf('chat.postMessage', ({ channel }) => channel === world.channel);
  await people.submit('mara');
  await gateway.waitFor(async () => (await cards()).length === 1, 'the card in Slack');
  // The card waits until its outcome can be known; a tick before that would have nothing to bring forward.
  const isPutOff = `SELECT 1 FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND run_at > now() + interval '10 seconds'`;
  await expect.poll(async () => (await world.db.query(isPutOff)).rows.length, { timeout: 8_000 }).toBeGreaterThan(0);
  world.advance({ minutes: 1 });
  await world.tick();
  await gateway.waitFor(
    () => gateway.calls('chat.postMessage').some(({ args }) => args.thread_ts !== undefined),
    'the first question',
  );
}
