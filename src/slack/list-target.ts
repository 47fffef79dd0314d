import * as z from 'zod';

/** The lists that are shown page by page. Of one client: its past reviews, lessons, the comments of its newest week and the evidence log. */
export const LISTS = ['waiting', 'clients', 'reviews', 'mine', 'history', 'lessons', 'comments', 'evidence'] as const;
export type ListName = (typeof LISTS)[number];

/** Which page of which list a button opens; pages count from 1. Whoever uses it authorises again: it is no proof of anything. */
export type ListTarget = { readonly list: ListName; readonly page: number; readonly clientId: string | null };

const TargetSchema = z.tuple([
  z.enum(LISTS),
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
  z.uuid().optional(),
]);

export function encodeListTarget({ list, page, clientId }: ListTarget): string {
  return [list, page, ...(clientId === null ? [] : [clientId])].join(' ');
}

/** Null for anything that is not a target. */
export function parseListTarget(value: string | undefined): ListTarget | null {
  const parsed = TargetSchema.safeParse((value ?? '').split(' '));
  if (!parsed.success) return null;
  const [list, page, clientId] = parsed.data;
  return { list, page, clientId: clientId ?? null };
}
