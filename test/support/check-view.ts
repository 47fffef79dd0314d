import type { HomeView, ModalView } from '@slack/types';
import { checkView as checkLimits } from '../../demo/stand-in/slack-limits.ts';

const SPECIAL_MENTION = /<!(channel|here|everyone|subteam)/;

/** What Slack would refuse in a form or a Home, in words; empty when nothing. */
export function checkView(view: ModalView | HomeView): string[] {
  const json = JSON.stringify(view);
  const mrkdwn = json.match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [];
  return [
    ...checkLimits(JSON.parse(json) as Parameters<typeof checkLimits>[0]),
    ...(Buffer.byteLength(json) > 250_000 ? [`${Buffer.byteLength(json)} bytes`] : []),
    ...mrkdwn.filter((text) => SPECIAL_MENTION.test(text)).map((text) => `calls everybody: ${text}`),
  ];
}
