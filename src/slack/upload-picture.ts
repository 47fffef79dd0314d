import type { WebClient } from '@slack/web-api';
import type { Logger } from '../ops/logging.ts';

export type Picture = {
  readonly png: Buffer;
  readonly fileName: string;
  readonly title: string;
  readonly altText: string;
};

/** Sends a picture to Slack, where nobody sees it but in a message that shows it. Null when Slack does not take it. */
export type UploadPicture = (picture: Picture) => Promise<string | null>;

type Options = {
  /** The client that tries once: a second file would do no harm, and waiting for it would hold up the message. */
  readonly slack: Pick<WebClient, 'filesUploadV2'>;
  /** The scope was granted. */
  readonly isAllowed: boolean;
  readonly logger: Logger;
};

/**
 * Uploads pictures without sharing them. Whatever goes wrong (the scope, a rate limit, an outage) is logged and gives null: words stand in
 * place of the picture then. An upload whose answer was lost leaves a file that nobody sees.
 */
export function createUploadPicture({ slack, isAllowed, logger }: Options): UploadPicture {
  return async ({ png, fileName, title, altText }) => {
    if (!isAllowed) return null;
    try {
      const { files } = await slack.filesUploadV2({ file: png, filename: fileName, title, alt_text: altText });
      return files[0]?.files?.[0]?.id ?? null;
    } catch (err) {
      logger.warn({ err }, 'a picture was not uploaded: its words are sent instead');
      return null;
    }
  };
}
