import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { setDraftOwner } from '@/api';
import { fakeServer } from '@/testing/server';
import { renderPart } from '@/testing/render';
import { ConflictChoice } from './ConflictChoice';
import { useItemEdit } from './useItemEdit';

type Fields = { text: string; place: string };
type Item = Fields & { version: number };
const path = '/api/cases/v1/cases/c/goals/g';
const item: Item = { text: 'Minder ruzie thuis.', place: 'keuken', version: 1 };

function Form({ from = item }: { from?: Item }) {
  const edit = useItemEdit<Fields, Item, Fields>({
    form: 'goal:g', caseId: 'c', path, item: from, fields: ['text', 'place'], fieldOf: () => 'text',
    toValues: ({ text, place }) => ({ text, place }), toFields: (values) => values,
  });
  if (edit.conflict)
    return <ConflictChoice conflicts={edit.conflict.conflicts} rules={{ text: { label: 'Doel' } }} otherName={edit.conflict.changedBy} changedAt={null} onChoose={(chosen) => void edit.resolve(chosen)} onBack={edit.backToForm} />;
  return (
    <>
      <input aria-label="text" value={edit.values.text} onChange={(event) => edit.change({ text: event.currentTarget.value })} />
      <input aria-label="place" value={edit.values.place} onChange={(event) => edit.change({ place: event.currentTarget.value })} />
      <button onClick={() => void edit.save()}>save</button>
    </>
  );
}

const stale = (current: Item) => ({ status: 412, body: { current, changedBy: { name: 'Hanneke' } } });
const type = async (label: string, value: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value } });

beforeEach(() => setDraftOwner('me'));

describe('two people in one item', () => {
  it('saves my field on top of another field of somebody else', async () => {
    const calls = fakeServer({ [`PATCH ${path}`]: [stale({ ...item, place: 'tuin', version: 2 }), { body: { ...item, text: 'Rust.', place: 'tuin', version: 3 } }] });
    renderPart(<Form />);
    await type('text', 'Rust.');
    fireEvent.click(screen.getByText('save'));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.body).toEqual({ text: 'Rust.' });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('place').value).toBe('tuin'));
  });

  it('shows both texts of one field and saves them in one, with my other change', async () => {
    const theirs = { ...item, text: 'Bijna geen ruzie thuis.', version: 2 };
    const calls = fakeServer({ [`PATCH ${path}`]: [stale(theirs), { body: { ...theirs, version: 3 } }] });
    renderPart(<Form />);
    await type('text', 'Minder ruzie thuis en buiten.');
    await type('place', 'tuin');
    fireEvent.click(screen.getByText('save'));
    expect(await screen.findByText(/Hanneke en u schreven tegelijk/)).toBeTruthy();
    expect(screen.getByText((_, node) => node?.className.includes('versus__text') === true && node.textContent === 'Bijna geen ruzie thuis.')).toBeTruthy();
    expect(screen.getByText((_, node) => node?.className.includes('versus__text') === true && node.textContent === 'Minder ruzie thuis en buiten.')).toBeTruthy();
    fireEvent.click(screen.getByText('Bewaar mijn keuze'));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.headers.get('If-Match')).toBe('"2"');
    expect(calls[1]?.body).toEqual({ text: 'Bijna geen ruzie thuis en buiten.', place: 'tuin' });
  });

  it('still knows after a reload on which text I started', async () => {
    const theirs = { ...item, text: 'Hun tekst.', version: 2 };
    const calls = fakeServer({ [`PATCH ${path}`]: stale(theirs) });
    const first = renderPart(<Form />);
    await type('text', 'Mijn tekst.');
    first.unmount();
    renderPart(<Form from={theirs} />);
    expect((await screen.findByLabelText<HTMLInputElement>('text')).value).toBe('Mijn tekst.');
    fireEvent.click(screen.getByText('save'));
    expect(await screen.findByText(/schreven tegelijk/)).toBeTruthy();
    expect(calls[0]?.headers.get('If-Match')).toBe('"1"');
  });

  it('takes in news of somebody else while nothing was typed', async () => {
    const view = renderPart(<Form />);
    await screen.findByLabelText('text');
    view.unmount();
    renderPart(<Form from={{ ...item, text: 'Nieuw.', version: 2 }} />);
    expect((await screen.findByLabelText<HTMLInputElement>('text')).value).toBe('Nieuw.');
  });
});
