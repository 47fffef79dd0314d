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

describe('a vault with previous keys', () => {
  const [old, older, current] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const rotated = createVault(current, [old, older]);
  const secret = Buffer.from('a secret');

  it.each([
    ['the current key', current],
    ['the previous key', old],
    ['the key before that', older],
  ])('opens what %s has sealed', (_title, key) => {
    expect(rotated.open(createVault(key).seal(secret, 'review:1'), 'review:1').equals(secret)).toBe(true);
  });

  it('seals with the current key only', () => {
    const sealed = rotated.seal(secret, 'review:1');
    expect(createVault(current).open(sealed, 'review:1').equals(secret)).toBe(true);
    expect(() => createVault(old, [older]).open(sealed, 'review:1')).toThrow('cannot be opened');
  });

  it('seals anew what a previous key has sealed, and leaves the rest', () => {
    const anew = rotated.sealAnew(createVault(older).seal(secret, 'review:1'), 'review:1');
    if (anew.kind !== 'sealed_anew') throw new Error(anew.kind);
    expect(createVault(current).open(anew.sealed, 'review:1').equals(secret)).toBe(true);
    expect(rotated.sealAnew(anew.sealed, 'review:1')).toEqual({ kind: 'current' });
    expect(rotated.sealAnew(anew.sealed, 'review:2')).toEqual({ kind: 'unreadable' });
    expect(rotated.sealAnew(createVault(randomBytes(32)).seal(secret, 'review:1'), 'review:1')).toEqual({
      kind: 'unreadable',
    });
  });

  it.each([0, 5, 12, 27])('takes %i bytes for no seal', (length) => {
    expect(rotated.sealAnew(new Uint8Array(length), 'review:1')).toEqual({ kind: 'unreadable' });
  });

  it('refuses a previous key of another length', () => {
    expect(() => createVault(current, [randomBytes(31)])).toThrow('has 31 bytes: expected 32');
  });
});
