import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { routes } from '@/app/routes';
import { workAnswers } from '@/testing/away';
import { renderRoutes } from '@/testing/render';
import { fakeServer } from '@/testing/server';

it('shows where somebody takes part by reference, and says as of when', async () => {
  fakeServer(workAnswers({ away: true }));
  renderRoutes(routes, '/werk');
  expect(await screen.findByRole('heading', { level: 1, name: 'Uw gezinnen' })).toBeTruthy();
  expect(await screen.findByText(/^De regio is nu niet bereikbaar\. U ziet wat er om \d\d\.\d\d uur bekend was\.$/)).toBeTruthy();
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['6V4K-XP2V', 'R7CD-99HK']);
  expect(screen.getByText('2 berichten')).toBeTruthy();
});

it('shows a name only when it is asked for, and keeps it on the screen only', async () => {
  const answers = workAnswers({ away: true });
  const calls = fakeServer({ ...answers, 'GET /api/cases/v1/cases/c': { body: { id: 'c', alias: 'Familie Proef' } } });
  const { client } = renderRoutes(routes, '/werk');
  await userEvent.click(await screen.findByRole('button', { name: /^Toon de naam.*6V4K-XP2V$/ }));
  expect(await screen.findByText('Familie Proef')).toBeTruthy();
  expect(calls.filter((call) => call.path === '/api/cases/v1/cases/c')).toHaveLength(1);
  expect(JSON.stringify(client.getQueryCache().getAll().map((query) => query.state.data))).not.toContain('Familie Proef');
});

it('says that a name cannot be shown while the region does not answer', async () => {
  fakeServer(workAnswers({ away: true }));
  renderRoutes(routes, '/werk');
  await userEvent.click(await screen.findByRole('button', { name: /^Toon de naam.*6V4K-XP2V$/ }));
  expect(await screen.findByText('Kan nu niet')).toBeTruthy();
});

it('is the ordinary start page when the region answers', async () => {
  const calls = fakeServer(workAnswers({ away: false }));
  renderRoutes(routes, '/werk');
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeTruthy());
  expect(screen.queryByText(/niet bereikbaar/)).toBeNull();
  expect(calls.some((call) => call.path === '/api/node/v1/case-list')).toBe(false);
});
