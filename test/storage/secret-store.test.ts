import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

describe('the secret of a review', () => {
  it('comes back byte for byte until it is destroyed', async () => {
    const { id } = await world.aReview();
    const sealed = Uint8Array.from({ length: 60 }, (_, i) => (i * 37) % 256);
    expect(await world.stores.secrets.find(id)).toBeNull();
    await world.stores.secrets.save(id, sealed);
    expect(await world.stores.secrets.find(id)).toEqual(sealed);
    await world.stores.secrets.destroy(id);
    expect(await world.stores.secrets.find(id)).toBeNull();
  });

  it('is one: a second is refused and the first stays', async () => {
    const { id } = await world.aReview();
    await world.stores.secrets.save(id, new Uint8Array([1]));
    await expect(world.stores.secrets.save(id, new Uint8Array([2]))).rejects.toThrow('Unique constraint');
    expect(await world.stores.secrets.find(id)).toEqual(new Uint8Array([1]));
  });

  it('can be destroyed when there is none', async () => {
    const { id } = await world.aReview();
    await expect(world.stores.secrets.destroy(id)).resolves.toBeUndefined();
  });
});
