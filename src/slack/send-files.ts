import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from '../ops/logging.ts';
import type { RenderedMessage } from './blocks/rendered-message.ts';
import { sendTrouble } from './outbox/send-trouble.ts';

export type TextFile = { readonly fileName: string; readonly title: string; readonly text: string };

export type FilesToSend = {
  /** A person's Slack id: the files go to their direct messages with the app. */
  readonly userId: string;
  /** Stands in front of the files. */
  readonly message: RenderedMessage;
  /** Stands there instead when the files do not come. */
  readonly instead: RenderedMessage;
  readonly files: readonly TextFile[];
};

export type FilesSent = 'sent' | 'not_allowed' | 'failed';

type Options = {
  /** The client that tries once: a second try could send the files twice. */
  readonly slack: Pick<WebClient, 'chat' | 'filesUploadV2'>;
  readonly logger: Logger;
};

/**
 * Sends files to somebody's direct messages, all in one message. The words come first, because an app without im:write learns the
 * conversation's own id only from the answer to its post; files are shared by that id. Where Slack does not take the files the words
 * are replaced. `failed` also where the answer was lost: then the files may be there.
 */
export async function sendFiles({ slack, logger }: Options, toSend: FilesToSend): Promise<FilesSent> {
  const { userId, message, instead, files } = toSend;
  let place: { channel: string; ts: string } | null = null;
  try {
    const { channel, ts } = await slack.chat.postMessage({ channel: userId, ...partsOf(message), unfurl_links: false });
    if (channel === undefined || ts === undefined)
      throw new Error('chat.postMessage answered ok without channel or ts');
    place = { channel, ts };
    await slack.filesUploadV2({
      channel_id: channel,
      file_uploads: files.map(({ fileName, title, text }) => ({ file: Buffer.from(text), filename: fileName, title })),
    });
    return 'sent';
  } catch (err) {
    logger.warn({ err }, 'files were not sent');
    if (place !== null) await replace(slack, place, instead).catch((error: unknown) => logNotReplaced(logger, error));
    return err instanceof WebAPIPlatformError && err.data.error === 'missing_scope' ? 'not_allowed' : 'failed';
  }
}

async function replace(slack: Options['slack'], place: { channel: string; ts: string }, message: RenderedMessage) {
  await slack.chat.update({ ...place, ...partsOf(message) });
}

function logNotReplaced(logger: Logger, error: unknown): void {
  logger.warn({ trouble: sendTrouble(error) }, 'the message in front of files was not replaced');
}

function partsOf({ text, blocks }: RenderedMessage) {
  return { text, blocks: [...blocks] };
}
