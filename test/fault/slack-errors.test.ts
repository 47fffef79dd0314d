import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { readTrouble } from '../../src/slack/guard/read-trouble.ts';
import { sendTrouble } from '../../src/slack/outbox/send-trouble.ts';
import { errorsOf, METHODS_WITH_ERRORS, PASSING_ERRORS } from '../support/fault/slack-errors.ts';
import { SCOPES_OF } from '../support/http/manifest-scopes.ts';

const WRITES = ['chat.delete', 'chat.postEphemeral', 'chat.postMessage', 'chat.update', 'views.publish'];
const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error } as never);

describe('the errors that Slack documents', () => {
  it('are known for every method in use', () => {
    expect([...METHODS_WITH_ERRORS].sort()).toEqual([...Object.keys(SCOPES_OF), 'apps.connections.open'].sort());
  });

  it.each(WRITES)('of %s lose nothing that would pass by itself', (method) => {
    const lost = errorsOf(method).filter(
      (error) =>
        PASSING_ERRORS.includes(error) &&
        !['rate_limited', 'unknown_outcome'].includes(sendTrouble(refusal(error)).kind),
    );
    expect(lost).toEqual([]);
  });

  it.each(METHODS_WITH_ERRORS.filter((method) => !WRITES.includes(method)))(
    'of %s say nothing about a person or channel where they would pass by themselves',
    (method) => {
      const taken = errorsOf(method).filter(
        (error) => PASSING_ERRORS.includes(error) && readTrouble(refusal(error)).kind === 'answer',
      );
      expect(taken).toEqual([]);
    },
  );
});
