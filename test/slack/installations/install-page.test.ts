import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InstallPage, sendPage } from '../../../src/slack/installations/install-page.ts';

let page: InstallPage;
const server = createServer((request, response) => sendPage({ request, response }, page, 'en'));
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function visit(shown: InstallPage, language?: string) {
  page = shown;
  const headers = language === undefined ? {} : { 'accept-language': language };
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?code=planted`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the page at the end of an installation', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'Parley установлен'],
    ['en-GB,en;q=0.5', 'Parley is installed'],
    ['fr', 'Parley is installed'],
    [undefined, 'Parley is installed'],
  ])('speaks the language that the browser asks for: %s', async (language, title) => {
    const { text } = await visit({ status: 200, textOf: (t) => t.install.done, workspaceId: 'T1' }, language);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain('href="https://app.slack.com/client/T1"');
  });

  it('offers to begin again when it did not go well', async () => {
    const { status, text } = await visit({ status: 500, textOf: (t) => t.install.failed });
    expect(status).toBe(500);
    expect(text).toContain('href="/slack/install"');
  });

  it('neither keeps nor passes on the code in its address', async () => {
    const { headers, text } = await visit({ status: 400, textOf: (t) => t.install.expired });
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('planted');
  });

  it.each(['done', 'cancelled', 'expired', 'failed'] as const)(
    'says %s in words that need no escaping',
    async (kind) => {
      for (const language of ['en', 'ru']) {
        const { text } = await visit({ status: 200, textOf: (t) => t.install[kind] }, language);
        expect(text.match(/<p>[^<]*[&<>"][^<]*<\/p>/)).toBeNull();
      }
    },
  );
});
