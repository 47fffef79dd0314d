import type { Stores } from '../storage/storage.ts';

/** Owes what people were told of these steps of a parting once more, as they are now. Nothing of what was never told. */
export async function oweStepMessages(
  { outbox }: Pick<Stores, 'outbox'>,
  reviewId: string,
  stepIds: readonly string[],
): Promise<void> {
  for (const { message, ...post } of await outbox.listOf(reviewId))
    if (message?.kind === 'parting_steps' && message.steps.some(({ id }) => stepIds.includes(id)))
      await outbox.put({ ...post, message });
}
