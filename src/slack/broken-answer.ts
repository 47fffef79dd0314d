import { SlackError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { isLimitWithoutTime } from './guard/read-trouble.ts';

/** Slack's errors are single words; whatever else stands there is somebody else's page that the SDK took for one. */
const WORD = /^[a-z][a-z0-9_]*$/;

/**
 * The error of a call as what it is. An answer that breaks off, or is not Slack's at all (the page of a gateway, a cut JSON), reaches us
 * as a plain Error or as a "platform error" that quotes the page: taken at its word, a message would count as refused for good and a
 * person as a stranger. It is a failed request like any other, after which nobody knows whether Slack did what it was asked.
 */
export function withBrokenAnswers(error: unknown): unknown {
  if (error instanceof WebAPIPlatformError) {
    const word: unknown = error.data.error;
    return typeof word === 'string' && WORD.test(word) ? error : broken('not an answer of Slack', error);
  }
  if (error instanceof SlackError || isLimitWithoutTime(error) || !(error instanceof Error)) return error;
  return isOfAnswer(error) ? broken(error.message, error) : error;
}

/** What fetch throws while it reads a body that is cut off or late, and the SDK where the body is JSON but no object. */
function isOfAnswer({ name, message }: Error): boolean {
  if (name === 'AbortError' || name === 'TimeoutError') return true;
  return name === 'TypeError' && (message === 'terminated' || message.includes('response_metadata'));
}

function broken(why: string, cause: Error): WebAPIRequestError {
  // The page itself is left out: nobody knows what it says.
  return new WebAPIRequestError(new Error(`the answer could not be read: ${why}`, { cause: cause.name }));
}
