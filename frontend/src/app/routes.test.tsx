import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { matchRoutes, type RouteObject } from 'react-router';
import { changeLanguage } from '@/i18n';
import { renderRoutes } from '@/testing/render';
import { pages } from '@/routing';
import { fakeServer } from '@/testing/server';
import { routes } from './routes';

const accounts = { items: [{ account: 'samira', name: 'Samira Voorbeeld', kind: 'family', description: { nl: 'ziet alles wat van haar is', en: 'sees all that is hers' } }] };
const out = { signedIn: false, demo: true };

const leaves = (list: RouteObject[]): RouteObject[] => list.flatMap((route) => (route.children ? leaves(route.children) : [route]));

describe('the routes', () => {
  it('all say who may open them, except the one for what is not there', () => {
    const without = leaves(routes).filter((route) => !route.handle).map((route) => route.path);
    expect(without).toEqual(['*']);
  });

  it('have a page for every address that features link to', () => {
    const addresses = Object.values(pages).map((page) => (typeof page === 'string' ? page : (page as (...ids: string[]) => string)('one', 'two')));
    expect(addresses.filter((address) => matchRoutes(routes, address)?.at(-1)?.route.path === '*')).toEqual([]);
  });

  it('have no page outside the list of addresses, which is what the browser journeys walk through', () => {
    const known = Object.values(pages).map((page) => (typeof page === 'string' ? page : (page as (...ids: string[]) => string)(':', ':')));
    const paths = leaves(routes).flatMap((route) => (route.path === undefined || route.path === '*' ? [] : [route.path.replace(/:\w+/g, ':')]));
    expect(paths.filter((path) => !known.includes(path))).toEqual([]);
  });

  it('lead somebody who is signed out to the sign-in page with the demo accounts', async () => {
    fakeServer({ 'GET /session': { body: out }, 'GET /session/demo-accounts': { body: accounts } });
    const { router } = renderRoutes(routes, '/');
    expect(await screen.findByRole('button', { name: /Samira Voorbeeld/ })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/inloggen');
    expect(screen.getByRole('note').textContent).toContain('verzonnen');
    expect(screen.queryByText('Wij hebben u uitgelogd.')).toBeNull();
  });

  it('sign in as the account that is chosen and go to the first page of that person', async () => {
    const me = { id: 'm1', kind: 'region', name: 'Inge Verzinsel', roles: [] };
    const calls = fakeServer({
      'GET /session': { body: out },
      'GET /session/demo-accounts': { body: accounts },
      'POST /session/demo': { body: { signedIn: true, demo: true, identity: me, identities: [me] } },
    });
    const { router } = renderRoutes(routes, '/inloggen');
    await userEvent.click(await screen.findByRole('button', { name: /Samira Voorbeeld/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/regio'));
    expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ account: 'samira' });
  });

  it('leave no way back to the page where somebody signed out', async () => {
    const me = { id: 'm1', kind: 'region', name: 'Inge Verzinsel', roles: [] };
    fakeServer({
      'GET /session': { body: { signedIn: true, demo: true, identity: me, identities: [me] } },
      'GET /session/demo-accounts': { body: accounts },
      'GET /api/reporting/v1/indicators?period=year': { status: 503, body: {} },
      'DELETE /session': { status: 204 },
    });
    const { router } = renderRoutes(routes, '/regio');
    await userEvent.click(await screen.findByRole('button', { name: 'Log uit' }));
    await waitFor(() => expect(router.state.location.pathname + router.state.location.search).toBe('/inloggen'));
  });

  it('say to whom we signed out that this is so, and that nothing is lost', async () => {
    const me = { id: 'm1', kind: 'region', name: 'Inge Verzinsel', roles: [] };
    fakeServer({
      'GET /session': [{ body: { signedIn: true, demo: true, identity: me, identities: [me] } }, { body: out }],
      'GET /session/demo-accounts': { body: accounts },
      'GET /api/reporting/v1/indicators?period=year': { status: 401, body: {} },
    });
    const { router } = renderRoutes(routes, '/regio');
    expect((await screen.findByText('Wij hebben u uitgelogd.')).parentElement?.textContent).toContain('Wat u schreef, is bewaard in dit tabblad.');
    expect(router.state.location.pathname + router.state.location.search).toBe('/inloggen?terug=%2Fregio');
  });

  it('send a family with a code to the region when plans are not kept here', async () => {
    fakeServer({ 'GET /session': { body: out }, 'GET /session/demo-accounts': { body: accounts }, 'POST /session/code': { status: 409, body: { code: 'families-elsewhere' } } });
    renderRoutes(routes, '/inloggen');
    await userEvent.type(await screen.findByLabelText('Uw code'), 'ABC');
    await userEvent.click(screen.getByRole('button', { name: 'Gebruik de code' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Gebruik het adres op uw brief.');
  });

  it('keep what was typed when the language changes', async () => {
    fakeServer({ 'GET /session': { body: out }, 'GET /session/demo-accounts': { body: accounts } });
    renderRoutes(routes, '/inloggen');
    const field = await screen.findByLabelText('Uw code');
    await userEvent.type(field, 'ABC');
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(((await screen.findByLabelText('Your code')) as HTMLInputElement).value).toBe('ABC');
    expect(await screen.findByLabelText('Your code')).toBe(field);
    await changeLanguage('nl');
  });

  it('say what is wrong with an empty code, at the field and in the summary', async () => {
    fakeServer({ 'GET /session': { body: out }, 'GET /session/demo-accounts': { body: accounts } });
    renderRoutes(routes, '/inloggen');
    await userEvent.click(await screen.findByRole('button', { name: 'Gebruik de code' }));
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    const field = screen.getByLabelText('Uw code');
    expect(field.getAttribute('aria-describedby')).toContain('code-error');
    await userEvent.click(screen.getByRole('link', { name: 'Vul uw code in' }));
    expect(document.activeElement).toBe(field);
  });
});
