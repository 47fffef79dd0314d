import { readFileSync } from 'node:fs';

/** The version of this build, from its package.json: two folders up from here, in `src` as in `dist`. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(version);
}
