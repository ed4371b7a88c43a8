import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSession, type AccessEntry, type Case } from '@/api';
import { fakeServer } from '@/testing/server';
import { renderPart } from '@/testing/render';
import { WhoLooked } from './WhoLooked';

const log = '/api/cases/v1/cases/c/access-log?limit=200';
const session = { 'GET /session': { body: { signedIn: true, demo: false, identity: { id: 'p', kind: 'family', name: 'Fatima', roles: [] }, identities: [] } } };
const family = { id: 'c', household: [{ id: 'm', name: 'Fatima' }], myFamilyMemberId: 'm' } as unknown as Case;
const entry = (action: string, more: Partial<AccessEntry> = {}): AccessEntry => ({ id: action, at: new Date().toISOString(), actorKind: 'professional', who: 'Peter', organisation: 'GGZ', action, purpose: 'involved:professional', outcome: 'allowed', ...more });
const page = (items: AccessEntry[], missing: string[] = [], next: string | null = null) => ({ body: { items, next, missing } });
/** As behind the guard: shown when it is known who is signed in. */
function SignedIn() {
  return useSession().data ? <WhoLooked data={family} lead={(count) => `Deze week: ${count}`} /> : null;
}
const show = () => renderPart(<SignedIn />);
const text = () => document.body.textContent ?? '';

describe('who looked, from every part of the product', () => {
  it('tells in one sentence what somebody did in the plan and with the people around the family', async () => {
    fakeServer({ ...session, [`GET ${log}`]: page([entry('network-list-people'), entry('read-plan')]) });
    show();
    await screen.findByText('Peter', { selector: 'b' });
    expect(text()).toContain('Peter, GGZ keek wie de mensen om het gezin heen zijn en keek naar het plan.');
    expect(text()).toContain('Er keek niemand van buiten het plan.');
  });

  it('names the system of an organisation, which is nobody who looked', async () => {
    fakeServer({ ...session, [`GET ${log}`]: page([entry('subscriptions-read-feed', { actorKind: 'machine', who: null, purpose: 'organisation-feed' })]) });
    show();
    await screen.findByText('Het systeem van GGZ');
    expect(text()).toContain('Het systeem van GGZ haalde het nieuws over dit plan op.');
    expect(text()).toContain('Deze week: 0');
    expect(text()).toContain('Er keek niemand van buiten het plan.');
    expect(text()).not.toContain('Zij horen er allemaal bij');
  });

  it('says what did not work as something that was not done', async () => {
    fakeServer({ ...session, [`GET ${log}`]: page([entry('change-goal', { outcome: 'not-done' })]) });
    show();
    await screen.findByText('Peter', { selector: 'b' });
    expect(text()).toContain('wilde iets doen in het plan. Dat lukte niet.');
    expect(text()).not.toContain('veranderde een doel');
  });

  it('says which part is missing, claims nothing about it, and can try again', async () => {
    const calls = fakeServer({ ...session, [`GET ${log}`]: [page([entry('read-plan')], ['network']), page([entry('network-get-person')])] });
    show();
    await screen.findByText('Deze lijst is nu niet compleet.');
    expect(text()).toContain('Dit ontbreekt: wie keek naar de mensen om het gezin heen.');
    expect(text()).not.toContain('Er keek niemand van buiten');
    fireEvent.click(screen.getByText('Probeer opnieuw'));
    await waitFor(() => expect(text()).toContain('keek naar iemand om het gezin heen'));
    expect(text()).not.toContain('niet compleet');
    expect(calls.filter((call) => call.path === log)).toHaveLength(2);
  });

  it('reads on until the week that it counts is there, and no further', async () => {
    const old = '2020-01-01T10:00:00Z';
    fakeServer({
      ...session,
      [`GET ${log}`]: page([entry('read-plan')], [], '9,8,7'),
      [`GET /api/cases/v1/cases/c/access-log?after=9%2C8%2C7&limit=200`]: page([entry('read-case', { who: 'Karim' }), entry('read-case', { who: 'Els', at: old })], [], '6,5,4'),
    });
    show();
    await screen.findByText('Deze week: 2');
    expect(screen.getByText('Toon eerder')).toBeTruthy();
  });
});
