import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewMode } from '../../src/domain/review.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
/** Jonas is not in the channel: whoever mentions him means this. */
const NASTY = '<!channel> <@U7JONAS> <https://evil.example|click> *bold* & @here';

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ people: TEAM });
});
afterAll(() => world.close());

/** Texts in which Slack would read markup, and elements that mention by themselves. */
function markupIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'text' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => markupIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (node.type === 'plain_text' || (node.type === 'text' && 'text' in node)) return [];
  if (node.type === 'broadcast' || node.type === 'link') return [`element ${JSON.stringify(node)}`];
  if (node.type === 'user') return [`<@${String(node.user_id)}>`];
  return Object.entries(node).flatMap(([name, inner]) => markupIn(inner, name));
}

describe('what people type', () => {
  it.each<ReviewMode>(['open', 'private'])('mentions nobody and links nothing, in an %s review', async (mode) => {
    const review = await startReview(world, {
      client: `A ${mode} ${NASTY}`,
      values: { [FIELDS.mode]: mode, [FIELDS.question]: NASTY },
    });
    for (const name of TEAM) await review.fill(name, complaint(NASTY));
    await review.step('positives');
    for (const name of TEAM) await review.fill(name, { [FIELDS.text]: NASTY });
    await review.step('lessons');
    const lesson = { [FIELDS.relationship]: NASTY, [FIELDS.learned]: NASTY, [FIELDS.elsewhere]: NASTY };
    for (const name of TEAM) await review.fill(name, lesson);
    await review.step('vote');
    for (const name of TEAM) await review.vote(name, 'part');
    await review.closed();
    await review.press('mara', ACTIONS.decide);
    await review.send('mara', { [FIELDS.choice]: 'part_now', [FIELDS.rationale]: NASTY });
    await review.send('mara', { [FIELDS.skipReadiness]: NASTY });
    await review.posted((text) => text.includes('decided:'));

    const sent = world.standIn.calls().filter(({ method }) => method.startsWith('chat.'));
    const typed = sent.filter(({ args }) => JSON.stringify(args).includes('evil.example'));
    expect(typed.length).toBeGreaterThan(10);
    const marked = sent
      .flatMap(({ args }) => markupIn({ text: args.text, blocks: args.blocks }))
      .filter((text) => /<!(channel|here|everyone)|<@U7JONAS|<https:\/\/evil|element/.test(text));
    expect(marked).toEqual([]);
    for (const { args } of sent) expect(args.link_names ?? args.parse ?? null).not.toBe('full');
    world.expectClean();
  });
});
