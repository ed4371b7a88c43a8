import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Unsent } from '@/api';
import { routes } from '@/app/routes';
import { renderRoutes } from '@/testing/render';
import { fakeServer, type Answer } from '@/testing/server';
import { unsentEntry, workAnswers } from '@/testing/away';

const outbox = 'GET /api/node/v1/outbox';
const at = (entries: Unsent[], more: Record<string, Answer | Answer[]> = {}) => ({ ...workAnswers({ away: false }), [outbox]: { body: { items: entries } }, ...more });
const conflict = unsentEntry({ state: 'conflict', kind: 'plan', body: { ownGoal: 'Weer naar school', evaluationDate: '2026-12-20' }, was: { ownGoal: 'Rust', evaluationDate: '2026-12-01' }, problem: { status: 412, current: { version: 4, ownGoal: 'Samen wonen', evaluationDate: '2026-12-01' }, changedBy: { name: 'Karim Testman' }, changedAt: '2026-11-27T10:00:00Z' } });

// jsdom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

it('tells of everything how it is with it, first what needs somebody', async () => {
  fakeServer(at([unsentEntry({ id: 'w', state: 'waiting' }), unsentEntry({ id: 'r', state: 'refused', problem: { status: 409, code: 'case-closed' } }), conflict, unsentEntry({ id: 'e', state: 'ended', caseId: null, reference: null, body: null }), unsentEntry({ id: 's', state: 'sent', body: null }), unsentEntry({ id: 'u', state: 'unsure' })]));
  renderRoutes(routes, '/nog-te-versturen');
  expect(await screen.findByText('4 dingen wachten nog.')).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Hier moet u kiezen', 'Misschien al aangekomen', 'Dit kon niet', 'Dit is niet verstuurd', 'Wacht op de regio', 'Verstuurd']);
  expect(screen.getByText(/Dit plan is afgesloten/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/outbox|node\b|sync|server|idempot/i);
});

it('lets somebody choose between two that changed the same, and says what only one changed not at all', async () => {
  const calls = fakeServer(at([conflict], { 'POST /api/node/v1/outbox/one/_send': { body: { ...conflict, state: 'waiting' } } }));
  renderRoutes(routes, '/nog-te-versturen');
  await userEvent.click(await screen.findByRole('button', { name: 'Kies wat blijft' }));
  const field = await screen.findByRole('group', { name: 'Wens van het gezin' });
  expect(screen.queryByRole('group', { name: 'Datum om terug te kijken' })).toBeNull();
  await userEvent.click(within(field).getByRole('radio', { name: /Uw tekst/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar mijn keuze' }));
  await waitFor(() => expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ body: { ownGoal: 'Weer naar school', evaluationDate: '2026-12-20' } }));
});

it('throws something away only after asking', async () => {
  const calls = fakeServer(at([unsentEntry({ state: 'waiting' })], { 'DELETE /api/node/v1/outbox/one': { status: 204 } }));
  renderRoutes(routes, '/nog-te-versturen');
  await userEvent.click(await screen.findByRole('button', { name: 'Gooi weg' }));
  expect(calls.some((call) => call.method === 'DELETE')).toBe(false);
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, gooi weg', hidden: true }));
  await waitFor(() => expect(calls.some((call) => call.method === 'DELETE')).toBe(true));
});

it('sends what may have arrived only when somebody says so', async () => {
  const calls = fakeServer(at([unsentEntry({ state: 'unsure' })], { 'POST /api/node/v1/outbox/one/_send': { body: unsentEntry({}) } }));
  renderRoutes(routes, '/nog-te-versturen');
  await userEvent.click(await screen.findByRole('button', { name: 'Verstuur toch' }));
  await waitFor(() => expect(calls.find((call) => call.method === 'POST')?.body).toEqual({}));
});

it('is not there for somebody whose plans are here', async () => {
  fakeServer(workAnswers({ away: false, host: null }));
  renderRoutes(routes, '/nog-te-versturen');
  expect(await screen.findByRole('heading', { name: 'Deze pagina is er niet voor u' })).toBeTruthy();
});
