import { expect, it } from 'vitest';
import { shortNames } from './shortNames';

it('calls people by their first name, unless two have the same one', () => {
  const name = shortNames([{ id: '1', name: 'Anouk de Vries' }, { id: '2', name: 'Bo de Vries' }, { id: '3', name: 'Bo Jansen' }]);
  expect(['1', '2', '3', '4'].map(name)).toEqual(['Anouk', 'Bo de Vries', 'Bo Jansen', '']);
});
