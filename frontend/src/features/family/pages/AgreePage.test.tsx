import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSession, type PlanVersion } from '@/api';
import { familyAnswers } from '@/testing/family';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { AgreePage } from './AgreePage';

/** As behind the guard: who is signed in is known before the page is there. */
function Guarded() {
  return useSession().data ? <AgreePage /> : null;
}

const first = 'GET /api/cases/v1/cases/c/plan-versions/1';
const openWith = (status: string) => {
  const answers = familyAnswers('parent', true);
  fakeServer({ ...answers, [first]: { body: { ...(answers[first]!.body as PlanVersion), status } } });
  renderPart(<Guarded />);
};

it('says that an earlier version holds until then, when the family agreed with it', async () => {
  openWith('agreed');
  expect(await screen.findByText('Ik wil er eerst over praten. Versie 1 blijft zolang ons plan.')).toBeTruthy();
});

it('promises nothing of an earlier version that the family never agreed with', async () => {
  openWith('put-forward');
  expect(await screen.findByText('Ik wil er eerst over praten.')).toBeTruthy();
});
