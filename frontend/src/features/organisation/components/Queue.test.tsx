import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewQueue, Queue as View } from '@/api';
import { renderPart } from '@/testing/render';
import { fakeServer, type Answer } from '@/testing/server';
import { Queue } from './Queue';

const path = '/api/subscriptions/v1/organisation-subscription/queue';
const nothing: View = { state: 'none', address: null, virtualHost: null, queue: null, asideQueue: null, userName: null, askedAt: null, head: 9, published: 0, publishedAt: null, inQueue: null, setAside: null, readers: null };
const ready: View = {
  ...nothing, state: 'ready', address: 'amqps://postbus.example', virtualHost: 'organisations', queue: 'feed.o1', asideQueue: 'feed.o1.aside', userName: 'organisations-o1-1', askedAt: '2026-11-27T10:00:00Z',
  published: 9, publishedAt: '2026-11-27T10:00:00Z', inQueue: 0, setAside: 0, readers: 1,
};
const made: NewQueue = { address: 'amqps://postbus.example', virtualHost: 'organisations', queue: 'feed.o1', asideQueue: 'feed.o1.aside', userName: 'organisations-o1-1', password: 'geheim-woord' };
const show = (queue: View | View[], more: Record<string, Answer | Answer[]> = {}) => {
  const answers = Array.isArray(queue) ? queue.map((body) => ({ body })) : { body: queue };
  const calls = fakeServer({ [`GET ${path}`]: answers, ...more });
  renderPart(<Queue />);
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
});

describe('the own queue of an organisation', () => {
  it('says so when none is offered, and offers no button', async () => {
    show({ ...nothing, state: 'not-offered' });
    expect(await screen.findByText(/biedt geen postbus aan/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows the password once', async () => {
    const calls = show([nothing, ready], { [`POST ${path}`]: { status: 201, body: made } });
    await userEvent.click(await screen.findByRole('button', { name: 'Vraag een postbus aan' }));
    expect(await screen.findByText('geheim-woord')).toBeDefined();
    expect(calls.find((call) => call.method === 'POST')?.headers.get('Idempotency-Key')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Ik heb het wachtwoord bewaard' }));
    expect(screen.queryByText('geheim-woord')).toBeNull();
    expect(screen.getByText('Uw postbus is leeg: uw systeem heeft alles.')).toBeDefined();
  });

  it('says how far it is, what lies aside and that nobody listens', async () => {
    show({ ...ready, published: 4, setAside: 2, readers: 0 });
    expect(await screen.findByText(/Er moeten nog 5 berichten in de postbus/)).toBeDefined();
    expect(screen.getByText(/2 berichten apart gelegd.*feed\.o1\.aside/)).toBeDefined();
    expect(screen.getByText('Uw systeem luistert nu niet.')).toBeDefined();
  });

  it('replaces the password and gives up only after asking', async () => {
    const calls = show([ready, ready, nothing], { [`POST ${path}`]: { status: 201, body: { ...made, password: 'nieuw-woord' } }, [`DELETE ${path}`]: { status: 204 } });
    await userEvent.click(await screen.findByRole('button', { name: 'Maak een nieuw wachtwoord' }));
    expect(within(screen.getByRole('dialog')).getByText(/werken dan meteen niet meer/)).toBeDefined();
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Ja, vervang het wachtwoord' }));
    expect(await screen.findByText('nieuw-woord')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Ik heb het wachtwoord bewaard' }));
    await userEvent.click(screen.getByRole('button', { name: 'Haal de postbus weg' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, haal weg' }));
    expect(await screen.findByRole('button', { name: 'Vraag een postbus aan' })).toBeDefined();
  });

  it('says what to do when the password was made but never arrived', async () => {
    show(nothing, { [`POST ${path}`]: { status: 409, body: { code: 'secret-shown-already' } } });
    await userEvent.click(await screen.findByRole('button', { name: 'Vraag een postbus aan' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Maak nog een nieuw wachtwoord');
  });
});
