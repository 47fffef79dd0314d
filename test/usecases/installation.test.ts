import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findInstallation } from '../../src/usecases/find-installation.ts';
import { installWorkspace, type NewInstallation } from '../../src/usecases/install-workspace.ts';
import { uninstallWorkspace } from '../../src/usecases/uninstall-workspace.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { createWorld, START, WORKSPACE, type World } from '../support/usecase-world.ts';

const TOKEN = 'xoxb-planted-token';
const NEW: NewInstallation = {
  ...{ workspaceId: WORKSPACE, botToken: TOKEN, botId: 'B1', botUserId: 'UBOT', scopes: ['commands', 'chat:write'] },
  ...{ enterpriseId: null, installedById: 'U01', timeZone: 'Europe/Berlin' },
};

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const find = (workspaceId = WORKSPACE) => findInstallation(world.deps, workspaceId);
const end = (at: Date, workspaceId = WORKSPACE) => uninstallWorkspace(world.deps, { workspaceId, at });
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

describe('an installation', () => {
  it('is found in its workspace and in no other', async () => {
    await installWorkspace(world.deps, NEW);
    const { enterpriseId: _, installedById: __, timeZone: ___, ...installation } = NEW;
    expect(await find()).toEqual(installation);
    expect(await find('T2')).toBeNull();
  });

  it('keeps its token sealed, for its workspace alone', async () => {
    await installWorkspace(world.deps, NEW);
    const dump = JSON.stringify(await dumpTables(world.pool));
    expect(dump).toContain('"botId":"B1"');
    expect(dump).not.toContain(TOKEN);
    expect(dump).not.toContain(Buffer.from(TOKEN).toString('hex'));
    await world.pool.query(`UPDATE "Installation" SET "workspaceId" = 'T2'`);
    await expect(find('T2')).rejects.toThrow('cannot be opened');
  });

  it('begins a workspace in which nobody is named, with its installer, in their time zone', async () => {
    await installWorkspace(world.deps, NEW);
    const settings = await world.stores.workspace.findOrCreate(world.deps.defaults);
    expect(settings).toMatchObject({ managerIds: [], installerId: 'U01', timeZone: 'Europe/Berlin' });
    expect(await world.stores.workspace.findWithLanguage('U02')).toEqual({ settings, ownLanguage: null });
    const { managerIds, ...rest } = settings;
    await world.stores.workspace.save({ ...rest, managerIds: ['U05'] });
    await installWorkspace(world.deps, { ...NEW, installedById: 'U07' });
    expect(await world.stores.workspace.findOrCreate(world.deps.defaults)).toEqual({
      ...settings,
      ...{ managerIds: ['U05'], installerId: 'U07' },
    });
  });

  it('goes on with the settings of a workspace that is known', async () => {
    const before = await world.stores.workspace.findOrCreate({ ...world.deps.defaults, managerIds: ['U09'] });
    await installWorkspace(world.deps, NEW);
    expect(await world.stores.workspace.findOrCreate(world.deps.defaults)).toEqual({ ...before, installerId: 'U01' });
  });

  it('leaves an entry in the audit log, without the token', async () => {
    await installWorkspace(world.deps, NEW);
    await end(later(1));
    const { rows } = await world.pool.query(`SELECT * FROM "AuditEntry" ORDER BY at`);
    expect(rows).toMatchObject([
      { action: 'app_installed', actorId: 'U01' },
      { action: 'app_uninstalled', actorId: null },
    ]);
  });
});

describe('uninstalling', () => {
  it('deletes the token and keeps the data, once however often it is told', async () => {
    await installWorkspace(world.deps, NEW);
    expect([await end(later(1)), await end(later(1)), await end(later(2))]).toEqual([true, false, false]);
    expect(await find()).toBeNull();
    const { rows } = await world.pool.query(`SELECT "sealedToken", "uninstalledAt" FROM "Installation"`);
    expect(rows).toEqual([{ sealedToken: null, uninstalledAt: later(1) }]);
    expect(await world.stores.workspace.findOrCreate(world.deps.defaults)).toMatchObject({ installerId: 'U01' });
  });

  it('is of no account when it is older than the installation', async () => {
    await installWorkspace(world.deps, NEW);
    await end(later(1));
    world.setNow(later(3));
    await installWorkspace(world.deps, { ...NEW, botToken: 'xoxb-second' });
    expect(await end(later(2))).toBe(false);
    expect(await find()).toMatchObject({ botToken: 'xoxb-second' });
  });

  it('of one workspace leaves the others', async () => {
    await installWorkspace(world.deps, NEW);
    await installWorkspace(world.deps, { ...NEW, workspaceId: 'T2' });
    await end(later(1), 'T2');
    expect(await find()).not.toBeNull();
  });

  it('of a workspace that never installed the app does nothing', async () => {
    expect(await end(START, 'T9')).toBe(false);
  });
});

describe('the clock', () => {
  it('leaves a workspace alone that uninstalled the app, until it installs it again', async () => {
    const elsewhere = { ...NEW, workspaceId: 'T2' };
    await installWorkspace(world.deps, NEW);
    await installWorkspace(world.deps, elsewhere);
    await world.start({ preset: 'live' });
    await world.start({ preset: 'live', workspaceId: 'T2' });
    const { sweep } = world.deps.storage;
    const asks = async () => {
      const now = later(30);
      const refs = [sweep.findDueReviews(now), sweep.findReviewChannels(), sweep.findOpenReviews()];
      return (await Promise.all(refs)).map((found) =>
        found
          .map(({ workspaceId }) => workspaceId)
          .sort()
          .join(),
      );
    };
    const owed = async () => {
      await world.pool.query('DELETE FROM graphile_worker._private_jobs');
      await sweep.enqueueOwedPosts();
      const { rows } = await world.pool.query<{ key: string }>('SELECT key FROM graphile_worker.jobs');
      return [...new Set(rows.map(({ key }) => key.split(':')[1]))].sort().join();
    };
    expect([...(await asks()), await owed()]).toEqual(['T1,T2', 'T1,T2', 'T1,T2', 'T1,T2']);
    await end(later(1), 'T2');
    expect([...(await asks()), await owed()]).toEqual(['T1', 'T1', 'T1', 'T1']);
    await installWorkspace(world.deps, elsewhere);
    expect([...(await asks()), await owed()]).toEqual(['T1,T2', 'T1,T2', 'T1,T2', 'T1,T2']);
  });
});
