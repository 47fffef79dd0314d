import type { InputBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../../src/i18n/index.ts';
import { renderStartForm } from '../../../../src/slack/blocks/views/start-form.ts';
import { FIELDS } from '../../../../src/slack/ids.ts';
import { parseStartMetadata } from '../../../../src/slack/parse/start-metadata.ts';
import { checkView } from '../../../support/check-view.ts';
import { fullStartModel, manyClients, startModel } from './sample-forms.ts';

const t = translate('en');
const fieldOf = (view: ReturnType<typeof renderStartForm>, id: string) =>
  view.blocks.flatMap((block) => (block.type === 'input' && block.block_id === id ? [block as InputBlock] : []))[0];

describe('renderStartForm', () => {
  it('asks only for a name where there are no clients', () => {
    const view = renderStartForm(startModel, t);
    expect(fieldOf(view, FIELDS.client)).toBeUndefined();
    expect(fieldOf(view, FIELDS.newClient)).toMatchObject({ optional: false, label: { text: 'Name of the client' } });
  });

  it('starts private and in the team’s own time', () => {
    const view = renderStartForm(startModel, t);
    expect(fieldOf(view, FIELDS.mode)?.element).toMatchObject({ initial_option: { value: 'private' } });
    expect(fieldOf(view, FIELDS.preset)?.element).toMatchObject({ initial_option: { value: 'async' } });
    expect(fieldOf(view, FIELDS.deadline)?.element).toMatchObject({ initial_date: '2026-11-27' });
  });

  it('puts each person into the field of their role', () => {
    const team = [
      { userId: 'U1', role: 'sales' },
      { userId: 'U2', role: 'delivery' },
      { userId: 'U3', role: 'delivery' },
    ] as const;
    const view = renderStartForm({ ...startModel, team }, t);
    expect(fieldOf(view, 'team_delivery')?.element).toMatchObject({ initial_users: ['U2', 'U3'] });
    expect(fieldOf(view, 'team_finance')?.element).not.toHaveProperty('initial_users');
  });

  it('asks to confirm a public channel and says how many can read it', () => {
    const view = renderStartForm({ ...startModel, isPublic: true, readers: 2417 }, t);
    expect(JSON.stringify(view.blocks)).toContain('Anyone in the workspace (2,417 people) can read this channel');
    expect(fieldOf(view, FIELDS.publicConfirmed)).toMatchObject({ optional: false });
    expect(fieldOf(renderStartForm(startModel, t), FIELDS.publicConfirmed)).toBeUndefined();
  });

  it('remembers the channel', () => {
    const view = renderStartForm({ ...startModel, isPublic: true }, t);
    expect(parseStartMetadata(view.private_metadata)).toEqual({ channelId: 'C1', isPublic: true });
  });

  it('escapes names of people left out and counts those without room', () => {
    const one = renderStartForm({ ...startModel, leftOut: [{ name: '<!here>', reason: 'guest' }] }, t);
    expect(JSON.stringify(one.blocks)).toContain('Left out: &lt;!here&gt; (a guest).');
    expect(JSON.stringify(renderStartForm(fullStartModel, t).blocks)).toMatch(/and \d+ others/);
  });

  it('offers thousands of clients, says which are missing, and keeps the chosen one', () => {
    const clients = manyClients(3000);
    const last = clients.at(-1)?.id ?? '';
    const view = renderStartForm({ ...startModel, clients, prefill: { clientId: last } }, t);
    expect(checkView(view)).toEqual([]);
    expect(fieldOf(view, FIELDS.client)?.hint?.text).toMatch(/^The list holds the first \d+ of 3000 clients\./);
    expect(fieldOf(view, FIELDS.client)?.element).toMatchObject({ initial_option: { value: last } });
  });

  it('lists 2,000 clients with usual names in full', () => {
    const view = renderStartForm({ ...startModel, clients: manyClients(2000, 'Northwind Traders') }, t);
    expect(fieldOf(view, FIELDS.client)).not.toHaveProperty('hint');
  });
});
