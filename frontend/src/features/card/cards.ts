import type { Case, Involvement } from '@/api';
import { hasCard } from '@/parts';

/** The cards to read: the coordinator first, then who takes part, then who was asked. */
export function cardsOf(data: Pick<Case, 'involvements'>): Involvement[] {
  const place = (one: Involvement) => (one.isCoordinator ? 0 : one.status === 'active' ? 1 : 2);
  return data.involvements.filter((one) => one.status !== 'ended' && hasCard(one)).sort((a, b) => place(a) - place(b));
}

/** False while everybody was only asked: then nobody has a card to fill yet. */
export const someTakePart = (cards: Involvement[]): boolean => cards.some((one) => one.status === 'active');

/** Names of who takes part and did not fill the card yet. */
export const missingCards = (cards: Involvement[]): string[] => cards.filter((one) => one.status === 'active' && !one.cardComplete).map((one) => one.name);
