import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPart } from '@/testing/render';
import { useAgeQuestion } from './ageQuestion';

const said: [role: string, ageBand: string][] = [['father', '12-15'], ['grandparent', '18-22'], ['mother', '16-17'], ['child', '12-15'], ['father', 'adult'], ['', '0-3'], ['mother', '']];

function Questions() {
  const question = useAgeQuestion();
  return (
    <ul>
      {said.map(([role, ageBand]) => (
        <li key={role + ageBand}>{question(role, ageBand) ?? 'niets'}</li>
      ))}
    </ul>
  );
}

it('asks about an age that can hardly be of this person, and about no other', async () => {
  renderPart(<Questions />);
  await screen.findByRole('list');
  const asked = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(asked).toEqual([
    'Klopt dit: vader, 12 tot en met 15 jaar? Zo ja, ga dan gewoon verder.',
    'Klopt dit: opa of oma, 18 tot en met 22 jaar? Zo ja, ga dan gewoon verder.',
    ...Array<string>(5).fill('niets'),
  ]);
});
