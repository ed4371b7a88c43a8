import { describe, expect, it } from 'vitest';
import { fakeServer } from '@/testing/server';
import { changedFields, mergeFields, same } from './merge';
import { ConflictError, saveMerging } from './save';

const base = { text: 'minder ruzie', due: '2026-12-01' as string | null, members: ['a'], version: 3 };
type Fields = { text: string; due: string | null; members: string[] };
const fields = ['text', 'due', 'members'] as const;

describe('a three-way merge', () => {
  it('keeps both changes when they are in different fields', () => {
    const merge = mergeFields(base, { text: 'bijna geen ruzie' }, { ...base, due: '2026-12-08' });
    expect(merge).toEqual({ changes: { text: 'bijna geen ruzie' }, theirFields: ['due'], conflicts: [] });
  });

  it('asks when both changed the same field', () => {
    const merge = mergeFields(base, { text: 'mijn tekst' }, { ...base, text: 'hun tekst' });
    expect(merge.changes).toEqual({});
    expect(merge.conflicts).toEqual([{ field: 'text', base: 'minder ruzie', mine: 'mijn tekst', theirs: 'hun tekst' }]);
  });

  it('sees no conflict when both made the same of it', () => {
    const merge = mergeFields(base, { members: ['a', 'b'] }, { ...base, members: ['a', 'b'] });
    expect(merge).toEqual({ changes: {}, theirFields: [], conflicts: [] });
  });

  it('counts clearing a field as a change', () => {
    expect(mergeFields(base, { due: null }, base).changes).toEqual({ due: null });
  });

  it('does not take an untouched field for mine', () => {
    expect(changedFields<Fields>(base, { text: base.text, members: ['a'] })).toEqual({});
  });

  it('compares content and not identity', () => {
    expect(same({ a: [1, { b: 2 }], c: undefined }, { a: [1, { b: 2 }] })).toBe(true);
    expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
  });
});

describe('saving on top of somebody else', () => {
  it('saves my field again on the current version', async () => {
    const current = { ...base, due: '2026-12-08', version: 4 };
    const calls = fakeServer({ 'PATCH /x': [{ status: 412, body: { current, changedBy: { name: 'Samira' } } }, { body: { ...current, text: 'nieuw', version: 5 } }] });
    const saved = await saveMerging<Fields, typeof base>('/x', base, { text: 'nieuw' }, fields);
    expect(saved.alsoChangedBy).toBe('Samira');
    expect(calls[1]?.headers.get('If-Match')).toBe('"4"');
    expect(calls[1]?.body).toEqual({ text: 'nieuw' });
  });

  it('asks nothing of the server when nothing changed', async () => {
    const calls = fakeServer({});
    expect((await saveMerging<Fields, typeof base>('/x', base, { text: base.text, due: base.due }, fields)).item).toBe(base);
    expect(calls).toEqual([]);
  });

  it('saves nothing and says what clashes when it is the same field', async () => {
    const current = { ...base, text: 'hun tekst', version: 4 };
    const calls = fakeServer({ 'PATCH /x': { status: 412, body: { current, changedBy: { name: 'Samira' } } } });
    const error = await saveMerging<Fields, typeof base>('/x', base, { text: 'mijn tekst' }, fields).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError<Fields>).conflicts).toHaveLength(1);
    expect(calls).toHaveLength(1);
  });
});
