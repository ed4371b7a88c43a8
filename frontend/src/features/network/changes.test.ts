import { describe, expect, it } from 'vitest';
import type { Person } from '@/api';
import { compare } from './changes';

const person = (id: string, more: Partial<Person> = {}): Person => ({ id, name: id, relation: null, sector: 'family', frequency: 'sometimes', quality: 'mixed', domains: [], supportTypes: [], wish: null, version: 1, ...more });

describe('a network at two moments', () => {
  it('tells who came and who went', () => {
    expect([...compare([person('Opa'), person('Ali')], [person('Opa'), person('Truus'), person('Bas')])]).toEqual([
      ['added', ['Truus', 'Bas']],
      ['gone', ['Ali']],
    ]);
  });

  it('tells who is seen more or less, and where contact became better or less good', () => {
    const before = [person('Opa'), person('Ali'), person('Bas', { quality: 'conflict' })];
    const after = [person('Opa', { frequency: 'often', quality: 'tense' }), person('Ali', { frequency: 'rarely' }), person('Bas', { quality: 'good' })];
    expect(Object.fromEntries(compare(before, after))).toEqual({ moreOften: ['Opa'], lessGood: ['Opa'], lessOften: ['Ali'], better: ['Bas'] });
  });

  it('tells who helps with something more, and with something no longer', () => {
    expect(Object.fromEntries(compare([person('Opa', { domains: ['money'] })], [person('Opa', { domains: ['raising'] })]))).toEqual({ helpsMore: ['Opa'], helpsLess: ['Opa'] });
  });

  it('says nothing of what nobody said at one of the moments, nor of another name, another wish or another order', () => {
    const before = [person('Opa', { frequency: null }), person('Ali', { quality: null })];
    const after = [person('Ali', { name: 'Ali B.', wish: 'more' }), person('Opa', { quality: null })];
    expect(compare(before, after).size).toBe(0);
  });
});
