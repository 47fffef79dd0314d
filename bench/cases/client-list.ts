import { currentPhase } from '../../src/domain/review.ts';
import { translate } from '../../src/i18n/index.ts';
import { renderList } from '../../src/slack/blocks/ephemeral/list.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { readOverview } from '../../src/usecases/read-overview.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { depsAt, fillAgency, PULSE_TIME, personId, WORKSPACE } from '../big-agency.ts';
import { type Bench, type BenchTools, figure, median, time } from '../figure.ts';
import { fillAnswers, STORED_ANSWERS } from '../stored-answers.ts';

const ROUNDS = 40;
const READER = { workspaceId: WORKSPACE, userId: personId(0), isManager: true };

/**
 * `/client-review list` as a manager sees it, with a million answers stored: read and rendered, one client in ten with an open review.
 * Floor: the same with 10 clients, in turn with it.
 */
export const bench: Bench = {
  title: '/client-review list',
  async run(tools) {
    const few = await createAgency(tools, 10);
    const many = await createAgency(tools, 1000);
    try {
      const [fewMs, manyMs]: [number[], number[]] = [[], []];
      // In turn, so that whatever else the machine does touches both.
      for (let i = 0; i < ROUNDS; i += 1) {
        fewMs.push(await time(few.list));
        manyMs.push(await time(many.list));
      }
      const floor = median(fewMs);
      return [
        figure({ name: 'list, 10 clients', value: floor, unit: 'ms' }),
        figure({ name: 'list, 1,000 clients', value: median(manyMs), unit: 'ms', floor, target: '≤ 3' }),
      ];
    } finally {
      await few.close();
      await many.close();
    }
  },
};

async function createAgency({ createDatabase, say }: BenchTools, clients: number) {
  const database = openDatabase({ url: await createDatabase() });
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
  await fillAnswers(database);
  await database.pool.query('VACUUM ANALYZE');
  say(
    `${clients} clients, ${all.length / 10} open reviews and ${STORED_ANSWERS.toLocaleString('en')} answers are stored`,
  );
  const list = async () => {
    const overview = await readOverview(deps, READER);
    const reviews = overview.reviews.map(({ review, answered, invited }) => ({
      ...{ clientName: review.clientName, state: review.state, phase: currentPhase(review.state) },
      ...{ phaseEndsAt: review.phaseEndsAt, isPaused: false, answered, invited },
      ...{ mode: review.mode, channelId: review.channelId, cardUrl: null },
    }));
    return renderList({ reviews, clients: overview.clients }, translate('en'));
  };
  return { list, close: () => database.close() };
}
