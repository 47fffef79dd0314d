import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/domain/escaping.ts';
import { parseCommand, unescapeText } from '../../../src/slack/parse/command.ts';

const body = {
  team_id: 'T1',
  channel_id: 'C1',
  user_id: 'U1',
  trigger_id: '1.2',
  response_url: 'https://hooks.test/1',
};

describe('parseCommand', () => {
  it('reads who typed what and where', () => {
    expect(parseCommand({ ...body, text: 'status Smith &amp; Sons', command: '/client-review' })).toEqual({
      subcommand: { kind: 'status', clientName: 'Smith & Sons' },
      teamId: 'T1',
      channelId: 'C1',
      userId: 'U1',
      triggerId: '1.2',
      responseUrl: 'https://hooks.test/1',
    });
  });

  it('takes no text for a start without a name', () => {
    expect(parseCommand(body)?.subcommand).toEqual({ kind: 'start', clientName: null });
  });

  it.each([null, {}, { text: 'help' }])('gives null for %j', (other) => {
    expect(parseCommand(other)).toBeNull();
  });
});

describe('unescapeText', () => {
  it.each([
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['&amp;lt;', '&lt;'],
    ['<@U1|ann> and <@U2>', '@ann and @U2'],
    ['<#C1|general> <#C2|>', '#general #C2'],
    ['<https://acme.io|acme.io> <https://b.io>', 'acme.io https://b.io'],
    ['<!here> <!subteam^S1|@sales>', '@here @sales'],
  ])('reads %s as %s', (escaped, text) => {
    expect(unescapeText(escaped)).toBe(text);
  });

  it('gives back what was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unescapeText(escapeText(text)) === text));
  });
});
