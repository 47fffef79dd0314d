import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/domain/escaping.ts';
import { mentionedIn, plainText } from '../../../src/slack/parse/plain-text.ts';

const NAMES = new Map([['U1', 'Lena Brandt']]);

describe('plainText', () => {
  it.each([
    ['They pay late.', 'They pay late.'],
    ['a &lt;b&gt; &amp; c &amp;amp;', 'a <b> & c &amp;'],
    ['<@U1> knows', '@Lena Brandt knows'],
    ['<@U2|omar> and <@U3>', '@omar and @U3'],
    ['in <#C1|northwind> and <#C2>', 'in #northwind and #C2'],
    ['<https://x.example/?a=1&amp;b=2>', 'https://x.example/?a=1&b=2'],
    ['<https://x.example|the &lt;brief&gt;>', 'the <brief>'],
    ['<mailto:a@b.example|a@b.example> <tel:+49|call>', 'a@b.example call'],
    ['<!here> <!channel> <!subteam^S1|@agency> <!subteam^S2>', '@here @channel @agency @subteam'],
    ['due <!date^1795424400^{date_short}|23 Nov>', 'due 23 Nov'],
    ['`code` *bold* :tada:', '`code` *bold* :tada:'],
    ['  \n two\nlines \n ', 'two\nlines'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    ['', ''],
    ['\u200b \u0000', ''],
    ['🙂', '🙂'],
  ])('reads %j as %j', (text, plain) => {
    expect(plainText(text, NAMES)).toBe(plain);
  });

  it('gives back whatever a person typed, as Slack escapes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (typed) => {
        const visible = typed.trim();
        fc.pre(visible !== '');
        expect(plainText(escapeText(typed), NAMES)).toBe(visible);
      }),
    );
  });
});

describe('mentionedIn', () => {
  it.each([
    ['<@U1> and <@U2|omar>, <@U1> again', ['U1', 'U2']],
    ['&lt;@U1&gt; @U1 <#C1|U1>', []],
  ])('finds in %j %j', (text, ids) => {
    expect(mentionedIn(text)).toEqual(ids);
  });
});
