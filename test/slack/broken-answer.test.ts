import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { withBrokenAnswers } from '../../src/slack/broken-answer.ts';
import { readTrouble } from '../../src/slack/guard/read-trouble.ts';
import { sendTrouble } from '../../src/slack/outbox/send-trouble.ts';

const platform = (error: unknown) => new WebAPIPlatformError({ ok: false, error } as never);

describe('withBrokenAnswers', () => {
  it.each<[string, unknown]>([
    ['a page', platform('<!DOCTYPE html><html><body>Bad Gateway</body></html>')],
    ['half a JSON', platform('{"ok":tr')],
    ['nothing', platform('')],
    ['a JSON of somebody else', platform(undefined)],
    ['a body that breaks off', new TypeError('terminated')],
    ['a body that comes too late', new DOMException('The operation was aborted', 'TimeoutError')],
    ['a JSON null', new TypeError("Cannot read properties of null (reading 'response_metadata')")],
  ])('takes %s for a request that failed', (_, thrown) => {
    const error = withBrokenAnswers(thrown);
    expect(error).toBeInstanceOf(WebAPIRequestError);
    expect(String(error)).not.toContain('Bad Gateway');
    expect(sendTrouble(error).kind).toBe('unknown_outcome');
    expect(readTrouble(error).kind).toBe('passing');
  });

  it.each<[string, unknown]>([
    ["Slack's refusals", platform('channel_not_found')],
    ['bugs', new TypeError('x is not a function')],
    ['limits without a time', new Error('Retry header did not contain a valid timeout (url: …)')],
    ['what is no error', 'thrown'],
  ])('leaves %s as they are', (_, thrown) => {
    expect(withBrokenAnswers(thrown)).toBe(thrown);
  });
});
