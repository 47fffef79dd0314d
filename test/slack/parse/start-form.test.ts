import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/index.ts';
import { renderStartForm } from '../../../src/slack/blocks/views/start-form.ts';
import { parseStartForm } from '../../../src/slack/parse/start-form.ts';
import { submittedView } from '../../support/submitted-view.ts';
import { manyClients, startModel } from '../blocks/views/sample-forms.ts';

const clients = manyClients(2, 'Northwind');
const clientId = clients[0]?.id ?? '';
const form = renderStartForm(
  {
    ...startModel,
    clients,
    team: [
      { userId: 'U1', role: 'sales' },
      { userId: 'U2', role: 'delivery' },
    ],
  },
  translate('en'),
);
const valid = { client: clientId };

describe('parseStartForm', () => {
  it('takes an untouched form with a client as it was shown', () => {
    expect(parseStartForm(submittedView(form, valid))).toEqual({
      ok: true,
      value: {
        clientChoice: { id: clientId },
        team: [
          { userId: 'U1', role: 'sales' },
          { userId: 'U2', role: 'delivery' },
        ],
        mode: 'private',
        preset: 'async',
        deadlineDate: '2026-11-27',
        question: null,
        publicConfirmed: false,
      },
    });
  });

  it('takes a new name with its spaces folded, and what was typed as a question', () => {
    const view = submittedView(form, { new_client: '  Contoso\t Ltd ', question: '  Renew?\n ', mode: 'open' });
    expect(parseStartForm(view)).toMatchObject({
      ok: true,
      value: { clientChoice: { newName: 'Contoso Ltd' }, question: 'Renew?', mode: 'open' },
    });
  });

  it('ignores the date of a live review', () => {
    const view = submittedView(form, { ...valid, preset: 'live', deadline: '2026-12-01' });
    expect(parseStartForm(view)).toMatchObject({ ok: true, value: { preset: 'live', deadlineDate: null } });
  });

  it('takes an emptied date for none', () => {
    expect(parseStartForm(submittedView(form, { ...valid, deadline: null }))).toMatchObject({
      ok: true,
      value: { deadlineDate: null },
    });
  });

  it.each([
    ['no client', {}, { new_client: 'client_missing' }],
    ['a client and a new name', { ...valid, new_client: 'Contoso' }, { new_client: 'client_both' }],
    ['a name of 200 characters', { new_client: 'x'.repeat(200) }, { new_client: 'client_name_too_long' }],
    ['a name of emoji only', { new_client: '🦊🦊' }, { new_client: 'client_name_no_letters' }],
    ['nobody', { ...valid, team_sales: [], team_delivery: [] }, { team_sales: 'team_empty' }],
    ['a person in two roles', { ...valid, team_support: ['U1'] }, { team_support: 'person_in_two_roles' }],
    ['a day that is not in the calendar', { ...valid, deadline: '2026-02-30' }, { deadline: 'deadline_invalid' }],
    ['a question of 501 characters', { ...valid, question: 'x'.repeat(501) }, { question: 'question_too_long' }],
    [
      'several mistakes',
      { team_support: ['U1'] },
      { new_client: 'client_missing', team_support: 'person_in_two_roles' },
    ],
  ])('refuses %s at its field', (_, entered, errors) => {
    expect(parseStartForm(submittedView(form, entered))).toEqual({ ok: false, errors });
  });

  it('needs the confirmation in a public channel', () => {
    const open = renderStartForm(
      { ...startModel, clients, isPublic: true, team: [{ userId: 'U1', role: 'sales' }] },
      translate('en'),
    );
    expect(parseStartForm(submittedView(open, valid))).toEqual({
      ok: false,
      errors: { public_confirmed: 'public_not_confirmed' },
    });
    expect(parseStartForm(submittedView(open, { ...valid, public_confirmed: ['yes'] }))).toMatchObject({
      ok: true,
      value: { publicConfirmed: true },
    });
  });

  it('takes the proposed team where the field for people is not sent', () => {
    const { state, ...view } = submittedView(form, valid);
    const values = Object.fromEntries(Object.entries(state.values).filter(([id]) => !id.startsWith('team_')));
    const missing = parseStartForm({ ...view, state: { values } });
    const odd = { team_sales: { team_sales: { type: 'multi_users_select', selected_option: null } } };
    const shapeless = parseStartForm({ ...view, state: { values: { ...values, ...odd } } });
    const team = [
      { userId: 'U1', role: 'sales' },
      { userId: 'U2', role: 'delivery' },
    ];
    expect(missing).toMatchObject({ ok: true, value: { team } });
    expect(shapeless).toMatchObject({ ok: true, value: { team } });
  });

  it.each([undefined, null, 7, 'x', {}, { state: null }, { state: { values: { client: 3 } }, blocks: 'no' }])(
    'refuses %j without throwing',
    (view) => {
      expect(parseStartForm(view)).toMatchObject({ ok: false });
    },
  );
});
