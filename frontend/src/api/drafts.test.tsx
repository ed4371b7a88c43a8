import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { clearAllDrafts, readDraft, setDraftOwner, useDraft, writeDraft } from './drafts';

const hour = 3_600_000;

describe('a draft', () => {
  beforeEach(() => setDraftOwner('me'));

  it('survives a reload', () => {
    const before = renderHook(() => useDraft('card:1', { role: '', until: '' }));
    act(() => before.result.current.change({ role: 'ik help' }));
    before.unmount();
    const after = renderHook(() => useDraft('card:1', { role: '', until: '' }));
    expect(after.result.current.values).toEqual({ role: 'ik help', until: '' });
    expect(after.result.current.restored).toBe(true);
  });

  it('is not seen by another identity on the same device', () => {
    writeDraft('card:1', { role: 'geheim' });
    setDraftOwner('somebody-else');
    expect(readDraft('card:1')).toBeNull();
  });

  it('lasts a day and no longer', () => {
    writeDraft('card:1', { role: 'x' }, 0);
    expect(readDraft('card:1', 23 * hour)).not.toBeNull();
    expect(readDraft('card:1', 25 * hour)).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  it('goes away after saving, while the values stay on the page', () => {
    const { result } = renderHook(() => useDraft('card:1', { role: '' }));
    act(() => result.current.change({ role: 'klaar' }));
    act(() => result.current.saved());
    expect(readDraft('card:1')).toBeNull();
    expect(result.current.values.role).toBe('klaar');
  });

  it('can be thrown away', () => {
    writeDraft('card:1', { role: 'oud' });
    const { result } = renderHook(() => useDraft('card:1', { role: 'van de server' }));
    act(() => result.current.discard());
    expect(result.current.values.role).toBe('van de server');
    expect(readDraft('card:1')).toBeNull();
  });

  it('takes the values of the other form when the form changes', () => {
    writeDraft('card:2', { role: 'twee' });
    const { result, rerender } = renderHook(({ form }) => useDraft(form, { role: '' }), { initialProps: { form: 'card:1' } });
    rerender({ form: 'card:2' });
    expect(result.current.values.role).toBe('twee');
  });

  it('leaves nothing behind after signing out', () => {
    writeDraft('card:1', { role: 'x' });
    sessionStorage.setItem('other', 'stays');
    clearAllDrafts();
    expect(sessionStorage.length).toBe(1);
  });
});
