import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/domain/escaping.ts';
import { LANGUAGES, translate } from '../../../src/i18n/index.ts';
import { section } from '../../../src/slack/blocks/building-blocks.ts';
import { findMark, markMessages, rehearsalMark, withMark } from '../../../src/slack/blocks/rehearsal-mark.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { hasKey, withKey } from '../../../src/slack/outbox/message-key.ts';
import { checkMessage } from '../../support/check-blocks.ts';
import { nastyText } from '../../support/sample-models.ts';
import { allScreens, SIZES, sampleWords } from '../../support/screens.ts';

const AT = new Date('2026-11-25T09:00:00Z');
const en = translate('en');
const mark = rehearsalMark(AT, en);
const message = (blocks: RenderedMessage['blocks']): RenderedMessage => ({ text: escapeText('Hello'), blocks });
const lines = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => section(escapeText(`${at} `.padEnd(length, 'x'))));

describe('a message of a rehearsal', () => {
  it('begins with the mark, and its notification with the word', () => {
    expect(markMessages([message(lines(1, 9))], mark, en)).toEqual([
      { text: 'Rehearsal: Hello', blocks: [mark, ...lines(1, 9)] },
    ]);
    expect(JSON.stringify(mark)).toContain('sample voices, only you see this, deleted on <!date^');
  });

  it('is none where there was none', () => {
    expect(markMessages([], mark, en)).toEqual([]);
  });

  it.each([
    ['as many blocks as Slack takes', lines(50, 9), 2],
    ['as many bytes as we send', lines(4, 2440), 2],
    ['one block less', lines(49, 9), 1],
  ])('with %s loses nothing and keeps to the limits', (_, blocks, parts) => {
    const marked = markMessages([message(blocks)], mark, en);
    expect(marked).toHaveLength(parts);
    expect(marked.map((one) => one.blocks[0])).toEqual(marked.map(() => mark));
    expect(marked.flatMap((one) => one.blocks.slice(1))).toEqual(blocks);
    for (const one of marked) expect(checkMessage(one)).toEqual([]);
  });

  it.each(LANGUAGES.flatMap((language) => SIZES.map((size) => ({ language, size }))))(
    'keeps to the limits whatever it says, in $language, size $size',
    ({ language, size }) => {
      const t = translate(language);
      const words = { ...sampleWords(size, language), ...(size === 'largest' ? { text: nastyText(3000) } : {}) };
      const messages = allScreens(size, language, words).flatMap((screen) =>
        screen.kind === 'message' && !screen.name.startsWith('rehearsal') ? [message([...screen.blocks])] : [],
      );
      const broken = markMessages(messages, rehearsalMark(AT, t), t).flatMap(checkMessage);
      expect(broken).toEqual([]);
      expect(messages.length).toBeGreaterThan(100);
    },
  );

  it('keeps the mark where the outbox puts its own key', () => {
    const [marked] = markMessages([message(lines(2, 9))], mark, en);
    const sent = withKey(marked as RenderedMessage, 'parley-1');
    expect(findMark(sent)).toEqual(mark);
    expect(hasKey({ blocks: sent.blocks as { block_id: string }[] }, 'parley-1')).toBe(true);
  });
});

describe('the mark', () => {
  it('goes from what was pressed to what comes of it', () => {
    const asSlackSendsIt = { ...mark, elements: [{ ...mark.elements[0], verbatim: false }] };
    const found = findMark({ type: 'message', blocks: [asSlackSendsIt, ...lines(1, 9)] });
    expect(withMark(lines(1, 9), found)).toEqual([mark, ...lines(1, 9)]);
  });

  it.each([
    undefined,
    null,
    {},
    { blocks: [] },
    { blocks: lines(1, 9) },
    { blocks: [...lines(1, 9), mark] },
    { blocks: [{ ...mark, block_id: 'other' }] },
    { blocks: [{ type: 'context', block_id: 'rehearsal', elements: [] }] },
  ])('is not found in %j', (shown) => {
    expect(findMark(shown)).toBeNull();
    expect(withMark(lines(1, 9), findMark(shown))).toEqual(lines(1, 9));
  });
});
