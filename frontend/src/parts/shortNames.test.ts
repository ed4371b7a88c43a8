import { describe, expect, it } from 'vitest';
import type { Case } from '@/api';
import { caseNames, shortNames } from './shortNames';

it('calls people by their first name, unless two have the same one', () => {
  const name = shortNames([{ id: '1', name: 'Anouk de Vries' }, { id: '2', name: 'Bo de Vries' }, { id: '3', name: 'Bo Jansen' }]);
  expect(['1', '2', '3', '4'].map(name)).toEqual(['Anouk', 'Bo de Vries', 'Bo Jansen', '']);
});

describe('the names of one case', () => {
  const data = {
    household: [{ id: 'm1', name: 'Els de Vries' }, { id: 'm2', name: 'Jos de Vries' }],
    involvements: [{ id: 'i1', name: 'Els Proef' }, { id: 'i2', name: 'Ruud Nergens' }, { id: 'i3', name: 'Ruud Nergens' }],
  } as unknown as Pick<Case, 'household' | 'involvements'>;
  const names = caseNames(data);

  it('are short among everybody of the family and everybody who helps', () => {
    expect(['m1', 'm2', 'i1'].map(names.of)).toEqual(['Els de Vries', 'Jos', 'Els Proef']);
  });

  it('count somebody who came back once', () => {
    expect(['i2', 'i3'].map(names.of)).toEqual(['Ruud', 'Ruud']);
    expect(names.short('Ruud Nergens')).toBe('Ruud');
  });

  it('stay whole for whoever the case does not know', () => {
    expect(names.short('Opa Cor Fantasie')).toBe('Opa Cor Fantasie');
    expect(names.actor({ kind: 'network', label: 'Opa Cor Fantasie' })).toBe('Opa Cor Fantasie');
    expect(names.actor({ kind: 'family', id: 'm2', label: 'Jos de Vries' })).toBe('Jos');
    expect(names.actor({ kind: 'professional', id: 'gone', label: 'Bram Weg' })).toBe('Bram Weg');
  });
});
