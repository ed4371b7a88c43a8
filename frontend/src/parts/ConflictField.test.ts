import { expect, it } from 'vitest';
import { joinLists } from './ConflictField';

it('keeps what either added to a list and drops what either took away', () => {
  expect(joinLists(['home', 'school'], ['home', 'school', 'legal'], ['school', 'network'])).toEqual(['school', 'legal', 'network']);
});
