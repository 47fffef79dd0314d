import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purposeOf } from '../../src/domain/post.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { translate } from '../../src/i18n/index.ts';
import { createLogger } from '../../src/ops/logging.ts';
import type { RenderedMessage } from '../../src/slack/blocks/rendered-message.ts';
import { createDigestRenderer } from '../../src/slack/digest-renderer.ts';
import { createUploadPicture, type Picture } from '../../src/slack/upload-picture.ts';
import { oweDigest } from '../../src/usecases/send-digest.ts';
import { createPulseWorld, type PulseWorld } from '../support/pulse-world.ts';
import { WORKSPACE } from '../support/usecase-world.ts';

const WEEK = weekOf('2026-11-05');
const t = translate('en');
const logger = createLogger({ level: 'silent' });

let world: PulseWorld;
beforeEach(async () => {
  world = await createPulseWorld({});
  await oweDigest(world.stores, { week: WEEK, channelId: 'C1' });
});
afterEach(() => world.close());

async function aScoredClient(name: string, health: number): Promise<void> {
  const clientId = await world.aClient(name, ['U1']);
  await world.stores.health.addWeek({
    ...{ clientId, week: WEEK, asked: 3, respondents: 3, health, band: health < 40 ? 'critical' : 'healthy' },
    ...{ meanRating: 2, trend: health, signals: [], hardStops: [], comments: 0, closedAt: new Date() },
  });
}

/** The digest as it is delivered, with what becomes of its pictures. */
async function render(upload: (picture: Picture) => Promise<string | null>): Promise<readonly RenderedMessage[]> {
  const directory = {} as never;
  const renderer = createDigestRenderer({
    ...{ ...world.deps, workspaceId: WORKSPACE, directory, logger, uploadPicture: upload },
  });
  const post = await world.stores.outbox.find(purposeOf.digest(WEEK));
  if (post?.message?.kind !== 'digest') throw new Error('no digest is owed');
  return renderer({ ...post, message: post.message });
}

const nobody = async (): Promise<string | null> => {
  throw new Error('nothing is to be uploaded here');
};

describe('the picture of a digest', () => {
  it('is uploaded once, however often the digest is delivered', async () => {
    await aScoredClient('Acme', 30);
    const uploaded: Picture[] = [];
    const [first] = await render(async (picture) => {
      uploaded.push(picture);
      return 'F1';
    });
    const [again] = await render(nobody);
    expect(uploaded.map(({ fileName, altText }) => [fileName, altText])).toEqual([
      ['client-health-week-45.png', expect.stringContaining('Acme: 30')],
    ]);
    expect(again).toEqual(first);
    expect(first?.blocks.at(-1)).toMatchObject({ type: 'image', slack_file: { id: 'F1' } });
    expect(first?.picture?.readyBy).toEqual(new Date(world.deps.clock().getTime() + 60_000));
    expect((await world.stores.outbox.find(purposeOf.digest(WEEK)))?.revision).toBe(1);
  });

  it('gives way to its words when Slack does not take it, and is tried again with the next attempt', async () => {
    await aScoredClient('Acme', 30);
    const refused = createUploadPicture({
      slack: { filesUploadV2: () => Promise.reject(new Error('missing_scope')) },
      ...{ isAllowed: true, logger },
    });
    const [message] = await render(refused);
    expect(message?.text).toContain(t.digest.chart.failed);
    expect(message?.text).toContain('Acme: 30');
    expect(JSON.stringify((await render(async () => 'F2'))[0]?.blocks)).toContain('F2');
  });

  it('is not made when no client needs attention', async () => {
    await aScoredClient('Acme', 90);
    const [message] = await render(nobody);
    expect(message?.text).toContain(t.digest.chart.none);
  });
});
