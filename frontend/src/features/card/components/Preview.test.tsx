import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Case } from '@/api';
import { familyAnswers } from '@/testing/family';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { cardValues } from '../values';
import { Preview } from './Preview';

it('shows a life domain as the family reads it, also one that is only just ticked', async () => {
  const answers = familyAnswers('parent', true);
  fakeServer(answers);
  const data = answers['GET /api/cases/v1/cases/c']!.body as Case;
  const card = data.involvements[0]!;
  renderPart(<Preview data={data} card={{ ...card, lifeDomains: [] }} values={{ ...cardValues(card), lifeDomains: ['school'] }} change={() => {}} />);
  expect(await screen.findByText('Naar de klas')).toBeTruthy();
});
