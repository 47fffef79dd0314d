import { type App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../demo/stand-in/driver.ts';
import { createDriver } from '../../demo/stand-in/driver.ts';
import type { StandIn } from '../../demo/stand-in/stand-in.ts';
import { startStandIn } from '../../demo/stand-in/stand-in.ts';
import { sampleWorkspace } from './slack/sample-workspace.ts';
import { drawnMessages, openPage } from './slack/stand-in-page.ts';
import { createVisitApp, label, option, type Submission } from './slack/visit-app.ts';

let standIn: StandIn;
let app: App;
let driver: Driver;
const submissions: Submission[] = [];

beforeAll(async () => {
  standIn = await startStandIn({ workspace: sampleWorkspace() });
  driver = createDriver(standIn);
  app = createVisitApp(standIn, submissions);
  await app.start();
});

afterAll(async () => {
  await app.stop();
  await standIn.stop();
});

beforeEach(() => {
  submissions.length = 0;
});

describe('the stand-in Slack', () => {
  it('plays command, form, message, press and update', async () => {
    await driver.command('U1ANNA', 'C1TEAM', '/visit now');
    const view = await driver.view('U1ANNA', 'visit');
    expect(view.private_metadata).toBe('review 7');
    expect(await driver.submit('U1ANNA', { rooms: ['red', 'green'], hours: 1.5 })).toEqual({ kind: 'closed' });
    expect(driver.openView('U1ANNA')).toBeUndefined();
    expect(submissions).toEqual([
      {
        metadata: 'review 7',
        values: {
          rooms: { pick: { type: 'multi_static_select', selected_options: [option('red'), option('green')] } },
          hours: { n: { type: 'number_input', value: '1.5' } },
          mode: { m: { type: 'radio_buttons', selected_option: option('private') } },
          team: { u: { type: 'multi_users_select', selected_users: ['U3CARLA'] } },
        },
      },
    ]);

    const posted = await driver.waitFor(() =>
      standIn.messages('C1TEAM').find((message) => message.text === 'Visit of U1ANNA'),
    );
    expect(posted.blocks?.map((block) => block.type)).toEqual(['rich_text', 'actions']);
    expect(posted.metadata).toEqual({ event_type: 'visit', event_payload: { id: 7 } });
    const [drawn] = await drawnMessages(standIn, 'C1TEAM');
    expect(drawn?.blocks?.[0]).toMatchObject({
      type: 'section',
      text: { type: 'mrkdwn', text: 'Hello <@U2BORIS>\n> well & done' },
    });

    await driver.press('U2BORIS', posted, 'seen');
    await driver.waitFor(() => standIn.messages('C1TEAM').find((message) => message.text === 'Seen by U2BORIS: v1'));
    expect(driver.ephemerals('U2BORIS').map((message) => message.text)).toEqual(['Thank you']);
    expect(standIn.violations()).toEqual([]);
  });

  it('refuses a form whose required field is empty before the app sees it', async () => {
    await driver.command('U2BORIS', 'C1TEAM', '/visit');
    await driver.view('U2BORIS');
    const result = await driver.submit('U2BORIS', { rooms: [], hours: -1 });
    expect(result).toMatchObject({ kind: 'refused', fields: { rooms: expect.any(String), hours: expect.any(String) } });
    expect(submissions).toEqual([]);
    await driver.close('U2BORIS');
  });

  it('keeps one form per person and shows the errors of the app', async () => {
    await Promise.all(['U1ANNA', 'U3CARLA'].map((user) => driver.command(user, 'C1TEAM', '/visit')));
    const [first, second] = await Promise.all([driver.view('U1ANNA'), driver.view('U3CARLA')]);
    expect(first.id).not.toBe(second.id);
    expect(await driver.submit('U1ANNA', { rooms: ['blue'] })).toEqual({
      kind: 'errors',
      errors: { rooms: 'Blue is closed' },
    });
    const next = await driver.submit('U3CARLA', { rooms: ['red', 'blue'] });
    expect(next).toMatchObject({ kind: 'view', view: { callback_id: 'again' } });
    await Promise.all([driver.close('U1ANNA'), driver.close('U3CARLA')]);
  });

  it('draws a form for the page and turns what the page submits into Slack shapes', async () => {
    const page = await openPage(standIn);
    page.send({ t: 'slash_command', user: 'U3CARLA', channel: 'C1TEAM', command: '/visit', text: '' });
    const shown = await page.next((message) => message.t === 'view' && message.stack?.length === 1);
    const view = shown.stack?.[0];
    expect(view?.blocks.map((block) => block.element?.type)).toEqual([
      'checkboxes',
      'plain_text_input',
      'radio_buttons',
      'checkboxes',
    ]);
    expect(view?.initial_values).toEqual({
      mode: { m: { type: 'radio_buttons', selected_option: { value: 'private', text: label('PRIVATE') } } },
      team: { u: { type: 'checkboxes', selected_options: [{ value: 'U3CARLA', text: label('Carla Rossi') }] } },
    });
    const choice = { type: 'checkboxes', selected_options: [{ value: 'green' }] };
    page.send({
      t: 'view_submit',
      user: 'U3CARLA',
      values: { rooms: { pick: choice }, hours: { n: { type: 'plain_text_input', value: '2' } } },
    });
    await page.next((message) => message.t === 'view' && message.stack?.length === 0);
    page.close();
    expect(submissions[0]?.values).toMatchObject({
      rooms: { pick: { type: 'multi_static_select', selected_options: [option('green')] } },
      hours: { n: { type: 'number_input', value: '2' } },
      mode: { m: { selected_option: option('private') } },
    });
  });

  it('serves the page with its gaps closed', async () => {
    const source = await (await fetch(standIn.url)).text();
    expect(source).toContain('initial_values');
    expect(source).toContain('l.multiline?"textarea"');
    expect(source).toContain('onAction:K=>du("",m.id,a,K)');
    expect(source).toContain('w.ephemeral_to===m');
  });

  it('answers look-ups with the fields of the workspace, also after a change', async () => {
    const { client } = app;
    const locale = async () => (await client.users.info({ user: 'U2BORIS', include_locale: true })).user?.locale;
    expect(await locale()).toBe('ru-RU');
    standIn.setChannel('C1TEAM', { is_pending_ext_shared: true });
    standIn.setUser('U3CARLA', { is_restricted: true });
    const { channel } = await client.conversations.info({ channel: 'C1TEAM' });
    expect(channel).toMatchObject({ is_private: true, is_pending_ext_shared: true, is_ext_shared: false });
    expect((await client.users.info({ user: 'U3CARLA' })).user?.is_restricted).toBe(true);
    standIn.setChannel('C1TEAM', { is_pending_ext_shared: false });
    standIn.setUser('U3CARLA', { is_restricted: false });
  });

  it('fails as planned: an error, a rate limit, and an answer lost after the work', async () => {
    const client = new WebClient('xoxb-stand-in', {
      slackApiUrl: standIn.slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    });
    const post = (text: string) => client.chat.postMessage({ channel: 'C1TEAM', text });
    standIn.failNext('chat.postMessage', 'is_archived');
    await expect(post('one')).rejects.toMatchObject({ data: { error: 'is_archived' } });
    standIn.failNext('chat.postMessage', { status: 429, retryAfter: 3 });
    await expect(post('two')).rejects.toMatchObject({ retryAfter: 3 });
    standIn.failNext('chat.postMessage', { drop: 'after-success' });
    await expect(post('three')).rejects.toThrow();
    expect(
      standIn.messages('C1TEAM').filter((message) => ['one', 'two', 'three'].includes(message.text)),
    ).toMatchObject([{ text: 'three' }]);
  });

  it('refuses blocks that Slack would refuse and records why', async () => {
    const before = standIn.violations().length;
    const block = { type: 'header', text: label('x'.repeat(151)) } as const;
    await expect(app.client.chat.postMessage({ channel: 'C1TEAM', text: 'x', blocks: [block] })).rejects.toMatchObject({
      data: { error: 'invalid_blocks' },
    });
    expect(standIn.violations().slice(before)).toEqual([
      expect.stringContaining('header has 151 characters; at most 150'),
    ]);
  });

  it('hands what people write to the app and duplicates or loses envelopes on request', async () => {
    const heard = () => standIn.messages().filter((message) => message.text === 'heard: hello');
    await driver.say('U1ANNA', 'C1TEAM', 'hello');
    await driver.waitFor(() => heard().length === 1);
    standIn.setEnvelopeHook(() => 'duplicate');
    await driver.say('U1ANNA', 'C1TEAM', 'hello');
    await driver.waitFor(() => heard().length === 3);
    standIn.setEnvelopeHook(() => 'lose');
    expect(await driver.command('U1ANNA', 'C1TEAM', '/visit')).toMatchObject({ isAcknowledged: false, isLost: true });
    standIn.setEnvelopeHook(undefined);
  });
});
