import { currentPhase } from '../../src/domain/review.ts';
import { translate } from '../../src/i18n/index.ts';
import { renderList } from '../../src/slack/blocks/ephemeral/list.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { readOverview } from '../../src/usecases/read-overview.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { depsAt, fillAgency, PULSE_TIME, personId, WORKSPACE } from '../big-agency.ts';
import { type Bench, type BenchTools, figure, median, time } from '../figure.ts';

const ROUNDS = 15;
const READER = { workspaceId: WORKSPACE, userId: personId(0), isManager: true };

/** `/client-review list` as a manager sees it: read and rendered, one client in ten with an open review. Floor: the same with 10 clients. */
export const bench: Bench = {
  title: '/client-review list',
  async run(tools) {
    const few = await measure(tools, 10);
    const many = await measure(tools, 1000);
    return [
      figure({ name: 'list, 10 clients', value: few, unit: 'ms' }),
      figure({ name: 'list, 1,000 clients', value: many, unit: 'ms', floor: few, target: '≤ 3' }),
    ];
  },
};

async function measure({ createDatabase, say }: BenchTools, clients: number): Promise<number> {
  const database = openDatabase({ url: await createDatabase() });
  try {
    const deps = depsAt(database, PULSE_TIME.opens);
    await fillAgency(database, { clients, people: clients * 5 });
    const all = await deps.storage.forWorkspace(WORKSPACE).clients.list();
    for (const client of all.filter((_, i) => i % 10 === 0)) {
      const started = await startReview(deps, {
        ...{ workspaceId: WORKSPACE, userId: personId(0), channelId: 'C1', client: { id: client.id } },
        team: Array.from({ length: 7 }, (_, i) => ({ userId: personId(i), role: 'delivery' as const })),
        ...{ mode: 'private' as const, preset: 'async' as const, deadlineDate: null, question: null },
      });
      if (!started.ok) throw new Error(`the review did not start: ${started.reason}`);
    }
    await database.pool.query('VACUUM ANALYZE');
    const runs: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1)
      runs.push(
        await time(async () => {
          const overview = await readOverview(deps, READER);
          const reviews = overview.reviews.map(({ review, answered, invited }) => ({
            ...{ clientName: review.clientName, state: review.state, phase: currentPhase(review.state) },
            ...{ phaseEndsAt: review.phaseEndsAt, isPaused: false, answered, invited },
            ...{ mode: review.mode, channelId: review.channelId, cardUrl: null },
          }));
          renderList({ reviews, clients: overview.clients }, translate('en'));
        }),
      );
    say(`${clients} clients, ${all.length / 10} open reviews: ${Math.round(median(runs))} ms`);
    return median(runs);
  } finally {
    await database.close();
  }
}
