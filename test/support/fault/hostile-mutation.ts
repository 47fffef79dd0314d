import { ACTION_IDS, type Json, type Payload, VIEW_IDS } from './hostile-payloads.ts';

/** A whole number from 0, below its argument. */
export type Random = (below: number) => number;

const DEEP = 2_000;
const MAX_LENGTH = 1_000_000;

/** Values that nobody expects in that place. */
const ODD: readonly (() => Json)[] = [
  ...[null, true, false, 0, -1, 1e308, Number.MAX_SAFE_INTEGER, '', ' ', [], {}, 'constructor', '__proto__'].map(
    (value) => () => structuredClone(value) as Json,
  ),
  () => 'x'.repeat(100_000),
  () => '‮\u0000\ud800\udfff﻿🧨é'.repeat(50),
  () => "<!channel> <@U1|a> *b* `c` &amp; ' OR 1=1; -- {{7*7}} ../../etc/passwd",
  () => nested('[', ']'),
  () => nested('{"a":', '}'),
  () => JSON.parse('{"__proto__":{"isManager":true,"is_admin":true},"constructor":{"prototype":{"isManager":true}}}'),
  () => Array.from({ length: 500 }, (_, i) => i),
  () => JSON.parse('{"toString":"x","valueOf":null,"then":"y","toJSON":1}'),
];

type Place = { readonly parent: { [key: string]: Json } | Json[]; readonly key: string };

/** The same payload with one to three things in it changed. `ids` are those of others, put where an id or a value stands. */
export function mutate(payload: Payload, { random, ids }: { random: Random; ids: readonly string[] }): Payload {
  const body = structuredClone(payload.body);
  const times = 1 + random(3);
  for (let i = 0; i < times; i += 1) mutateOnce(body, random, ids);
  // What is too large is refused before it is read, which has its own test.
  return JSON.stringify(body).length > MAX_LENGTH ? payload : { ...payload, body };
}

function mutateOnce(body: { [key: string]: Json }, random: Random, ids: readonly string[]): void {
  const places = placesIn(body);
  const place = places[random(places.length)];
  if (!place) return;
  const { parent, key } = place;
  const set = (value: Json) => define(parent, key, value);
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const kind = random(8);
  if (kind === 0 && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (kind === 0) Reflect.deleteProperty(parent, key);
  else if (kind <= 2) set(pick(ODD)());
  else if (kind === 3) set(pick(ids));
  else if (kind === 4 && Array.isArray(parent)) parent.push(...Array.from({ length: 200 }, () => parent[0] ?? null));
  else if (kind === 4) define(parent, pick(['__proto__', 'constructor', 'hasOwnProperty', 'toString']), pick(ODD)());
  // The rest: where the requests are told apart and where they say what they are about.
  else if (kind === 5) setWhere(places, ['action_id', 'callback_id'], pick([...ACTION_IDS, ...VIEW_IDS]));
  else if (kind === 6) setWhere(places, ['value', 'private_metadata'], pick(targetsOf(ids, random)));
  else setWhere(places, [pick(['id', 'type', 'team_id', 'user_id', 'channel_id', 'text'])], pick(ODD)());
}

function setWhere(places: readonly Place[], keys: readonly string[], value: Json): void {
  for (const { parent, key } of places) if (keys.includes(key)) define(parent, key, value);
}

/** Also where the key is `__proto__`, which an assignment would not add. */
function define(parent: Place['parent'], key: string, value: Json): void {
  Object.defineProperty(parent, key, { value, configurable: true, enumerable: true, writable: true });
}

function placesIn(value: Json, depth = 0): Place[] {
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.keys(value).flatMap((key) => [
    { parent: value, key },
    ...placesIn((value as { [key: string]: Json })[key] ?? null, depth + 1),
  ]);
}

/** What buttons and forms are about, in every spelling that the app knows, naming these ids. */
export function targetsOf(ids: readonly string[], random: Random): string[] {
  const one = () => ids[random(ids.length)] ?? '';
  return [
    one(),
    `${one()} ${one()}`,
    `2967 ${one()} 1`,
    `history 1 ${one()}`,
    JSON.stringify({ reviewId: one(), phase: 'complaints', index: random(200), version: random(3) }),
    JSON.stringify({ reviewId: one(), stepId: one(), itemId: one(), clientId: one(), meetingId: one() }),
    JSON.stringify({ reviewId: one() }).repeat(40),
    '{"reviewId":',
  ];
}

function nested(open: string, close: string): Json {
  return JSON.parse(`${open.repeat(DEEP)}0${close.repeat(DEEP)}`) as Json;
}
