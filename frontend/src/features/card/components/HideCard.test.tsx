import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { setDraftOwner, type Capability, type Case, type Involvement } from '@/api';
import { fakeServer } from '@/testing/server';
import { renderPart } from '@/testing/render';
import { HideCard } from './HideCard';

const path = '/api/cases/v1/cases/c/involvements/i';
const card = { id: 'i', name: 'Peter Verzonnen', status: 'active', kind: 'professional', isCoordinator: false, version: 3, hiddenFromFamily: null } as unknown as Involvement;
const dataOf = (...capabilities: Capability[]) => ({ id: 'c', capabilities, involvements: [card] }) as unknown as Case;
const server = (answer: unknown) => fakeServer({ 'GET /session': { body: { signedIn: false, demo: false } }, 'GET /api/cases/v1/reference': { body: { legalGrounds: ['youth-act'] } }, [`PATCH ${path}`]: { body: answer } });
const button = /^Wat ziet het gezin/;

beforeEach(() => setDraftOwner('me'));

describe('hiding a card from the family', () => {
  it('asks for a ground, a reason and a last day, and sends only that', async () => {
    const until = `${new Date().getFullYear() + 1}-01-01`;
    const calls = server({ ...card, version: 4 });
    renderPart(<HideCard data={dataOf('hide')} card={card} />);
    fireEvent.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByText('Het gezin ziet deze kaart dan niet, en ook niet dat Peter Verzonnen meedoet.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/Het gezin ziet dit niet/));
    await screen.findByRole('option', { name: 'Jeugdwet' });
    fireEvent.change(screen.getByLabelText(/Op welke grond/), { target: { value: 'youth-act' } });
    fireEvent.change(screen.getByLabelText(/Waarom/), { target: { value: 'Eerst bespreken.' } });
    fireEvent.change(screen.getByLabelText(/Tot en met welke dag/), { target: { value: until } });
    fireEvent.click(screen.getByText('Bewaar'));
    await waitFor(() => expect(calls.some((call) => call.method === 'PATCH')).toBe(true));
    const sent = calls.find((call) => call.method === 'PATCH');
    expect(sent?.body).toEqual({ hiddenFromFamily: { ground: 'youth-act', reason: 'Eerst bespreken.', until } });
    expect(sent?.headers.get('If-Match')).toBe('"3"');
    expect(await screen.findByRole('button', { name: button })).toBeTruthy();
  });

  it('shows the card again with null', async () => {
    const hidden = { ...card, hiddenFromFamily: { ground: 'youth-act', reason: 'Eerst bespreken.', until: '2100-01-01' } };
    const calls = server({ ...card, version: 4 });
    renderPart(<HideCard data={dataOf('hide')} card={hidden} />);
    fireEvent.click(await screen.findByRole('button', { name: button }));
    fireEvent.click(await screen.findByLabelText(/Het gezin ziet dit niet/));
    fireEvent.click(screen.getByText('Bewaar'));
    await waitFor(() => expect(calls.find((call) => call.method === 'PATCH')?.body).toEqual({ hiddenFromFamily: null }));
  });

  it('is not there for who may not, nor for the coordinator, whom the family always sees', async () => {
    server(card);
    renderPart(
      <>
        <p>er</p>
        <HideCard data={dataOf('edit-card')} card={card} />
        <HideCard data={dataOf('hide')} card={{ ...card, isCoordinator: true }} />
      </>,
    );
    await screen.findByText('er');
    expect(screen.queryByRole('button', { name: button })).toBeNull();
  });
});
