import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { api } from './client';
import { keys } from './keys';
import { useCaseDeed } from './mutations';

function Deed() {
  const deed = useCaseDeed<void, void>('c1', () => api.post('/api/cases/v1/cases/c1/coordinator', {}));
  return (
    <button type="button" onClick={() => deed.mutate()}>
      {deed.isSuccess ? 'klaar' : 'doe'}
    </button>
  );
}

function Question({ onAnswered }: { onAnswered: () => void }) {
  const deed = useCaseDeed<void, void>('c1', () => api.post('/api/cases/v1/cases/c1/coordinator/acceptance'));
  return (
    <button type="button" onClick={() => deed.mutate(undefined, { onSuccess: onAnswered })}>
      ja
    </button>
  );
}

/** Asks as long as the case says that there is a question; the list of cases answers later than the case. */
function QuestionOfCase() {
  useQuery({ queryKey: keys.cases, queryFn: () => new Promise((done) => setTimeout(done, 50, [])) });
  const asked = useQuery({ queryKey: keys.case('c1'), queryFn: () => api.get<{ asked: boolean }>('/api/cases/v1/cases/c1') }).data?.asked;
  const [answered, setAnswered] = useState(false);
  return (
    <>
      {asked ? <Question onAnswered={() => setAnswered(true)} /> : null}
      {answered ? <p>bewaard</p> : null}
    </>
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

  it('says that it is done, also when its button is gone by then', async () => {
    fakeServer({
      'GET /api/cases/v1/cases/c1': [{ body: { asked: true } }, { body: { asked: false } }],
      'POST /api/cases/v1/cases/c1/coordinator/acceptance': { status: 204 },
    });
    renderPart(<QuestionOfCase />);
    (await screen.findByRole('button')).click();
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(await screen.findByText('bewaard')).toBeTruthy();
  });
});
