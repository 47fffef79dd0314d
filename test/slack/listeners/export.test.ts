import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyFields } from '../../../src/domain/client-profile.ts';
import { translate } from '../../../src/i18n/index.ts';
import { abilitiesOf } from '../../../src/slack/abilities.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { findActor } from '../../../src/slack/listeners/actor.ts';
import { answerExport } from '../../../src/slack/listeners/commands/export.ts';
import { emptyTables } from '../../support/table-dump.ts';
import { FACILITATOR, WORKSPACE } from '../../support/usecase-world.ts';
import { createListenerWorld, type ListenerWorld } from './listener-world.ts';

const { clientExport, clientSetup } = translate('en');

let world: ListenerWorld;
beforeAll(async () => {
  world = await createListenerWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await emptyTables(world.pool);
  world.reset();
  for (const name of ['Northwind', 'Northgate'])
    await world.stores.clients.create({ ...emptyFields(name), nameKey: name.toLowerCase() });
});

/** What a manager hears, at once and in the end. */
async function heard(clientName: string | null, scopes?: readonly string[]): Promise<string[]> {
  const ctx = { ...world.ctx, abilities: abilitiesOf(scopes) };
  const actor = await findActor(ctx, { workspaceId: WORKSPACE, userId: FACILITATOR });
  const said: RenderedMessage[] = [];
  const reply = await answerExport(ctx, actor, { clientName, say: async (one) => void said.push(one) });
  return [...said, ...(reply === null ? [] : [reply])].map(({ text }) => text);
}

describe('export', () => {
  it('names the permission that is missing and whom to ask, and gathers nothing', async () => {
    expect(await heard('Northwind', ['chat:write'])).toEqual([clientExport.notAllowed]);
    expect(clientExport.notAllowed).toMatch(/files:write.*admin/);
    expect(world.slack.callsOf('chat.postMessage')).toEqual([]);
    const { rows } = await world.pool.query(`SELECT 1 FROM "AuditEntry" WHERE action = 'client_exported'`);
    expect(rows).toEqual([]);
  });

  it('asks which of several clients is meant, or which it is', async () => {
    const [several] = await heard('north');
    expect(several).toContain(clientSetup.find.several({ typed: 'north', count: 2 }));
    expect(several).toContain('Northgate, Northwind?');
    expect((await heard('Zzz'))[0]).toBe(clientSetup.find.none('Zzz'));
    expect((await heard(null))[0]).toContain('/client-review export');
  });
});
