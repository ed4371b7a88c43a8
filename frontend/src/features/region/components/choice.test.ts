import { describe, expect, it } from 'vitest';
import { ceiling } from './BarChart';
import { addMonths, ends, queryOf, readChoice } from './choice';

describe('The choice of a period', () => {
  it('counts months over the years', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2025-12', 13)).toBe('2027-01');
  });

  it('is read from the address, and what is not a choice is left out', () => {
    expect(readChoice(new URLSearchParams('municipality=proefdorp&period=month&until=2026-09'))).toEqual({ municipality: 'proefdorp', period: 'month', until: '2026-09' });
    expect(readChoice(new URLSearchParams('period=week&until=<b>'))).toEqual({ municipality: '', period: 'quarter', until: '' });
  });

  it('ends with what is over, and with the quarters that are over of the running year', () => {
    expect(ends('quarter', '2026-09').slice(0, 3)).toEqual(['2026-09', '2026-06', '2026-03']);
    expect(ends('month', '2026-09').slice(0, 2)).toEqual(['2026-09', '2026-08']);
    expect(ends('year', '2026-09')).toEqual(['2026-09', '2025-12', '2024-12', '2023-12', '2022-12']);
    expect(ends('year', '2026-12')).toEqual(['2026-12', '2025-12', '2024-12', '2023-12']);
  });

  it('asks for whole years until where they are over', () => {
    expect(queryOf({ municipality: 'x', period: 'year', until: '' }, '2026-09', false)).toEqual({ period: 'year', from: '2022-01', until: '2026-09', municipality: 'x' });
    expect(queryOf({ municipality: 'x', period: 'year', until: '' }, '2026-09', true)).toEqual({ period: 'year', from: '2026-01', until: '2026-09' });
    expect(queryOf({ municipality: '', period: 'quarter', until: '' }, '2026-09', false)).toEqual({ period: 'quarter', from: '2024-10', until: '2026-09', municipality: 'region' });
  });

  it('puts a round number over the highest bar', () => {
    expect([0, 1, 9, 11, 24, 26, 214].map(ceiling)).toEqual([1, 1, 10, 20, 25, 50, 250]);
  });
});
