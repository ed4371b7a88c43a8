import type { Case, Involvement } from '@/api';
import { hasCard } from '@/parts';
import type { FieldError } from '@/ui';
import type { CardValues } from './values';

export const formOf = (card: Involvement) => `card:${card.id}`;
export const idOf = (...parts: (string | number)[]) => ['card', ...parts].join('-');
/** From a pointer such as /gives/0/about to the id of a control. */
export const fieldOf = (pointer: string): string => (pointer.startsWith('/period/') ? idOf(pointer === '/period/until' ? 'until' : 'periodText') : `card${pointer.replaceAll('/', '-')}`);

export type SectionProps = { data: Case; card: Involvement; values: CardValues; change: (values: Partial<CardValues>) => void; errors: FieldError[] };

/** Everybody else who helps now: whoever only opened the case has no card to answer on. */
export const othersOf = (data: Case, card: Pick<Involvement, 'id'>): Involvement[] => data.involvements.filter((one) => one.id !== card.id && one.status === 'active' && hasCard(one));

/** A list with one item changed, or without it. */
export const withItem = <T>(items: T[], at: number, item: T): T[] => items.map((one, index) => (index === at ? item : one));
export const withoutItem = <T>(items: T[], at: number): T[] => items.filter((_, index) => index !== at);

/** After a row came or went, focus goes to the new row, or to the button that adds one. */
export const focusSoon = (id: string): void => {
  window.setTimeout(() => document.getElementById(id)?.focus(), 0);
};
