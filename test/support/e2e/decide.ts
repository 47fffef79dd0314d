import type { FormValues } from '../../../demo/stand-in/driver.ts';
import { ACTIONS, FIELDS } from '../../../src/slack/ids.ts';
import type { Review } from './review.ts';

/** Mara decides a review that has closed. What has to be answered before a decision to part is answered here. */
export async function decide(review: Review, values: FormValues): Promise<void> {
  await review.press('mara', ACTIONS.decide);
  const asked = await review.send('mara', values);
  const result =
    asked.kind === 'view' ? await review.send('mara', { [FIELDS.skipReadiness]: 'We asked in person.' }) : asked;
  if (result.kind !== 'closed') throw new Error(`the decision was not taken: ${JSON.stringify(result)}`);
}
