import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what must not be readable in the database, and makes the keys of private answers. */
export type Vault = ReturnType<typeof createVault>;

/** What a look at a sealed value gives when the key has changed. */
export type SealedAnew =
  | { readonly kind: 'current' }
  | { readonly kind: 'sealed_anew'; readonly sealed: Buffer }
  | { readonly kind: 'unreadable' };

/**
 * `key`: 32 bytes, from the environment; it seals, and opens. `previous`: keys that came before it, which only open. Throws for any
 * other length.
 */
export function createVault(key: Uint8Array, previous: readonly Uint8Array[] = []) {
  for (const { length } of [key, ...previous])
    if (length !== 32) throw new Error(`the encryption key has ${length} bytes: expected 32`);

  const vault = {
    /** A fresh secret for one private review. */
    newSecret: (): Buffer => randomBytes(32),

    /** AES-256-GCM with a random nonce: nonce, tag, ciphertext. `context` ties the seal to its row: it opens nowhere else. */
    seal(secret: Uint8Array, context: string): Buffer {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },

    /** Opens with the current key or a previous one. Throws when the seal was made with none of them, or for another row. */
    open(sealed: Uint8Array, context: string): Buffer {
      const opened = openWith(key, sealed, context) ?? openWithAny(previous, sealed, context);
      if (opened === null) throw new Error('a sealed value cannot be opened: was ENCRYPTION_KEY changed?');
      return opened;
    },

    /** The same secret under the current key, where a previous one has sealed it. */
    sealAnew(sealed: Uint8Array, context: string): SealedAnew {
      if (openWith(key, sealed, context) !== null) return { kind: 'current' };
      const secret = openWithAny(previous, sealed, context);
      if (secret === null) return { kind: 'unreadable' };
      return { kind: 'sealed_anew', sealed: vault.seal(secret, context) };
    },

    /**
     * The key of one person's answer to one question of a private review. Another one for each question, so that a pseudonym cannot
     * give its owner away; without the review's secret it cannot be computed.
     */
    personKey(secret: Uint8Array, userId: string, phase: string): string {
      return createHmac('sha256', secret).update(`${userId}\n${phase}`).digest('base64url');
    },
  };
  return vault;
}

function openWithAny(keys: readonly Uint8Array[], sealed: Uint8Array, context: string): Buffer | null {
  for (const key of keys) {
    const opened = openWith(key, sealed, context);
    if (opened !== null) return opened;
  }
  return null;
}

/** Null when another key made the seal, or when it belongs to another row: GCM says no more. */
function openWith(key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null {
  const bytes = Buffer.from(sealed);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  // Too short to be a seal at all; a shorter tag would be easier to guess.
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return null;
  }
}
