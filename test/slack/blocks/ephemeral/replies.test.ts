import { describe, expect, it } from 'vitest';
import { CHANNEL_REFUSALS } from '../../../../src/domain/post.ts';
import { LANGUAGES, type Messages, translate } from '../../../../src/i18n/index.ts';
import { renderChannelRefusedReply } from '../../../../src/slack/blocks/ephemeral/channel-refused.ts';
import { renderHelp } from '../../../../src/slack/blocks/ephemeral/help.ts';
import { renderList } from '../../../../src/slack/blocks/ephemeral/list.ts';
import { renderNotice } from '../../../../src/slack/blocks/ephemeral/notice.ts';
import { parseStartButton } from '../../../../src/slack/blocks/ephemeral/start-button.ts';
import { renderStatus, type StatusModel } from '../../../../src/slack/blocks/ephemeral/status.ts';
import { renderUnknown } from '../../../../src/slack/blocks/ephemeral/unknown.ts';
import { renderWhoAnswered } from '../../../../src/slack/blocks/ephemeral/who-answered.ts';
import type { RenderedMessage } from '../../../../src/slack/blocks/rendered-message.ts';
import { checkMessage } from '../../../support/check-blocks.ts';
import { longText } from '../views/sample-forms.ts';
import { largest, review } from './sample-reviews.ts';

const people = Array.from({ length: 50 }, (_, i) => `U${100_000_000 + i}`);
const status: StatusModel = {
  clientName: 'Northwind',
  status: 'repairing',
  open: review,
  last: {
    closedAt: new Date('2026-08-20T10:00:00Z'),
    verdict: { stance: 'part', mode: 'planned' },
    cardUrl: 'javascript:alert(1)',
    decision: {
      choice: 'keep_and_repair',
      rationale: longText,
      hardStop: null,
      decidedBy: 'U9',
      decidedAt: new Date('2026-08-21T10:00:00Z'),
      differs: true,
    },
  },
};

function everyReply(t: Messages): Record<string, RenderedMessage> {
  return {
    'help for a manager': renderHelp(t, { isManager: true }),
    'help for others': renderHelp(t, { isManager: false }),
    'unknown, long': renderUnknown({ typed: 'Щ'.repeat(4000), nearest: 'settings', isManager: true }, t),
    'list, empty': renderList({ reviews: [], clients: [] }, t),
    'list, largest': renderList(largest, t),
    'status, new client': renderStatus({ ...status, open: null, last: null }, t),
    'status, longest': renderStatus(status, t),
    'who answered, fifty': renderWhoAnswered({ mode: 'private', answered: people, waiting: [], absent: [] }, t),
    'who answered, nobody': renderWhoAnswered({ mode: 'open', answered: [], waiting: people, absent: [] }, t),
    notice: renderNotice(t.refusals.alreadyDecided({ who: 'U1', choice: 'part', at: new Date(0) })),
    ...Object.fromEntries(CHANNEL_REFUSALS.map((reason) => [reason, renderChannelRefusedReply(reason, t)])),
  };
}

const replies = LANGUAGES.flatMap((language) =>
  Object.entries(everyReply(translate(language))).map(([name, message]) => ({ language, name, message })),
);
const en = translate('en');
const words = (message: RenderedMessage) => JSON.stringify(message.blocks);

describe('every reply', () => {
  it.each(replies)('keeps to the limits of Slack: $name in $language', ({ message }) => {
    expect(checkMessage(message)).toEqual([]);
  });
});

describe('renderList', () => {
  it('puts open reviews first, the one that ends soonest on top', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day));
    const reviews = [
      { ...review, clientName: 'Decided', state: 'decided', phaseEndsAt: null },
      { ...review, clientName: 'Waiting', state: 'closed', phaseEndsAt: null },
      { ...review, clientName: 'Later', phaseEndsAt: at(27) },
      { ...review, clientName: 'Sooner', state: 'vote', phaseEndsAt: at(24) },
    ] as const;
    const shown = words(renderList({ reviews, clients: [] }, en));
    const order = ['Sooner', 'Later', 'Waiting', 'Decided'].map((name) => shown.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('says of one review all that matters', () => {
    const shown = words(renderList({ reviews: [review], clients: [{ name: 'Northwind', status: 'active' }] }, en));
    expect(shown).toContain('step 1 of 4: what hurts · 4 of 7 answered');
    expect(shown).toContain('<https://agency.slack.com/archives/C1/p1|open the card>');
  });

  it('counts every client it has no room for', () => {
    const shown = words(renderList(largest, en));
    const named = shown.match(/Щ&amp;&lt;Щ[^,*]*?\d+(?= · )/g) ?? [];
    const more = [...shown.matchAll(/· and (\d+) more/g)].map(([, count]) => Number(count));
    expect(named.length + more.reduce((sum, count) => sum + count, 0)).toBe(200);
  });
});

describe('renderUnknown', () => {
  it('offers the nearest command and a review of a client of that name', () => {
    const message = renderUnknown({ typed: 'Lisa', nearest: 'list', isManager: true }, en);
    expect(message.text).toBe('I do not know “Lisa”. Did you mean `/client-review list`?');
    const value = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))[0];
    expect(value).toMatchObject({ action_id: 'start_form', value: 'Lisa', text: { text: 'Start a review of Lisa' } });
  });

  it('offers no review to somebody who cannot start one', () => {
    expect(words(renderUnknown({ typed: 'Lisa', nearest: 'list', isManager: false }, en))).not.toContain('start_form');
  });
});

describe('parseStartButton', () => {
  it.each([
    [undefined, null],
    ['-', null],
    ['Northwind', 'Northwind'],
  ])('reads %j as %j', (value, name) => {
    expect(parseStartButton(value)).toBe(name);
  });
});

describe('renderStatus', () => {
  it('names verdict and decision apart, and links nothing but the web', () => {
    const shown = words(renderStatus(status, en));
    expect(shown).toContain('Verdict: part');
    expect(shown).toContain('Decision: *keep and repair* (<@U9>');
    expect(shown).not.toContain('javascript');
  });

  it('offers a review where none is open', () => {
    expect(words(renderStatus({ ...status, open: null }, en))).toContain('start_form');
    expect(words(renderStatus(status, en))).not.toContain('start_form');
    expect(words(renderStatus({ ...status, open: null, status: 'parted' }, en))).not.toContain('start_form');
  });
});
