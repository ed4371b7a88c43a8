import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { api } from './client';
import { useCaseDeed } from './mutations';

function Deed() {
  const deed = useCaseDeed<void, void>('c1', () => api.post('/api/cases/v1/cases/c1/coordinator', {}));
  return (
    <button type="button" onClick={() => deed.mutate()}>
      {deed.isSuccess ? 'klaar' : 'doe'}
    </button>
  );
}

describe('a deed', () => {
  it('is done once by a double click, also when it has no key', async () => {
    const calls = fakeServer({ 'POST /api/cases/v1/cases/c1/coordinator': { status: 204 } });
    renderPart(<Deed />);
    const button = await screen.findByRole('button');
    button.click();
    button.click();
    await waitFor(() => expect(button.textContent).toBe('klaar'));
    expect(calls).toHaveLength(1);
    button.click();
    await waitFor(() => expect(calls).toHaveLength(2));
  });
});
