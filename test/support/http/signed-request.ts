import { createHmac } from 'node:crypto';

export type Reply = { readonly status: number; readonly text: string; readonly ms: number };

export type RequestOptions = {
  readonly contentType?: string;
  /** Seconds since 1970; now unless given. */
  readonly timestamp?: number;
  /** In place of the right one. */
  readonly secret?: string;
  /** One of several apps, in place of the next one. */
  readonly url?: string;
  /** Sent as they are, after the signed ones. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Exactly so, without a charset: that is what Slack sends and what the receiver compares with. */
export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** Slack's signature of a body (slack: signature verification): `v0=` and an HMAC over version, time and raw body. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export type Sender = ReturnType<typeof createSignedSender>;

export type SenderOptions = {
  /** Where the app is; of several, where the next request goes. */
  readonly url: string | (() => string);
  readonly signingSecret: string;
};

/** Posts to the app as Slack does, and keeps how long each answer took. */
export function createSignedSender({ url, signingSecret }: SenderOptions) {
  const times: number[] = [];
  async function post(body: string, options: RequestOptions = {}): Promise<Reply> {
    const { contentType = FORM, timestamp = Math.floor(Date.now() / 1000), secret = signingSecret } = options;
    const startedAt = performance.now();
    const response = await fetch(options.url ?? (typeof url === 'string' ? url : url()), {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signatureOf(secret, timestamp, body),
        ...options.headers,
      },
    });
    const text = await response.text();
    const ms = performance.now() - startedAt;
    times.push(ms);
    return { status: response.status, text, ms };
  }

  return {
    post,
    /** A button or a form. */
    interaction: (payload: object, options?: RequestOptions) =>
      post(formOf({ payload: JSON.stringify(payload) }), options),
    command: (fields: Record<string, string>) => post(formOf(fields)),
    event: (body: object, options?: RequestOptions) =>
      post(JSON.stringify(body), { contentType: JSON_TYPE, ...options }),
    slowestMs: () => Math.max(0, ...times),
  };
}

export function formOf(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}
