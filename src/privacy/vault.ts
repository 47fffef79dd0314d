import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what must not be readable in the database, and makes the keys of private answers. */
export type Vault = ReturnType<typeof createVault>;

/** `key`: 32 bytes, from the environment. Throws for any other length. */
export function createVault(key: Uint8Array) {
  if (key.length !== 32) throw new Error(`the encryption key has ${key.length} bytes: expected 32`);
  return {
    /** A fresh secret for one private review. */
    newSecret: (): Buffer => randomBytes(32),

    /** AES-256-GCM with a random nonce: nonce, tag, ciphertext. `context` ties the seal to its row: it opens nowhere else. */
    seal(secret: Uint8Array, context: string): Buffer {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },

    /** Throws when the seal was made with another key or for another row. */
    open(sealed: Uint8Array, context: string): Buffer {
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(context));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      } catch (cause) {
        throw new Error('a sealed value cannot be opened: was ENCRYPTION_KEY changed?', { cause });
      }
    },

    /**
     * The key of one person's answer to one question of a private review. Another one for each question, so that a pseudonym cannot
     * give its owner away; without the review's secret it cannot be computed.
     */
    personKey(secret: Uint8Array, userId: string, phase: string): string {
      return createHmac('sha256', secret).update(`${userId}\n${phase}`).digest('base64url');
    },
  };
}
