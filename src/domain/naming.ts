import type { Complaint } from './answer.ts';
import type { SignalChoice } from './signals.ts';

/** Complaints of one person. */
export type Voice = readonly Complaint[];

/** For each signal that was named: for each voice that named it, its complaints that carry it. */
export type Naming = ReadonlyMap<SignalChoice, readonly Voice[]>;

/** Sorts complaints by the signals they carry, in one pass over all of them. */
export function namingOf(voices: readonly Voice[]): Naming {
  const naming = new Map<SignalChoice, Complaint[][]>();
  for (const complaints of voices) {
    const own = new Map<SignalChoice, Complaint[]>();
    for (const complaint of complaints) for (const id of new Set(complaint.signals)) add(own, id, complaint);
    for (const [id, carrying] of own) add(naming, id, carrying);
  }
  return naming;
}

function add<T>(lists: Map<SignalChoice, T[]>, id: SignalChoice, item: T): void {
  const list = lists.get(id);
  if (list) list.push(item);
  else lists.set(id, [item]);
}
