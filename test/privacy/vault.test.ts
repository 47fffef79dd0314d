import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/privacy/vault.ts';

const vault = createVault(randomBytes(32));

describe('the vault', () => {
  it('opens what it sealed, in its place only', () => {
    const secret = vault.newSecret();
    const sealed = vault.seal(secret, 'review:1');
    expect(vault.open(sealed, 'review:1').equals(secret)).toBe(true);
    expect(() => vault.open(sealed, 'review:2')).toThrow('cannot be opened');
    expect(() => createVault(randomBytes(32)).open(sealed, 'review:1')).toThrow('cannot be opened');
    expect(sealed.includes(secret)).toBe(false);
  });

  it('gives a person another key for every question and every review', () => {
    const [one, two] = [vault.newSecret(), vault.newSecret()];
    const keys = [
      vault.personKey(one, 'U1', 'complaints'),
      vault.personKey(one, 'U1', 'vote'),
      vault.personKey(two, 'U1', 'complaints'),
      vault.personKey(one, 'U2', 'complaints'),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(vault.personKey(one, 'U1', 'vote')).toBe(keys[1]);
  });

  it('refuses a key of another length', () => {
    expect(() => createVault(randomBytes(16))).toThrow('expected 32');
  });
});
