import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, PHASES, type Phase } from '../../src/domain/answer.ts';
import { takenBack } from '../../src/domain/taken-back.ts';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { readShownWords } from '../../src/usecases/read-shown-words.ts';
import { acceptingStates, type SubmitResult, submitAnswer } from '../../src/usecases/submit-answer.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const TEAM = aTeam(4);
const PEOPLE = [...TEAM.map(({ userId }) => userId), 'UNOBODY'];

function wordsTo(phase: Phase, text: string): Answer {
  if (phase === 'vote') return SAID.vote('keep');
  if (phase === 'complaints') return SAID.complaint(text);
  return phase === 'positives' ? SAID.positive(text) : SAID.lesson(text);
}

/** What answers leave, without ids, versions and moments that no two plays share. */
async function left(): Promise<Record<string, string[]>> {
  const { Answer = [], Post = [], AuditEntry = [], jobs = [] } = await dumpTables(world.pool);
  const answers = Answer.map(({ reviewId, phase, personKey, content, isLate }) => [
    ...[reviewId, phase, personKey, content, isLate],
  ]);
  const posts = Post.filter(({ purpose }) => String(purpose).startsWith('answer:')).map(
    ({ createdAt: _, ...post }) => post,
  );
  const audit = AuditEntry.filter(({ action }) => action === 'answer_saved').map(({ id: _, ...entry }) => entry);
  const ofAnswers = jobs.filter(({ key }) => String(key).includes(':answer:'));
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { answers: sorted(answers), posts: sorted(posts), audit: sorted(audit), jobs: sorted(ofAnswers) };
}

async function clear(): Promise<void> {
  await world.pool.query(`
    DELETE FROM "Answer"; DELETE FROM "Post" WHERE purpose LIKE 'answer:%'; DELETE FROM "AuditEntry" WHERE action = 'answer_saved';
    DELETE FROM graphile_worker._private_jobs WHERE key LIKE '%:answer:%'`);
}

describe('answers of an open review that share a statement', () => {
  it('leave what each by itself leaves', async () => {
    const start = () => world.start({ mode: 'open', team: TEAM });
    const [first, second, third, over] = [await start(), await start(), await start(), await start()];
    const step = (id: string, state: string) =>
      world.pool.query(`UPDATE "Review" SET state = $2 WHERE id = $1`, [id, state]);
    await step(second.id, 'positives');
    await step(third.id, 'short_of_voices');
    await step(over.id, 'closed');
    await world.pool.query(`UPDATE "Participant" SET absence = 'guest' WHERE "userId" = 'U04'`);
    const typed = { channelId: second.channelId, messageTs: '18.01', text: 'of U02' };
    await world.stores.replies.add({ ...typed, reviewId: second.id, userId: 'U02', phase: 'positives' });

    const reviews = [first, second, third, over];
    const one = fc.record({
      ...{ review: fc.constantFrom(...reviews), userId: fc.constantFrom(...PEOPLE), phase: fc.constantFrom(...PHASES) },
      isOverAny: fc.boolean(),
    });
    // One of each person in a review: whether an answer may be ahead depends on what the same person has said before.
    const keyOf = ({ review, userId }: { review: { id: string }; userId: string }) => `${review.id} ${userId}`;
    const many = fc.uniqueArray(one, { selector: keyOf, minLength: 10, maxLength: 18 });
    const stood = fc.constantFrom('nothing', 'words', 'taken back');
    await fc.assert(
      fc.asyncProperty(many, stood, async (all, before) => {
        const play = async (oneByOne: boolean) => {
          await clear();
          // Looked at one by one where something is hidden, which is nothing here.
          await world.pool.query('UPDATE "Review" SET "hasHiddenWords" = $1', [oneByOne]);
          if (before !== 'nothing')
            for (const { id } of reviews)
              await world.pool.query(
                `INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content)
                 SELECT $1, $2, 'complaints', unnest(ARRAY['U01', 'U03']), $3::jsonb`,
                [WORKSPACE, id, before === 'words' ? SAID.complaint('old') : takenBack('complaints')],
              );
          const results = await Promise.all(
            all.map(({ review, userId, phase, isOverAny }) =>
              submitAnswer(world.deps, {
                ...{ workspaceId: WORKSPACE, reviewId: review.id, userId, answer: wordsTo(phase, `of ${userId}`) },
                ...(!isOverAny && { replaces: null }),
              }),
            ),
          );
          return { results: results.map(({ review: _, ...result }) => result), left: await left() };
        };
        expect(await play(false)).toEqual(await play(true));
      }),
      { numRuns: 40 },
    );
  });

  it('say their words where the review is by now, and nothing that may be hidden', async () => {
    const { id, channelId } = await world.start({ mode: 'open', team: TEAM });
    let answered: Promise<SubmitResult> | undefined;
    await world.stores.transaction(async (stores) => {
      await stores.reviews.lock(id);
      answered = world.answer(id, 'U01', SAID.complaint('late'));
      await stores.reviews.changeChannel(channelId, 'C99');
    });
    expect(await answered).toMatchObject({ ok: true });
    const purpose = `answer:${id}:complaints:U01`;
    expect(await world.stores.outbox.find(purpose)).toMatchObject({ channelId: 'C99' });
    // One that was made for the channel before is left to be made anew.
    const message = { kind: 'answer', userId: 'U01' } as const;
    const post = { purpose, reviewId: id, channelId, parentPurpose: null, message };
    const entry = { actorId: 'U01', action: 'answer_saved', subject: id, details: null, at: START } as const;
    const answer = SAID.complaint('later');
    const toSave = { reviewId: id, userId: 'U01', personKey: 'U01', answer, ...acceptingStates('complaints') };
    const save = (inChannel: string) =>
      world.stores.openAnswers.save({ ...toSave, entry, post: { ...post, channelId: inChannel }, aheadStates: [] });
    expect(await save(channelId)).toBeNull();
    expect(await save('C99')).toMatchObject({ isNew: false });
    // The note in the review's row is enough, whatever hidden words the statement may see.
    await world.pool.query('UPDATE "Review" SET "hasHiddenWords" = true');
    expect(await save('C99')).toBeNull();
  });

  it('never say again what is being hidden', async () => {
    const { id } = await world.start({ mode: 'open', team: TEAM });
    const boss = { workspaceId: WORKSPACE, reviewId: id, userId: FACILITATOR };
    for (let round = 0; round < 12; round += 1) {
      const [text, userId] = [`words ${round}`, TEAM[round % TEAM.length]?.userId ?? ''];
      // As before anything was hidden: the first hiding is the one to race with.
      await world.pool.query('UPDATE "Review" SET "hasHiddenWords" = false; DELETE FROM "HiddenWords"');
      await world.answer(id, userId, SAID.complaint(text));
      const shown = await readShownWords(world.deps, boss);
      const digest = shown.ok ? shown.words.find(({ said }) => said.text === text)?.digest : undefined;
      const hiding = hideAnswer(world.deps, { ...boss, digest: digest ?? '', reason: 'unfair' });
      let isHidden = false;
      const hidden = hiding.finally(() => {
        isHidden = true;
      });
      const sayAgain = async () => {
        while (!isHidden) expect(await world.answer(id, userId, SAID.complaint(text))).toMatchObject({ ok: true });
      };
      await Promise.all([sayAgain(), sayAgain()]);
      expect(await hidden).toEqual({ ok: true });
      await world.answer(id, userId, SAID.complaint(text));
      const post = await world.stores.outbox.find(`answer:${id}:complaints:${userId}`);
      expect(JSON.stringify(post?.message)).not.toContain(text);
    }
  });
});
