import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bold,
  boldLine,
  channelLink,
  escapeText,
  italicLine,
  join,
  md,
  mention,
  moment,
  safe,
} from '../../src/domain/escaping.ts';

describe('text from people', () => {
  it('becomes no mention, link or broadcast, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '@', 'channel', '|', 'a', 'é', '🙂') }),
        (text) => {
          expect(md`*${text}*`).not.toMatch(/<[!@#a-z]/);
          expect(escapeText(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
        },
      ),
    );
  });

  it('is escaped once, also when it looks escaped', () => {
    expect(md`${'&amp;'} ${safe(escapeText('a<b'))}`).toBe('&amp;amp; a&lt;b');
  });
});

describe('pieces of our own', () => {
  it('go in as they are', () => {
    expect(md`${mention('U1')} in ${channelLink('C1')}`).toBe('<@U1> in <#C1>');
  });

  it('cannot be forged through an id', () => {
    expect(md`${mention('U1> <!channel')}`).toBe('U1&gt; &lt;!channel');
  });

  it('show a moment in the reader’s own zone, with a fallback that names its zone', () => {
    expect(moment(new Date('2026-11-23T17:00:00Z')).mrkdwn).toBe(
      '<!date^1795453200^{date_short_pretty} {time}|2026-11-23 17:00 UTC>',
    );
  });

  it('are joined by lines', () => {
    expect(join([escapeText('a'), escapeText('<')])).toBe('a\n&lt;');
  });
});

describe('a name in bold', () => {
  it.each([
    ['Northwind', '*Northwind*'],
    ['A & B', '*A &amp; B*'],
    ['a*b', 'a*b'],
    ['_draft_', '_draft_'],
    ['~x', '~x'],
    ['`', '`'],
  ])('%j is %j', (name, shown) => {
    expect(bold(name).mrkdwn).toBe(shown);
  });

  it('leaves a whole line plain where its mark could end early', () => {
    expect(boldLine(md`Keep ${'Acme'}?`)).toBe('*Keep Acme?*');
    expect(boldLine(md`Keep ${'Ac*me'}?`)).toBe('Keep Ac*me?');
    expect(italicLine(md`${'Acme'} (continued)`)).toBe('_Acme (continued)_');
    expect(italicLine(md`${'a_b'} (continued)`)).toBe('a_b (continued)');
  });
});
