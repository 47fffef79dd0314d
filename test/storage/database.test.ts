import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

describe('an error of the database', () => {
  it('is logged without what was to be stored, whoever is at fault', async () => {
    const words = 'They pay late';
    const row = { workspaceId: 'T1', reviewId: 'no uuid', clientId: 'no uuid', kind: 'complaint', text: words };
    const { statement } = db.database.prisma;
    const errors = [
      await statement.createMany({ data: [{ ...row, kind: 5 as never }] }).catch((error: Error) => error),
      await statement.create({ data: row }).catch((error: Error) => error),
      await db.database.prisma.$executeRaw`SELECT ${`{"text": "${words}`}::jsonb`.catch((error: Error) => error),
    ];
    const lines: string[] = [];
    const logger = createLogger({ level: 'error', destination: { write: (line) => void lines.push(line) } });
    for (const err of errors) logger.error({ err }, 'not stored');
    expect(lines.map((line) => JSON.parse(line).err.type)).toEqual([
      ...['PrismaClientValidationError', 'PrismaClientKnownRequestError', 'PrismaClientKnownRequestError'],
    ]);
    expect(lines.join()).not.toContain(words);
    expect(lines[0]).toContain('Argument `kind`');
  });
});
