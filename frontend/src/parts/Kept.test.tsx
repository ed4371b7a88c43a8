import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Agreement, Case } from '@/api';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { KeptLine } from './Kept';

const agreement: Agreement = { id: 'w', text: 'Wij bellen', type: 'process', parties: [{ kind: 'professional', id: 'i1', label: 'Karim' }], reviewDate: null, kept: null, version: 4 };
const data = (more: Partial<Case>) => ({ id: 'c', status: 'open', capabilities: [], myInvolvementId: null, ...more }) as unknown as Case;

it('asks whoever writes the plan and whoever is party to the agreement, and nobody of a closed plan', async () => {
  fakeServer({});
  const asked: boolean[] = [];
  for (const one of [data({ capabilities: ['edit-plan'] }), data({ myInvolvementId: 'i1' }), data({ myInvolvementId: 'i2' }), data({ myInvolvementId: 'i1', status: 'closed' })]) {
    const { unmount } = renderPart(<KeptLine data={one} agreement={{ ...agreement, kept: 'yes' }} />);
    await screen.findByText('Lukt');
    asked.push(screen.queryByRole('button', { name: /^Verander of dit lukt/ }) !== null);
    unmount();
  }
  expect(asked).toEqual([true, true, false, false]);
});

it('saves the answer on the version that was read', async () => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const calls = fakeServer({ 'GET /session': { body: { signedIn: false, demo: false } }, 'PATCH /api/cases/v1/cases/c/agreements/w': { body: { ...agreement, kept: 'no', version: 5 } } });
  renderPart(<KeptLine data={data({ myInvolvementId: 'i1' })} agreement={agreement} />);
  await userEvent.click(await screen.findByRole('button', { name: /^Zeg of dit lukt/ }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Lukt niet' }));
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
  expect(await screen.findByRole('button', { name: /^Zeg of dit lukt/ })).toBeTruthy();
  const sent = calls.find((call) => call.method === 'PATCH')!;
  expect([sent.body, sent.headers.get('If-Match')]).toEqual([{ kept: 'no' }, '"4"']);
});
