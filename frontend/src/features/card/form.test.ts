import { expect, it } from 'vitest';
import type { Case, Involvement } from '@/api';
import { othersOf } from './form';

const person = (id: string, more: Partial<Involvement> = {}) => ({ id, kind: 'professional', status: 'active', isCoordinator: false, ...more });
const data = { involvements: [person('me'), person('invited', { status: 'invited' }), person('opened', { kind: 'intake' }), person('leads', { kind: 'intake', isCoordinator: true }), person('helps')] } as unknown as Case;

it('asks nothing about somebody who only opened the case', () => {
  expect(othersOf(data, { id: 'me' }).map(({ id }) => id)).toEqual(['leads', 'helps']);
});
