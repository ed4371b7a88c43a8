import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle = (titleKey: string): RouteHandle => ({ kinds: ['professional'], titleKey, shell: 'desk' });

export const cardRoutes: RouteObject[] = [
  { path: pages.cards(':caseId'), handle: handle('card:cards.title'), lazy: async () => ({ Component: (await import('./pages/CardsPage')).CardsPage }) },
  { path: pages.myCard(':caseId'), handle: handle('card:title'), lazy: async () => ({ Component: (await import('./pages/MyCardPage')).MyCardPage }) },
];
