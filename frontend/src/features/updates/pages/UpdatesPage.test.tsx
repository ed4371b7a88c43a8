import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Update } from '@/api';
import { routes } from '@/app/routes';
import { renderRoutes } from '@/testing/render';
import { fakeServer, type Answer } from '@/testing/server';

const me = { id: 'p1', kind: 'professional', name: 'Yvonne Proef', roles: [] };
const update = (number: number, caseId: string, kind: Update['kind'], itemId: string): Update => ({ number, caseId, kind, itemId, at: '2026-11-20T10:00:00Z', read: false });
const updates = [
  update(4, 'open', 'card-changed', 'i1'),
  update(3, 'open', 'goal-reached', 'g1'),
  update(2, 'left', 'card-changed', 'i9'),
  update(1, 'broken', 'goal-reached', 'g9'),
];
const answers: Record<string, Answer> = {
  'GET /session': { body: { signedIn: true, demo: false, identity: me, identities: [me] } },
  'GET /api/subscriptions/v1/updates': { body: { items: updates, next: null, unread: 4 } },
  'GET /api/cases/v1/cases?limit=200': { body: { items: [{ id: 'open', alias: 'Voorbeeld' }, { id: 'broken', alias: 'Proef' }, { id: 'quiet', alias: 'Stil' }], next: null } },
  'GET /api/cases/v1/cases/open': { body: { household: [], meetings: [], involvements: [{ id: 'i1', name: 'Ruud Nergens' }] } },
  'GET /api/cases/v1/cases/open/plan': { body: { agreements: [], goals: [{ id: 'g1', text: 'Elke week samen eten.', actions: [] }] } },
  'GET /api/cases/v1/cases/left': { status: 404, body: {} },
  'GET /api/cases/v1/cases/broken': { status: 500, body: {} },
  'GET /api/cases/v1/cases/broken/plan': { status: 500, body: {} },
};

it('names what each update is about, and keeps the kind where that cannot be read', async () => {
  const calls = fakeServer(answers);
  renderRoutes(routes, '/berichten');
  await screen.findByText('Ruud Nergens');
  await screen.findByText('Elke week samen eten');
  await waitFor(() => expect(calls.filter((call) => call.path.startsWith('/api/cases/v1/cases/')).length).toBe(5));
  const rows = [...document.querySelectorAll('.ep-ledger > li')].map((row) => row.textContent);
  expect(rows[0]).toContain('Een kaart is veranderd: Ruud Nergens');
  expect(rows[1]).toContain('Een doel is gelukt: Elke week samen eten');
  expect(rows[2]).toMatch(/U hoort daar niet meer bij.*Een kaart is veranderdU/);
  expect(rows[3]).toMatch(/Proef.*Een doel is geluktU/);
  expect(screen.getByRole('link', { name: /^Lees: Een kaart is veranderd: Ruud Nergens/ })).toBeTruthy();
  // Only what is shown is read: not the family without news, and no plan for news about a card.
  expect(calls.map((call) => call.path).filter((path) => path.includes('/cases/') && !path.includes('?')).sort()).toEqual([
    '/api/cases/v1/cases/broken',
    '/api/cases/v1/cases/broken/plan',
    '/api/cases/v1/cases/left',
    '/api/cases/v1/cases/open',
    '/api/cases/v1/cases/open/plan',
  ]);
});
