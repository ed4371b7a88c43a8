import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSession, type Case, type Closing, type Evaluation, type Plan } from '@/api';
import { familyAnswers } from '@/testing/family';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { OurPlanPage } from './OurPlanPage';
import { TodayPage } from './TodayPage';

const ofCase = 'GET /api/cases/v1/cases/c';
const closing: Closing = { closedOn: '2026-11-27', endReason: 'by-agreement', words: 'Jullie kunnen het samen.', reopenedOn: null, reopeningWords: null };
const evaluation: Evaluation = { id: 'e', heldOn: '2026-11-20', plannedFor: null, nextDate: null, words: 'Het gaat beter.', recordedAt: '2026-11-20T10:00:00Z', recordedBy: 'Karim' };

/** As behind the guard: who is signed in is known before the page is there. */
function Guarded({ page: Page }: { page: () => React.ReactNode }) {
  return useSession().data ? <Page /> : null;
}

function openWith(page: () => React.ReactNode, more: Partial<Case>, kept: Plan['agreements'][number]['kept'] = null) {
  const answers = familyAnswers('parent', true);
  const plan = answers[`${ofCase}/plan`]!.body as Plan;
  fakeServer({
    ...answers,
    [ofCase]: { body: { ...(answers[ofCase]!.body as Case), ...more } },
    [`${ofCase}/plan`]: { body: { ...plan, agreements: plan.agreements.map((one) => ({ ...one, kept })) } },
    [`${ofCase}/evaluations`]: { body: { items: [evaluation] } },
  });
  renderPart(<Guarded page={page} />);
}
const closed: Partial<Case> = { status: 'closed', closing, capabilities: ['see-access-log'] };

it('says on the first page that the plan is closed, why, and whom to call, and asks nothing any more', async () => {
  openWith(TodayPage, closed);
  expect(await screen.findByRole('heading', { name: 'Uw plan is afgesloten op 27 november' })).toBeTruthy();
  expect(screen.getByText('De reden: samen zo afgesproken.')).toBeTruthy();
  expect(screen.getByText('Jullie kunnen het samen.')).toBeTruthy();
  expect(screen.getByText(/Bel Karim\./)).toBeTruthy();
  expect(screen.queryByText('Dit doet u')).toBeNull();
  expect(screen.queryByText('Geef antwoord')).toBeNull();
});

it('shows the closed plan with what was learned, and no date to look back on', async () => {
  openWith(OurPlanPage, closed, 'partly');
  expect(await screen.findByText('Het gaat beter.')).toBeTruthy();
  expect(screen.queryByText(/kijken wij samen of het plan helpt/)).toBeNull();
  expect(screen.getByText('Lukt deels')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /of dit lukt/ })).toBeNull();
});

it('lets the family of an open plan say whether an agreement works', async () => {
  openWith(OurPlanPage, {});
  expect(await screen.findByRole('button', { name: /^Zeg of dit lukt/ })).toBeTruthy();
  expect(screen.getByText(/kijken wij samen of het plan helpt/)).toBeTruthy();
  expect(screen.queryByText(/is afgesloten/)).toBeNull();
});
