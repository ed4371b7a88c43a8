import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnNode, Peer } from '@/api';
import { routes } from '@/app/routes';
import { fakeServer, type Answer } from '@/testing/server';
import { renderRoutes } from '@/testing/render';

const kid = '00112233445566778899aabbccddeeff';
const session = (roles: string[]) => {
  const me = { id: 'r1', kind: 'region', name: 'Inge Verzinsel', roles, organisationName: 'Regio Voorbeeldland' };
  return { 'GET /session': { body: { signedIn: true, demo: false, identity: me, identities: [me] } } };
};
const peer = (more: Partial<Peer> = {}): Peer => ({
  node: 'provider-one', url: 'https://eigen.example', hosts: false, state: 'active', organisations: [{ id: 'o1', name: 'Jeugdzorg Verzonnen' }], kid,
  joinedAt: '2026-11-01T10:00:00Z', lastHeardAt: '2026-11-27T10:00:00Z', directoryNumber: 7, directoryHead: 7, refused: 0, away: false, ...more,
});
const node = (more: Partial<OwnNode> = {}): { body: OwnNode } => ({
  body: { node: 'region', url: 'https://regio.example', kid, keySince: '2026-11-01T10:00:00Z', runs: ['directory', 'cases'], role: 'host', peers: [], invitations: [], ...more },
});
const open = (own: Answer | Answer[], more: Record<string, Answer | Answer[]> = {}) => {
  const calls = fakeServer({ ...session(['node-administrator']), 'GET /api/directory/v1/organisations?limit=200': { body: { items: [{ id: 'o1', name: 'Jeugdzorg Verzonnen' }], next: null } }, 'GET /api/node/v1/node': own, ...more });
  renderRoutes(routes, '/eigen-deel');
  return calls;
};

// jsdom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('the page of a region with organisations that have their own part', () => {
  it('says in a sentence how many there are and of whom nothing is heard', async () => {
    open(node({ peers: [peer(), peer({ node: 'provider-two', organisations: [{ id: 'o2', name: 'Wijkteam Ergens' }], away: true, directoryHead: 9 }), peer({ node: 'gone', state: 'left', organisations: [{ id: 'o3', name: 'Vroeger' }] })] }));
    expect(await screen.findByRole('heading', { level: 1, name: '2 organisaties hebben een eigen deel. Van Wijkteam Ergens horen wij nu niets.' })).toBeDefined();
    const silent = within(screen.getByRole('article', { name: 'Wijkteam Ergens' }));
    expect(silent.getByText('Nu geen contact')).toBeDefined();
    expect(silent.getByText('Er zijn nog 2 veranderingen te halen')).toBeDefined();
    expect(silent.getByText('0011 2233 4455 6677 8899 aabb ccdd eeff')).toBeDefined();
    expect(within(screen.getByRole('article', { name: 'Vroeger' })).queryByRole('button')).toBeNull();
  });

  it('says what pausing does before it does it', async () => {
    const calls = open([node({ peers: [peer()] }), node({ peers: [peer({ state: 'suspended' })] })], { 'POST /api/node/v1/peers/provider-one/_suspend': { body: peer({ state: 'suspended' }) } });
    await userEvent.click(await screen.findByRole('button', { name: 'Zet stil Jeugdzorg Verzonnen' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Wilt u Jeugdzorg Verzonnen stilzetten?' }));
    expect(dialog.getByText(/kunnen dan meteen geen plan meer openen/)).toBeDefined();
    expect(calls.filter((call) => call.method === 'POST')).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Ja, zet stil' }));
    expect(await screen.findByText('Staat stil')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Zet weer aan Jeugdzorg Verzonnen' })).toBeDefined();
  });

  it('shows the code of an invitation once, and tries again under the same key when the answer was lost', async () => {
    const calls = open(node(), { 'POST /api/node/v1/invitations': [{ status: 503, body: {} }, { status: 201, body: { id: 'i1', code: 'AB12-CD34', expiresAt: '2026-12-04T10:00:00Z' } }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Maak een uitnodiging' }));
    expect(within(screen.getByRole('alert')).getByText('Kies een organisatie')).toBeDefined();
    await userEvent.selectOptions(screen.getByLabelText('Welke organisatie?'), 'Jeugdzorg Verzonnen');
    await userEvent.click(screen.getByRole('button', { name: 'Maak een uitnodiging' }));
    await screen.findByText(/Dit lukt nu even niet/);
    await userEvent.click(screen.getByRole('button', { name: 'Maak een uitnodiging' }));
    expect(await screen.findByText('AB12-CD34')).toBeDefined();
    const posts = calls.filter((call) => call.method === 'POST');
    expect(posts.map((call) => call.body)).toEqual(Array(2).fill({ organisationName: 'Jeugdzorg Verzonnen', organisationId: 'o1', days: 7 }));
    expect(new Set(posts.map((call) => call.headers.get('Idempotency-Key'))).size).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: 'Ik heb de code doorgegeven' }));
    expect(screen.queryByText('AB12-CD34')).toBeNull();
    expect((screen.getByLabelText('Welke organisatie?') as HTMLSelectElement).value).toBe('');
    expect(screen.queryByText(/Dit schreef u eerder/)).toBeNull();
  });

  it('withdraws an invitation that nobody used', async () => {
    const invitation = { id: 'i1', organisationName: 'Wijkteam Ergens', organisationId: null, expiresAt: '2026-12-04T10:00:00Z', createdAt: '2026-11-27T10:00:00Z', state: 'open' as const };
    const calls = open([node({ invitations: [invitation] }), node()], { 'DELETE /api/node/v1/invitations/i1': { status: 204 } });
    await userEvent.click(await screen.findByRole('button', { name: 'Trek uitnodiging van Wijkteam Ergens in' }));
    await waitFor(() => expect(screen.queryByText('Wijkteam Ergens')).toBeNull());
    expect(calls.some((call) => call.method === 'DELETE')).toBe(true);
  });

  it('makes a new key and says who does not know it yet', async () => {
    open(node({ peers: [peer()] }), { 'POST /api/node/v1/node/key/_renew': { body: { kid: 'ff', waitingFor: ['provider-one'] } } });
    await userEvent.click(await screen.findByRole('button', { name: 'Maak een nieuwe sleutel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, maak een nieuwe' }));
    expect(await screen.findByText(/krijgt hem vanzelf zodra er contact is: Jeugdzorg Verzonnen/)).toBeDefined();
  });

  it('is there only for whoever looks after this part', async () => {
    fakeServer(session([]));
    renderRoutes(routes, '/eigen-deel');
    expect(await screen.findByRole('heading', { name: 'Deze pagina is er niet voor u' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Eigen deel' })).toBeNull();
  });
});

describe('the page of an organisation with its own part', () => {
  const alone = node({ node: 'provider-one', url: 'https://eigen.example', role: 'member', runs: ['directory'], suggestedUrl: 'https://regio.example' });

  it('joins with the address that is filled in already and the code, and says what is wrong with the code', async () => {
    const joined = node({ role: 'member', peers: [peer({ node: 'region', url: 'https://regio.example', hosts: true })] });
    const calls = open([alone, joined], { 'POST /api/node/v1/peers': [{ status: 404, body: { code: 'invitation-unknown' } }, { status: 201, body: joined.body.peers[0] }] });
    expect(((await screen.findByLabelText('Adres van de regio')) as HTMLInputElement).value).toBe('https://regio.example');
    await userEvent.type(screen.getByLabelText('Code van de uitnodiging'), 'AB12');
    await userEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
    expect(await screen.findByRole('link', { name: /Deze code kennen zij niet/ })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Wij doen mee met een regio.' })).toBeDefined();
    expect(calls.filter((call) => call.method === 'POST').map((call) => call.body)).toEqual(Array(2).fill({ url: 'https://regio.example', code: 'AB12' }));
    expect(screen.getByText('Jeugdzorg Verzonnen')).toBeDefined();
  });

  it('says at the address when it is not secure', async () => {
    open(alone, { 'POST /api/node/v1/peers': { status: 400, body: { code: 'invalid-input', errors: [{ pointer: '/url', code: 'tls-needed', detail: '' }] } } });
    await userEvent.type(await screen.findByLabelText('Code van de uitnodiging'), 'AB12');
    await userEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
    await screen.findByRole('alert');
    expect(screen.getByLabelText('Adres van de regio').getAttribute('aria-describedby')).toContain('join-url-error');
    expect(screen.getAllByText(/Het moet met https:\/\/ beginnen/)).toHaveLength(2);
  });

  it('says so when the region is away, and leaves only after asking', async () => {
    const there = peer({ node: 'region', url: 'https://regio.example', hosts: true, away: true });
    open([node({ role: 'member', peers: [there] }), node({ role: 'member', peers: [{ ...there, state: 'left', away: false }] })], { 'POST /api/node/v1/peers/region/_leave': { body: { ...there, state: 'left' } } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Wij doen mee, maar horen nu niets van de regio.' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Stop met meedoen' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, stop met meedoen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Doe mee met een regio.' })).toBeDefined();
  });
});
