import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Said } from '../../src/domain/statement.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import type { StoredDecision, StoredVerdict } from '../../src/storage/record-store.ts';
import { aContext, someFigures } from '../support/answers.ts';
import { AT, createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

async function aSubject(clientId?: string) {
  const review = await world.aReview(clientId === undefined ? {} : { clientId });
  return { reviewId: review.id, clientId: review.clientId };
}

function aVerdict(overrides: Partial<StoredVerdict> = {}, pressure = 0): StoredVerdict {
  const figures = someFigures({ pressure });
  return {
    version: 1,
    figures,
    verdict: decideVerdict(figures, aContext()),
    context: null,
    createdAt: AT,
    ...overrides,
  };
}

function aDecision(overrides: Partial<StoredDecision> = {}): StoredDecision {
  const decided = { verdictVersion: 1, choice: 'keep_as_is', rationale: null, hardStop: null } as const;
  return { ...decided, decidedBy: 'U9', decidedAt: AT, ...overrides };
}

const POSITIVE: Said = {
  ...{ kind: 'positive', text: 'They thank us', signals: [], severity: null, frequency: null },
  ...{ concerns: null, authorId: null },
};
const COMPLAINT: Said = {
  ...{ kind: 'complaint', text: 'They pay late', signals: ['late_payment', 'other'], severity: 3, frequency: 'once' },
  ...{ concerns: 'few_people', authorId: 'U1' },
};

describe('statements', () => {
  it('come back as they were, in an order that tells nothing', async () => {
    const subject = await aSubject();
    const said = [POSITIVE, COMPLAINT, ...Array.from({ length: 6 }, (_, i) => ({ ...POSITIVE, text: `thing ${i}` }))];
    await world.stores.records.saveStatements(subject, said);
    const listed = await world.stores.records.listStatements(subject.reviewId);
    expect(listed).toHaveLength(8);
    expect(listed).toEqual(expect.arrayContaining(said));
    const { rows } = await world.pool.query('SELECT text FROM "Statement" WHERE "reviewId" = $1 ORDER BY id', [
      subject.reviewId,
    ]);
    expect(listed.map(({ text }) => text)).toEqual(rows.map(({ text }) => text));
  });

  it('may be none at all', async () => {
    const subject = await aSubject();
    await world.stores.records.saveStatements(subject, []);
    expect(await world.stores.records.listStatements(subject.reviewId)).toEqual([]);
  });
});

describe('the verdict', () => {
  it('comes back with its figures, in its newest version', async () => {
    const subject = await aSubject();
    expect(await world.stores.records.findVerdict(subject.reviewId)).toBeNull();
    await world.stores.records.saveVerdict(subject, aVerdict());
    await world.stores.records.saveVerdict(subject, aVerdict({ version: 2 }, 64.2));
    expect(await world.stores.records.findVerdict(subject.reviewId)).toEqual(aVerdict({ version: 2 }, 64.2));
  });

  it('is stored once per version', async () => {
    const subject = await aSubject();
    await world.stores.records.saveVerdict(subject, aVerdict());
    await expect(world.stores.records.saveVerdict(subject, aVerdict())).rejects.toThrow('Unique constraint');
  });
});

describe('findPreviousPressure', () => {
  it('is that of the last review since then', async () => {
    const first = await aSubject();
    const { clientId } = first;
    const yearAgo = new Date('2025-11-02T09:00:00Z');
    await world.stores.records.saveVerdict(first, aVerdict({ createdAt: yearAgo }, 10));
    expect(await world.stores.records.findPreviousPressure(clientId, yearAgo)).toBe(10);
    expect(await world.stores.records.findPreviousPressure(clientId, new Date(yearAgo.getTime() + 1))).toBeNull();
    await world.stores.reviews.moveTo(first.reviewId, { state: 'closed', phaseEndsAt: null, now: yearAgo });
    await world.stores.records.saveVerdict(await aSubject(clientId), aVerdict({}, 44.5));
    expect(await world.stores.records.findPreviousPressure(clientId, yearAgo)).toBe(44.5);
  });
});

describe('saveDecision', () => {
  it('takes one of many that come at once', async () => {
    const subject = await aSubject();
    const people = ['UA', 'UB', 'UC', 'UD'];
    const saved = await Promise.all(
      people.map((decidedBy) => world.stores.records.saveDecision(subject, aDecision({ decidedBy }))),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    const winner = people[saved.indexOf(true)];
    expect(await world.stores.records.findDecision(subject.reviewId)).toEqual(aDecision({ decidedBy: winner ?? '' }));
  });

  it('takes another one for a newer version of the verdict', async () => {
    const subject = await aSubject();
    const second = aDecision({
      verdictVersion: 2,
      choice: 'part',
      rationale: 'No will to mend',
      hardStop: 'confirmed',
    });
    expect(await world.stores.records.saveDecision(subject, aDecision())).toBe(true);
    expect(await world.stores.records.saveDecision(subject, second)).toBe(true);
    expect(await world.stores.records.findDecision(subject.reviewId)).toEqual(second);
  });
});
