import { hkdfSync } from 'node:crypto';

/** A secret for one purpose, made from the encryption key (HKDF): it tells nothing of the key nor of the secrets for other purposes. */
export function deriveSecret(key: Uint8Array, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `parley: ${purpose}`, 32)).toString('base64url');
}
