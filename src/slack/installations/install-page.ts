import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Language, languageOf, type Messages, translate } from '../../i18n/index.ts';

type PageText = { readonly title: string; readonly text: string };

/** What the browser of who installs the app shows at the end, in the language it asks for. */
export type InstallPage = {
  readonly status: number;
  readonly textOf: (t: Messages) => PageText;
  /** A workspace to go on to. */
  readonly workspaceId?: string;
};

/** Answers a request with a page. The address holds a code of Slack's: it is neither kept nor passed on. */
export function sendPage(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  page: InstallPage,
  defaultLanguage: Language,
): void {
  const [locale = null] = (request.headers['accept-language'] ?? '').split(/[,;]/).filter(Boolean);
  const language = languageOf({ own: null, locale }, defaultLanguage);
  response.writeHead(page.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(renderPage(page, language));
}

function renderPage({ textOf, workspaceId }: InstallPage, language: Language): string {
  const t = translate(language);
  const { title, text } = textOf(t);
  const link =
    workspaceId === undefined
      ? '<a href="/slack/install">'
      : `<a href="https://app.slack.com/client/${encodeURIComponent(workspaceId)}">`;
  const linkText = workspaceId === undefined ? t.install.again : t.install.open;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:17px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em;color:#1d2b36}</style></head>
<body><h1>${title}</h1><p>${text}</p><p>${link}${linkText}</a></p></body></html>
`;
}
