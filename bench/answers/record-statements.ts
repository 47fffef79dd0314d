import { appendFileSync } from 'node:fs';
import pg from 'pg';

/** Loaded before the app: writes down what it sends to the database, one JSON object a line. */
const file = process.env.RECORD_TO ?? '';
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
  const [first, second] = args as [string | { name?: string; text?: string; values?: unknown[] }, unknown];
  const isText = typeof first === 'string';
  const text = isText ? first : first.text;
  const values = (isText ? null : first.values) ?? (Array.isArray(second) ? second : []);
  const name = isText ? undefined : first.name;
  if (text !== undefined) appendFileSync(file, `${JSON.stringify({ ...(name ? { name } : {}), text, values })}\n`);
  return (query as (...all: unknown[]) => unknown).apply(this, args);
} as typeof query;
