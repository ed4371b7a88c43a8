import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ItemEditForm, ItemForm } from './ItemForm';
import { useItemEdit } from './useItemEdit';
import { useNewItem } from './useNewItem';
import { TextField } from '@/ui';
import { renderPart } from '@/testing/render';
import { workAnswers } from '@/testing/away';
import { fakeServer } from '@/testing/server';

const gone = { status: 503, body: { code: 'region-away', status: 503 } };
const goals = '/api/cases/v1/cases/c/goals';
const goal = `${goals}/g`;

function New({ onMade }: { onMade: () => void }) {
  const form = useNewItem({ form: 'new', caseId: 'c', path: goals, initial: { text: '' }, toBody: (values) => values, fieldOf: () => null, onMade });
  return (
    <ItemForm {...form} label="Doel">
      <TextField label="Tekst" value={form.values.text} onChange={(text) => form.change({ text })} />
    </ItemForm>
  );
}

function Edit({ onSaved }: { onSaved: () => void }) {
  const edit = useItemEdit<{ text: string; rank: number }, { text: string; rank: number; version: number }, { text: string }>({
    form: 'edit', caseId: 'c', path: goal, item: { text: 'Oud', rank: 1, version: 7 }, fields: ['text', 'rank'], toValues: ({ text }) => ({ text }), toFields: (values) => values, fieldOf: () => null, onSaved,
  });
  return (
    <ItemEditForm edit={edit} rules={{}} label="Doel">
      <TextField label="Tekst" value={edit.values.text} onChange={(text) => edit.change({ text })} />
    </ItemEditForm>
  );
}

it('offers to keep what cannot be made now, under the key with which it was tried', async () => {
  const made = vi.fn();
  const calls = fakeServer({ ...workAnswers({ away: true }), [`POST ${goals}`]: { ...gone, body: { ...gone.body, mayHaveArrived: true } }, 'POST /api/node/v1/outbox': { status: 201, body: {} } });
  renderPart(<New onMade={made} />);
  await userEvent.type(await screen.findByLabelText('Tekst'), 'Lezen');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Bewaren en later versturen' }));
  await waitFor(() => expect(made).toHaveBeenCalled());
  const key = calls.find((call) => call.path === goals)?.headers.get('Idempotency-Key');
  expect(calls.find((call) => call.path === '/api/node/v1/outbox' && call.method === 'POST')?.body).toEqual({ method: 'POST', path: goals, version: null, idempotencyKey: key, body: { text: 'Lezen' }, was: null, begun: true, about: { caseId: 'c', kind: 'goal' } });
  expect(await screen.findByText('Bewaard. Wij versturen het als de regio er weer is.')).toBeTruthy();
});

it('keeps of a change only what changed, with what it was and on which version', async () => {
  const saved = vi.fn();
  const calls = fakeServer({ ...workAnswers({ away: true }), [`PATCH ${goal}`]: gone, 'POST /api/node/v1/outbox': { status: 201, body: {} } });
  renderPart(<Edit onSaved={saved} />);
  await userEvent.type(await screen.findByLabelText('Tekst'), 'er');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
  expect(await screen.findByText('De regio is nu niet bereikbaar')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Tekst').value).toBe('Ouder');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaren en later versturen' }));
  await waitFor(() => expect(saved).toHaveBeenCalled());
  expect(calls.find((call) => call.path === '/api/node/v1/outbox' && call.method === 'POST')?.body).toEqual({ method: 'PATCH', path: goal, version: 7, idempotencyKey: null, body: { text: 'Ouder' }, was: { text: 'Oud' }, begun: false, about: { caseId: 'c', kind: 'goal' } });
});

it('leaves what was typed where it is when it cannot be kept', async () => {
  fakeServer({ ...workAnswers({ away: true }), [`POST ${goals}`]: gone, 'POST /api/node/v1/outbox': { status: 409, body: { code: 'outbox-full', status: 409 } } });
  renderPart(<New onMade={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('Tekst'), 'Lezen');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Bewaren en later versturen' }));
  expect(await screen.findByText(/Er wacht al heel veel/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Tekst').value).toBe('Lezen');
});
