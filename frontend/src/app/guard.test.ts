import { describe, expect, it } from 'vitest';
import type { Identity, Session } from '@/api';
import type { RouteHandle } from '@/routing';
import { returnPath, signInFrom } from '@/routing';
import { decide } from './guard';

const identity = (kind: Identity['kind']): Identity => ({ id: '1', kind, name: 'Samira', roles: [] });
const as = (who: Identity | null): Session => ({ signedIn: true, demo: false, identity: who, identities: who ? [who] : [] });
const out: Session = { signedIn: false, demo: false };
const forFamily: RouteHandle = { titleKey: 'x', shell: 'family', kinds: ['family'] };

describe('the guard', () => {
  it('shows a page to the kinds it is for', () => expect(decide(forFamily, as(identity('family')))).toBe('show'));
  it('says the same to others as for a page that is not there', () => {
    expect(decide(forFamily, as(identity('professional')))).toBe('not-for-you');
    expect(decide(undefined, as(identity('family')))).toBe('not-for-you');
  });
  it('shows a page for a role only to whoever has it', () => {
    const forRole: RouteHandle = { titleKey: 'x', shell: 'desk', kinds: ['region'], role: 'node-administrator' };
    expect(decide(forRole, as(identity('region')))).toBe('not-for-you');
    expect(decide(forRole, as({ ...identity('region'), roles: ['node-administrator'] }))).toBe('show');
    expect(decide(forRole, as({ ...identity('family'), roles: ['node-administrator'] }))).toBe('not-for-you');
  });
  it('treats a page without a rule as not there, also when signed out', () => expect(decide({ shell: 'own' }, out)).toBe('not-for-you'));
  it('asks who it is when signed out', () => expect(decide(forFamily, out)).toBe('sign-in'));
  it('asks for a choice when somebody has several roles', () => expect(decide(forFamily, as(null))).toBe('choose-identity'));
  it('shows a public page to everybody', () => expect(decide({ titleKey: 'x', shell: 'bare', public: true }, out)).toBe('show'));
});

describe('the way back after signing in', () => {
  it('goes back to where one was', () => expect(returnPath(new URL(signInFrom('/gezinnen/1'), 'http://x').search)).toBe('/gezinnen/1'));
  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)'])('never follows %s', (path) => expect(returnPath(`?terug=${encodeURIComponent(path)}`)).toBeNull());
});
