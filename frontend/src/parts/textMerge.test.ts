import { describe, expect, it } from 'vitest';
import { changedPieces, mergeTexts, textChanges } from './textMerge';

const base = 'Thuis maken we minder ruzie. We weten wat we dan doen.';
const theirs = 'Thuis maken we bijna geen ruzie meer. We weten wat we dan doen.';
const mine = 'Thuis maken we minder ruzie. We weten wat we dan doen en wie we dan bellen.';

describe('two people change one text', () => {
  it('puts both changes in one text when they do not touch', () => {
    expect(mergeTexts(base, theirs, mine)).toEqual({ text: 'Thuis maken we bijna geen ruzie meer. We weten wat we dan doen en wie we dan bellen.', clean: true });
  });

  it('keeps both whole texts when the same words were changed', () => {
    expect(mergeTexts('Rust thuis.', 'Rust en vrede.', 'Rust en slaap.')).toEqual({ text: 'Rust en vrede.\nRust en slaap.', clean: false });
  });

  it('keeps both texts when nothing stood there before', () => {
    expect(mergeTexts('', 'Eerste tekst', 'Tweede tekst')).toEqual({ text: 'Eerste tekst\nTweede tekst', clean: false });
  });

  it('keeps the other text when mine clears it', () => {
    expect(mergeTexts(base, theirs, '').text).toBe(theirs);
  });

  it('marks what is new in a text', () => {
    expect(changedPieces(base, mine).filter((piece) => piece.changed).map((piece) => piece.text.trim())).toEqual(['en wie we dan bellen']);
    expect(changedPieces(base, mine).map((piece) => piece.text).join('')).toBe(mine);
  });

  it('says in words what came and what went', () => {
    expect(textChanges(base, theirs)).toEqual([{ removed: 'minder', added: 'bijna geen' }, { removed: '', added: 'meer' }]);
    expect(textChanges(base, mine)).toEqual([{ removed: '', added: 'en wie we dan bellen' }]);
    expect(textChanges('a b', 'a b')).toEqual([]);
  });

  it('compares letters with accents and other scripts word by word', () => {
    expect(textChanges('één plan voor ons', 'één plan voor iedereen')).toEqual([{ removed: 'ons', added: 'iedereen' }]);
    expect(textChanges('خانه آرام', 'خانه امن')).toEqual([{ removed: 'آرام', added: 'امن' }]);
  });
});
