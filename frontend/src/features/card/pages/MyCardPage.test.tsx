import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSession, type Case, type Involvement } from '@/api';
import { familyAnswers } from '@/testing/family';
import { renderRoutes } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { MyCardPage } from './MyCardPage';

/** As behind the guard: who is signed in is known before the page is there. */
function Guarded() {
  return useSession().data ? <MyCardPage /> : null;
}

const address = 'GET /api/cases/v1/cases/c';
const open = (own: Partial<Involvement>) => {
  const answers = familyAnswers('parent', true);
  const data = answers[address]!.body as Case;
  const involvements = data.involvements.map((one) => (one.id === 'i2' ? { ...one, ...own } : one));
  fakeServer({ ...answers, [address]: { body: { ...data, involvements, myInvolvementId: 'i2', capabilities: ['edit-card'] } } });
  renderRoutes([{ path: '/gezinnen/:caseId/mijn-kaart', element: <Guarded /> }], '/gezinnen/c/mijn-kaart');
};

it('says to who only opened the plan why there is no card', async () => {
  open({ kind: 'intake' });
  expect(await screen.findByRole('heading', { name: 'U heeft hier geen kaart' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bewaar mijn kaart' })).toBeNull();
});

it.each([{ kind: 'professional' as const }, { kind: 'intake' as const, isCoordinator: true }])('is a form for who helps: %o', async (own) => {
  open(own);
  expect(await screen.findByRole('button', { name: 'Bewaar mijn kaart' })).toBeTruthy();
});

it('calls the life domains to choose from as this family does', async () => {
  open({});
  expect(await screen.findByRole('checkbox', { name: 'Naar de klas' })).toBeTruthy();
});
