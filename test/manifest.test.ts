import { readdirSync, readFileSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { SHORTCUTS } from '../src/slack/ids.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../src/slack/scopes.ts';

const manifest = parseDocument(readFileSync('manifest.yml', 'utf8'));
const schema = JSON.parse(readFileSync('test/data/slack-manifest.schema.2.0.0.json', 'utf8'));

const SCOPES = ['oauth_config', 'scopes'];
const EVENTS = ['settings', 'event_subscriptions', 'bot_events'];

/** Scopes each Web API method needs for all kinds of conversation Parley uses it on (public and private channels). */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'auth.test': [],
  'bots.info': ['users:read'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  filesUploadV2: ['files:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'team.info': ['team:read'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

/** Every method the installed Slack client offers, the longest first so that `usergroups.users.list` is not `users.list`. */
const WEB_API_METHODS = [...listMethods(new WebClient(), ''), 'filesUploadV2'].sort((a, b) => b.length - a.length);
const METHOD_PATTERN = new RegExp(`(?<!\\w)(?:${WEB_API_METHODS.join('|').replaceAll('.', '\\.')})(?!\\w)`, 'g');

function listMethods(owner: object, prefix: string): string[] {
  return Object.entries(owner).flatMap(([name, value]) => {
    if (name.startsWith('_') || ['logger', 'requestQueue'].includes(name)) return [];
    if (typeof value === 'function') return prefix ? [prefix + name] : [];
    return value && typeof value === 'object' ? listMethods(value, `${prefix}${name}.`) : [];
  });
}

/** Web API methods named in TypeScript text: `client.chat.postMessage(…)`, `{ chat }` then `chat.update(…)`, or 'chat.delete'. */
function findMethods(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '').replaceAll(/\s*\??\.\s*/g, '.');
  return [...new Set(code.match(METHOD_PATTERN))];
}

function missingScopes(methods: readonly string[], granted: ReadonlySet<string>): string[] {
  return methods.flatMap((method) => {
    const needed = METHOD_SCOPES[method];
    if (!needed) return [`${method} is not in METHOD_SCOPES: add it with the scopes Slack documents`];
    return needed.filter((scope) => !granted.has(scope)).map((scope) => `${method} needs ${scope} in manifest.yml`);
  });
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'));
}

function listAt(path: readonly string[]): { value: string; reason: string }[] {
  const list = manifest.getIn(path, true);
  if (!isSeq(list)) throw new Error(`${path.join('.')} in manifest.yml is not a list`);
  return list.items.map((item) => {
    if (!isScalar(item)) throw new Error(`${path.join('.')} holds ${String(item)}, not a name`);
    return { value: String(item.value), reason: item.comment?.trim() ?? '' };
  });
}

const grants = [...listAt([...SCOPES, 'bot']), ...listAt([...SCOPES, 'bot_optional'])];
const granted = new Set(grants.map(({ value }) => value));
const events = listAt(EVENTS);

describe('manifest.yml', () => {
  it('satisfies the schema Slack publishes', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    validate(manifest.toJS());
    expect(validate.errors ?? []).toEqual([]);
    expect(manifest.errors).toEqual([]);
  });

  it.each([...grants, ...events])('gives a reason for $value', ({ reason }) => {
    expect(reason.split(' ').length).toBeGreaterThan(3);
  });

  it('names each entry of the menu of a message as the app knows it', () => {
    const shortcuts: { type: string; callback_id: string }[] = manifest.toJS().features.shortcuts;
    const named = shortcuts.filter(({ type }) => type === 'message').map((shortcut) => shortcut.callback_id);
    expect(named).toEqual(Object.values(SHORTCUTS));
  });

  it('names each scope and event once', () => {
    const names = [...grants, ...events].map(({ value }) => value);
    expect(names).toEqual([...new Set(names)]);
  });

  it('asks for no user scopes', () => {
    const scopes = manifest.getIn(SCOPES, true) as Node;
    expect(isMap(scopes) && scopes.items.map(({ key }) => String(key))).toEqual(['bot', 'bot_optional']);
  });

  it('covers every Web API method in src with a scope', () => {
    expect(missingScopes(sourcesUnder('src').flatMap(findMethods), granted)).toEqual([]);
  });

  it('asks for what an installation over OAuth asks for', () => {
    expect(listAt([...SCOPES, 'bot']).map(({ value }) => value)).toEqual(REQUIRED_SCOPES);
    expect(listAt([...SCOPES, 'bot_optional']).map(({ value }) => value)).toEqual(OPTIONAL_SCOPES);
  });

  it('covers every event with a scope', () => {
    const missing = events.flatMap(({ value }) =>
      (EVENT_SCOPES[value] ?? ['?']).filter((scope) => !granted.has(scope)),
    );
    expect(missing).toEqual([]);
  });
});

describe('findMethods', () => {
  it.each([
    ['await client.chat.postMessage({ channel })', ['chat.postMessage']],
    ['deps.slack\n  .reads.usergroups.users\n  .list()', ['usergroups.users.list']],
    ['slack?.views?.open(view)', ['views.open']],
    ['const { users } = client; users.info({ user })', ['users.info']],
    ["call('conversations.members', { channel })", ['conversations.members']],
    ['// client.chat.delete()\n/* views.push */ stores.views.find(id)', []],
    ['reviews.open(id); clients.list()', []],
    ['await client.filesUploadV2({ file })', ['filesUploadV2']],
    ['const open = slack.views.open.bind(slack.views);', ['views.open']],
  ])('reads %j as %j', (source, methods) => {
    expect(findMethods(source)).toEqual(methods);
  });
});

describe('missingScopes', () => {
  it('names the scope a call lacks', () => {
    expect(missingScopes(['chat.update', 'reactions.add'], new Set(['chat:write']))).toEqual([
      'reactions.add needs reactions:write in manifest.yml',
    ]);
  });

  it('fails for a method the table does not know', () => {
    expect(missingScopes(['canvases.create'], granted)[0]).toContain('add it with the scopes');
  });
});
