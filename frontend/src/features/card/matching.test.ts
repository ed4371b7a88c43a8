import { describe, expect, it } from 'vitest';
import type { Gives, Wants } from '@/api';
import { askedOfMe, covers, toldAboutTreatment, wantedBy, wantState } from './matching';

const subjects = [
  { code: 'home', parent: null }, { code: 'home.safety', parent: 'home' }, { code: 'wellbeing', parent: null }, { code: 'wellbeing.treatment', parent: 'wellbeing' }, { code: 'school', parent: null },
];
const card = (id: string, gives: Gives[], wants: Wants[] = [], status: 'active' | 'ended' = 'active') => ({ id, name: id, gives, wants, status });
const want = (subject: string, about: string[], from?: string): Wants => ({ subject, about, from });

describe('what is wanted and what is told', () => {
  it('a subject covers itself and what stands under it', () => {
    expect([covers('home', 'home.safety', subjects), covers('home.safety', 'home.safety', subjects), covers('home.safety', 'home', subjects)]).toEqual([true, true, false]);
  });

  it('is met by the same or a broader subject about every person', () => {
    expect(wantState(want('home.safety', ['a', 'b']), [card('Peter', [{ subject: 'home', about: ['a', 'b'] }])], subjects)).toEqual({ state: 'met', by: ['Peter'], missing: [] });
  });

  it('is partly met by a narrower subject, or about some of the persons', () => {
    const others = [card('Peter', [{ subject: 'home.safety', about: ['a'] }])];
    expect(wantState(want('home', ['a']), others, subjects)).toEqual({ state: 'partly', by: ['Peter'], missing: [] });
    expect(wantState(want('home.safety', ['a', 'b']), others, subjects)).toEqual({ state: 'partly', by: ['Peter'], missing: ['b'] });
  });

  it('is not met by a card that ended or by another than who was asked', () => {
    expect(wantState(want('school', ['a']), [card('Els', [{ subject: 'school', about: ['a'] }], [], 'ended')], subjects).state).toBe('unmet');
    expect(wantState(want('school', ['a'], 'Peter'), [card('Els', [{ subject: 'school', about: ['a'] }])], subjects).state).toBe('unmet');
  });

  it('tells who wants what I tell', () => {
    const others = [card('Peter', [], [want('home', ['a'])]), card('Els', [], [want('home', ['b'])]), card('Ton', [], [want('home', ['a'], 'Els')])];
    expect(wantedBy({ subject: 'home.safety', about: ['a'] }, 'me', others, subjects)).toEqual(['Peter']);
  });

  it('asks of me only what is asked of me, or what nobody else tells', () => {
    const others = [card('Peter', [], [want('home', ['a']), want('school', ['a']), want('home', ['a'], 'Els')]), card('Els', [{ subject: 'school', about: ['a'] }])];
    expect(askedOfMe('me', [], others, subjects).map((asked) => [asked.name, asked.want.subject, asked.told])).toEqual([['Peter', 'home', false]]);
    expect(askedOfMe('me', [{ subject: 'home', about: ['a'] }], others, subjects)[0]?.told).toBe(true);
  });

  it('a notice about a treatment reaches only who wants to know it about that person', () => {
    const others = [card('Olga', [], [want('wellbeing', ['a'])]), card('Els', [], [want('wellbeing.treatment', ['b'])]), card('Ton', [], [want('school', ['a'])])];
    expect(toldAboutTreatment('me', 'a', others, subjects)).toEqual(['Olga']);
  });
});
