import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';
import type { Screen } from '../../test/support/screens.ts';

const TEAM = ['Kim', 'Lena', 'Omar', 'Ира', 'Олег', 'Sam', 'Юля'];

const DATA = {
  users: [
    { id: 'U0MARA', name: 'Mara' },
    ...Array.from({ length: 50 }, (_, at) => ({
      id: `U0PERSON${String(at).padStart(4, '0')}`,
      name: `${TEAM[at % TEAM.length]} ${at + 1}`,
    })),
  ],
  channels: [
    { id: 'C0TEAM', name: 'team-northwind' },
    { id: 'C0OWN', name: 'our-own-people' },
  ],
};

/** HTML of a screen as Slack shows it: a message, a form with its title and buttons, or the errors at a form's fields. */
export function drawScreen(screen: Screen): string {
  switch (screen.kind) {
    case 'message':
      return `<div class="message">${drawBlocks(screen.blocks)}</div>`;
    case 'modal': {
      if (screen.view.type === 'home') return `<div class="message">${drawBlocks(screen.view.blocks)}</div>`;
      const { title, submit, close, blocks } = screen.view;
      const buttons = [close, submit].flatMap((text, at) =>
        text ? [`<b class="${at === 1 ? 'submit' : 'close'}">${escapeHtml(text.text)}</b>`] : [],
      );
      // Radio buttons of one name belong together within a form only.
      return `<form class="modal"><header>${escapeHtml(title.text)}</header><div>${drawBlocks(blocks)}</div><footer>${buttons.join('')}</footer></form>`;
    }
    case 'errors':
      return `<ul class="errors">${Object.values(screen.errors)
        .map((text) => `<li>${escapeHtml(text)}</li>`)
        .join('')}</ul>`;
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Without ids, which the renderer gives to every message alike. */
function drawBlocks(blocks: unknown): string {
  const shown = { blocks: blocks as Block[], logo: '', name: 'Parley', data: DATA };
  return renderToStaticMarkup(createElement(Message, { ...shown, theme: 'light', withoutWrapper: true })).replaceAll(
    ' id="',
    ' data-id="',
  );
}
