import { expect, it } from 'vitest';
import type { Involvement } from '@/api';
import { cardsOf, missingCards, someTakePart } from './cards';

const one = (name: string, more: Partial<Involvement> = {}) => ({ id: name, name, kind: 'professional', status: 'active', isCoordinator: false, cardComplete: true, ...more }) as Involvement;

it('shows the coordinator first and leaves out who left and who only opened the plan', () => {
  const involvements = [one('Asked', { status: 'invited' }), one('Peter'), one('Gone', { status: 'ended' }), one('Hanneke', { kind: 'intake' }), one('Gerda', { isCoordinator: true })];
  expect(cardsOf({ involvements }).map((card) => card.name)).toEqual(['Gerda', 'Peter', 'Asked']);
});

it('has a card of whoever opened the plan and coordinates it', () => {
  expect(cardsOf({ involvements: [one('Peter'), one('Bram', { kind: 'intake', isCoordinator: true })] }).map((card) => card.name)).toEqual(['Bram', 'Peter']);
});

it('names who takes part without a card, not who was only asked', () => {
  expect(missingCards([one('Peter', { cardComplete: false }), one('Ina'), one('Asked', { status: 'invited', cardComplete: false })])).toEqual(['Peter']);
});

it('does not say that everybody filled a card while people were only asked', () => {
  expect(someTakePart([one('Asked', { status: 'invited', cardComplete: false })])).toBe(false);
  expect(someTakePart([one('Asked', { status: 'invited' }), one('Peter')])).toBe(true);
});
