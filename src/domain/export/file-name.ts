const MAX_LETTERS = 60;

/** A client's name as the beginning of a file's name, on any system: without slashes, marks that mean something, and dots in front. */
export function fileNameOf(clientName: string): string {
  const cleaned = clientName
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  const cut = Array.from(cleaned).slice(0, MAX_LETTERS).join('');
  return cut.replace(/[. ]+$/u, '') || 'client';
}
