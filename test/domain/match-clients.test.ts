import { describe, expect, it } from 'vitest';
import { matchClients } from '../../src/domain/match-clients.ts';

const CLIENTS = ['Northwind', 'North', 'Northstar', 'Ромашка', 'Ромашка Юг', 'Contoso'].map((name) => ({ name }));

describe('matchClients', () => {
  it.each([
    ['north', ['North']],
    ['NORTHW', ['Northwind']],
    ['конт', []],
    ['рома', ['Ромашка', 'Ромашка Юг']],
    ['  ромашка   юг ', ['Ромашка Юг']],
    ['northw ind', ['Northwind']],
    ['Contsoo', ['Contoso']],
    ['Contoso Group', []],
    ['!!', []],
  ])('finds for "%s": %j', (typed, names) => {
    const match = matchClients(typed, CLIENTS);
    const found = match.kind === 'one' ? [match.client] : match.kind === 'several' ? match.clients : match.nearest;
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it('tells one, several and near ones apart', () => {
    expect(matchClients('Northw', CLIENTS).kind).toBe('one');
    expect(matchClients('Nor', CLIENTS).kind).toBe('several');
    expect(matchClients('Nrothwind', CLIENTS)).toEqual({ kind: 'none', nearest: [{ name: 'Northwind' }] });
  });
});
