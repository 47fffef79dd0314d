import { App, LogLevel } from '@slack/bolt';
import type { StandIn } from '../../../demo/stand-in/stand-in.ts';

/** A form as the app received it. */
export type Submission = { readonly values: Record<string, Record<string, unknown>>; readonly metadata: string };

export const option = (value: string) => ({ value, text: { type: 'plain_text' as const, text: value.toUpperCase() } });
export const label = (text: string) => ({ type: 'plain_text' as const, text });

const FORM = {
  type: 'modal' as const,
  callback_id: 'visit',
  private_metadata: 'review 7',
  title: label('Visit'),
  submit: label('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'rooms',
      label: label('Rooms'),
      element: {
        type: 'multi_static_select' as const,
        action_id: 'pick',
        options: ['red', 'blue', 'green'].map(option),
      },
    },
    {
      type: 'input' as const,
      block_id: 'hours',
      optional: true,
      label: label('Hours'),
      element: { type: 'number_input' as const, action_id: 'n', is_decimal_allowed: true, min_value: '0' },
    },
    {
      type: 'input' as const,
      block_id: 'mode',
      label: label('Mode'),
      element: {
        type: 'radio_buttons' as const,
        action_id: 'm',
        options: ['open', 'private'].map(option),
        initial_option: option('private'),
      },
    },
    {
      type: 'input' as const,
      block_id: 'team',
      optional: true,
      label: label('Team'),
      element: { type: 'multi_users_select' as const, action_id: 'u', initial_users: ['U3CARLA'] },
    },
  ],
};

const button = { type: 'button' as const, action_id: 'seen', value: 'v1', text: label('Seen') };

/** An app with one form and one button, as small as can be: what it was sent stands in `submissions`. */
export function createVisitApp(slack: StandIn, submissions: Submission[]): App {
  const clientOptions = { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } };
  const visits = new App({
    token: 'xoxb-stand-in',
    appToken: 'xapp-stand-in',
    socketMode: true,
    clientOptions,
    installerOptions: { clientOptions: { slackApiUrl: slack.slackApiUrl } },
    logLevel: LogLevel.ERROR,
  });
  visits.command('/visit', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  visits.view('visit', async ({ ack, body, view, client }) => {
    submissions.push({ values: view.state.values as never, metadata: view.private_metadata });
    const rooms = view.state.values.rooms?.pick?.selected_options?.map((one) => one.value).join();
    if (rooms === 'blue') return ack({ response_action: 'errors', errors: { rooms: 'Blue is closed' } });
    if (rooms === 'red,blue') return ack({ response_action: 'update', view: { ...FORM, callback_id: 'again' } });
    await ack();
    await client.chat.postMessage({
      channel: 'C1TEAM',
      text: `Visit of ${body.user.id}`,
      metadata: { event_type: 'visit', event_payload: { id: 7 } },
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Hello ' },
                { type: 'user', user_id: 'U2BORIS' },
              ],
            },
            { type: 'rich_text_quote', elements: [{ type: 'text', text: 'well & done' }] },
          ],
        },
        { type: 'actions', elements: [button] },
      ],
    });
  });
  visits.action('seen', async ({ ack, body, client, respond, action }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.message || action.type !== 'button') return;
    await respond({ text: 'Thank you', replace_original: false });
    await client.chat.update({
      channel: 'C1TEAM',
      ts: body.message.ts,
      text: `Seen by ${body.user.id}: ${action.value}`,
    });
  });
  visits.message('hello', async ({ say }) => {
    await say('heard: hello');
  });
  return visits;
}
