import { createHash, randomUUID } from 'node:crypto';
import type { Person } from './teams.ts';

export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] };

/** What the app sent to the database for one person's form, as `record-statements.ts` wrote it down. */
export type Recorded = Person & {
  /** Under which key the answer was saved. */
  readonly personKey: string;
  readonly statements: readonly Statement[];
};

/** Not theirs, but as long and as random. */
const keyOf = ({ reviewId, userId }: Person) =>
  createHash('sha256').update(`${reviewId} ${userId}`).digest('base64url');

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The same statements for somebody else. A row that is added gets an id of its own. */
export function fillIn(recorded: Recorded, person: Person): { name?: string; text: string; values: unknown[] }[] {
  const isOpen = recorded.personKey === recorded.userId;
  const replaceIn = (isInsert: boolean) => {
    const replace = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(replace);
      if (typeof value !== 'string') return value;
      if (value === recorded.personKey) return isOpen ? person.userId : keyOf(person);
      if (isInsert && UUID.test(value) && value !== recorded.reviewId) return randomUUID();
      return value.replaceAll(recorded.reviewId, person.reviewId).replaceAll(recorded.userId, person.userId);
    };
    return replace;
  };
  return recorded.statements.map(({ values, ...statement }) => ({
    ...statement,
    values: values.map(replaceIn(/^INSERT/i.test(statement.text.trim()))),
  }));
}
