import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Staff } from '@/api';
import { routes } from '@/app/routes';
import { fakeServer, type Answer } from '@/testing/server';
import { renderRoutes } from '@/testing/render';

const list = 'GET /api/directory/v1/professionals?limit=200';
const person = (more: Partial<Staff> = {}): Staff => ({
  id: 'p1', name: 'Joris Verzinsel', function: 'Mentor', phone: '06 00 00 02 10', email: 'joris@verzonnen.example', preferredChannel: 'phone', roles: [], account: 'joris.verzinsel', active: true, version: 1, ...more,
});
const ruud = person({ id: 'p2', name: 'Ruud Nergens', account: 'ruud.nergens' });
const gone = person({ id: 'p3', name: 'Daan Fictief', active: false });
const me = { id: 'a1', kind: 'administrator', name: 'Mo Testpersoon', roles: [], organisationId: 'o1', organisationName: 'Jeugdzorg Verzonnen' };
const people = (...items: Staff[]): Answer => ({ body: { items, next: null } });
const open = (path: string, more: Record<string, Answer | Answer[]> = {}, kind = 'youth-care') => {
  const calls = fakeServer({
    'GET /session': { body: { signedIn: true, demo: false, identity: me, identities: [me] } },
    'GET /api/directory/v1/organisations/o1': { body: { id: 'o1', name: 'Jeugdzorg Verzonnen', kind } },
    [list]: people(person(), ruud, gone),
    ...more,
  });
  renderRoutes(routes, path);
  return calls;
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

describe('the people of an organisation', () => {
  it('are all there, page after page, and who left stands apart without a deed', async () => {
    open('/medewerkers', { [list]: { body: { items: [person(), gone], next: 'more' } }, 'GET /api/directory/v1/professionals?limit=200&after=more': people(ruud) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Bij Jeugdzorg Verzonnen werken 2 mensen.' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Verander de gegevens van Ruud Nergens' }).getAttribute('href')).toBe('/medewerkers/p2');
    expect(screen.getByRole('link', { name: 'Joris Verzinsel gaat weg' }).getAttribute('href')).toBe('/medewerkers/p1/vertrek');
    const left = screen.getByText('Eén persoon ging weg').closest('details');
    expect(within(left!).getByText('Daan Fictief')).toBeDefined();
    expect(within(left!).queryByRole('link')).toBeNull();
  });

  it('are maintained elsewhere: the page says so and has nothing to press', async () => {
    open('/medewerkers', { [list]: { status: 409, body: { code: 'maintained-elsewhere', detail: '' } } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Jeugdzorg Verzonnen houdt haar mensen bij in haar eigen deel' })).toBeDefined();
    const main = within(screen.getByRole('main'));
    expect(main.queryByRole('link')).toBeNull();
    expect(main.queryByRole('button')).toBeNull();
  });
});

describe('somebody new', () => {
  it('is added once everything needed is there, and what the directory refuses stands at its field', async () => {
    const calls = open('/medewerkers/nieuw', {
      'POST /api/directory/v1/professionals': [{ status: 400, body: { errors: [{ pointer: '/account', code: 'account-in-use', detail: '' }, { pointer: '/name', code: 'too-long', detail: '' }] } }, { status: 201, body: person({ id: 'p9' }) }],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Voeg toe' }));
    expect(screen.getAllByText('Schrijf op hoe deze persoon inlogt').length).toBeGreaterThan(0);
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(0);

    await userEvent.type(screen.getByLabelText('Naam'), ' Zoë Verzonnen ');
    await userEvent.type(screen.getByLabelText('Functie'), 'Coach');
    await userEvent.type(screen.getByLabelText('Inlognaam'), 'zoe.verzonnen');
    await userEvent.click(screen.getByRole('button', { name: 'Voeg toe' }));
    expect((await screen.findAllByText('Deze inlognaam hoort al bij iemand van uw organisatie. Kies een andere.')).length).toBe(2);
    expect(screen.getAllByText('Dit is te lang').length).toBe(2);
    expect(screen.queryByText('Gezinnen aanmelden')).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Voeg toe' }));
    expect(await screen.findByRole('heading', { level: 1, name: /werken 2 mensen/ })).toBeDefined();
    const sent = calls.filter((call) => call.method === 'POST').at(-1)!;
    expect(sent.body).toEqual({ name: 'Zoë Verzonnen', function: 'Coach', phone: null, email: null, preferredChannel: null, roles: [], account: 'zoe.verzonnen' });
    expect(sent.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('may register families when it is a wijkteam', async () => {
    open('/medewerkers/nieuw', {}, 'neighbourhood-team');
    expect(await screen.findByLabelText(/Gezinnen aanmelden/)).toBeDefined();
  });
});

describe('a change', () => {
  it('sends what changed on the state that was seen, and shows two versions of one field', async () => {
    const calls = open('/medewerkers/p1', {
      'PATCH /api/directory/v1/professionals/p1': [{ status: 412, body: { current: person({ function: 'Teamleider', version: 2 }) } }, { body: person({ function: 'Coach', version: 3 }) }],
    });
    const field = await screen.findByLabelText('Functie');
    await userEvent.clear(field);
    await userEvent.type(field, 'Coach');
    await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
    expect(await screen.findByRole('group', { name: 'Functie' })).toBeDefined();
    const [sent] = calls.filter((call) => call.method === 'PATCH');
    expect(sent!.body).toEqual({ function: 'Coach' });
    expect(sent!.headers.get('If-Match')).toBe('"1"');
  });
});

describe('somebody who leaves', () => {
  it('says what it does, with and without somebody who goes on, and asks that colleague', async () => {
    const calls = open('/medewerkers/p1/vertrek', { 'POST /api/directory/v1/professionals/p1/_leave': { body: person({ active: false, version: 2 }) } });
    expect(await screen.findByText(/Niemand krijgt de vraag/)).toBeDefined();
    const select = screen.getByLabelText('Wie gaat verder met het werk van Joris Verzinsel?');
    expect(within(select).getAllByRole('option').map((option) => option.textContent)).toEqual(['Niemand, dat regelen anderen', 'Ruud Nergens, Mentor']);
    await userEvent.selectOptions(select, 'p2');
    expect(screen.getByText('Ruud Nergens krijgt de vraag om het over te nemen, voor elk gezin waar Ruud Nergens nog niet meedoet. Tot het ja ziet Ruud Nergens niets van dat gezin.')).toBeDefined();
    expect(screen.queryByText(/Niemand krijgt de vraag/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Joris Verzinsel werkt niet meer bij ons' }));
    await waitFor(() => expect(calls.some((call) => call.method === 'POST')).toBe(true));
    const sent = calls.find((call) => call.method === 'POST')!;
    expect(sent.body).toEqual({ successorId: 'p2' });
    expect(sent.headers.get('If-Match')).toBe('"1"');
    expect(await screen.findByText('Joris Verzinsel werkt niet meer bij u. De toegang is gestopt.')).toBeDefined();
  });

  it('is not somebody who left already', async () => {
    open('/medewerkers/p3/vertrek');
    expect(await screen.findByRole('heading', { level: 1, name: /niet/i })).toBeDefined();
    expect(screen.queryByRole('button', { name: /werkt niet meer bij ons/ })).toBeNull();
  });
});
