import { describe, expect, it } from 'vitest';
import { fieldOf, missing, noPerson, toNew, toValues } from './person';

describe('a person in a form', () => {
  it('sends only what was said', () => {
    expect(toNew({ ...noPerson, name: ' Opa Farid ', sector: 'family', domains: ['raising'] })).toEqual({ name: 'Opa Farid', sector: 'family', domains: ['raising'] });
  });

  it('asks for a name and a place only', () => {
    expect(missing(noPerson)).toEqual(['name', 'sector']);
    expect(missing(noPerson, ['relation'])).toEqual([]);
    expect(missing({ ...noPerson, name: '  ' }, ['name'])).toEqual(['name']);
  });

  it('shows what nobody said as nothing chosen', () => {
    expect(toValues({ id: '1', version: 1, name: 'Ali', relation: null, sector: 'neighbours', frequency: null, quality: null, domains: [], supportTypes: [], wish: null })).toMatchObject({ relation: '', frequency: '', quality: '', wish: '' });
  });

  it('finds the control of an error, also within a list', () => {
    expect(fieldOf('/domains/1')).toBe('person-domains');
    expect(fieldOf('/other')).toBeNull();
  });
});
