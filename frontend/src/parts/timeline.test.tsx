import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Case, TimelineEntry } from '@/api';
import { familyAnswers } from '@/testing/family';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { useTimelineRows } from './timeline';

const entry = (id: string, kind: string, data: Record<string, unknown> = {}): TimelineEntry => ({ id, kind, at: '2026-11-20T10:00:00Z', actorName: 'Gerda', data });

const answers = familyAnswers('parent', true);
const family = answers['GET /api/cases/v1/cases/c']!.body as Case;

function Rows({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ul>
      {useTimelineRows(family)(entries).map(({ entry: { id }, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}

it('says once what happened some times in a row, and when a round table is', async () => {
  fakeServer(answers);
  renderPart(<Rows entries={[entry('1', 'action-added'), entry('2', 'action-added'), entry('3', 'meeting-scheduled', { startsAt: '2026-12-01T14:30:00Z' }), entry('4', 'action-added')]} />);
  await screen.findAllByRole('listitem');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Gerda zette er een actie bij (2 keer).',
    'Gerda plande een rondetafel: dinsdag 1 december, 15.30 uur.',
    'Gerda zette er een actie bij.',
  ]);
});

it('calls a life domain as this family does, and one without an own name as everybody does', async () => {
  fakeServer(answers);
  renderPart(<Rows entries={[entry('1', 'goal-added', { domain: 'school' }), entry('2', 'goal-added', { domain: 'money' })]} />);
  expect(await screen.findByText('Gerda zette er een doel bij: Naar de klas.')).toBeTruthy();
  expect(screen.getByText('Gerda zette er een doel bij: geld.')).toBeTruthy();
});

it('says what changed of the plan when it is one thing', async () => {
  fakeServer(answers);
  const changed = (id: string, fields: string[]) => entry(id, 'plan-changed', { fields, evaluationDate: '2026-12-15' });
  renderPart(<Rows entries={[changed('1', ['ownGoal', 'ownGoalUntil']), changed('2', ['lifeDomains']), changed('3', ['evaluationDate']), changed('4', ['sharedGoal', 'evaluationDate'])]} />);
  await screen.findAllByRole('listitem');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Gerda veranderde wat het gezin wil bereiken.',
    'Gerda veranderde waar het plan over gaat.',
    'Gerda koos wanneer iedereen samen terugkijkt: dinsdag 15 december.',
    'Gerda veranderde iets aan het plan.',
  ]);
});

it('says that people looked back, how an agreement goes, and that a plan was closed and opened', async () => {
  fakeServer(answers);
  renderPart(
    <Rows
      entries={[
        entry('1', 'case-reopened'), entry('2', 'case-closed', { endReason: 'moved' }), entry('3', 'case-closed'), entry('4', 'agreement-kept', { kept: 'partly' }), entry('5', 'agreement-kept', { kept: null }),
        entry('6', 'evaluation-held', { heldOn: '2026-11-24' }), entry('7', 'plan-agreed', { number: 2 }),
      ]}
    />,
  );
  await screen.findAllByRole('listitem');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Gerda opende dit plan weer.',
    'Gerda sloot dit plan af: het gezin is verhuisd.',
    'Gerda sloot dit plan af.',
    'Gerda schreef bij een afspraak: lukt deels.',
    'Gerda haalde bij een afspraak weg of die lukt.',
    'Gerda schreef op: iedereen heeft samen teruggekeken (dinsdag 24 november).',
    'Het gezin is akkoord met versie 2 van het plan.',
  ]);
});
