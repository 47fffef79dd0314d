import { createHash } from 'node:crypto';
import type { Words } from '../domain/hidden-words.ts';

/** What stands for words of one review in the list of hidden ones: it points at the words, never at who said them. */
export function digestOfWords(reviewId: string, { kind, text }: Words): string {
  return createHash('sha256').update(`${reviewId}\n${kind}\n${text}`).digest('base64url');
}
