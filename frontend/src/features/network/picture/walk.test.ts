import { describe, expect, it } from 'vitest';
import { stepOf, walk } from './walk';

const stops = [
  { key: 'opa', sector: 'family', ring: 0 },
  { key: 'leila', sector: 'family', ring: 1 },
  { key: 'reza', sector: 'family', ring: 1 },
  { key: 'zohra', sector: 'family', ring: 2 },
  { key: 'truus', sector: 'neighbours', ring: 0 },
  { key: 'fleur', sector: 'professional', ring: 2 },
];

describe('walking through a picture', () => {
  it('goes from one to the next within a part, and stays at its ends', () => {
    expect(walk(stops, 'opa', 'next')).toBe('leila');
    expect(walk(stops, 'leila', 'previous')).toBe('opa');
    expect(walk(stops, 'zohra', 'next')).toBe('zohra');
    expect(walk(stops, 'opa', 'previous')).toBe('opa');
  });

  it('goes a ring out and a ring in', () => {
    expect(walk(stops, 'opa', 'further')).toBe('leila');
    expect(walk(stops, 'reza', 'further')).toBe('zohra');
    expect(walk(stops, 'zohra', 'closer')).toBe('reza');
    expect(walk(stops, 'truus', 'closer')).toBe('truus');
  });

  it('goes to another part, to the first and to the last', () => {
    expect(walk(stops, 'reza', 'nextPart')).toBe('truus');
    expect(walk(stops, 'fleur', 'previousPart')).toBe('truus');
    expect(walk(stops, 'fleur', 'nextPart')).toBe('fleur');
    expect(walk(stops, 'reza', 'first')).toBe('opa');
    expect(walk(stops, 'opa', 'last')).toBe('fleur');
  });

  it('starts at the first when who had the focus is gone', () => expect(walk(stops, 'gone', 'next')).toBe('leila'));

  it('follows the order of the list where one reads from right to left', () => {
    expect(stepOf('ArrowLeft', true)).toBe('next');
    expect(stepOf('ArrowLeft', false)).toBe('previous');
    expect(stepOf('a', false)).toBeNull();
  });
});
