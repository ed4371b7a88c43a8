import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle = (titleKey: string): RouteHandle => ({ kinds: ['administrator'], titleKey, shell: 'desk' });
const personId = ':personId';

export const peopleRoutes: RouteObject[] = [
  { path: pages.staff, handle: handle('people:title.list'), lazy: async () => ({ Component: (await import('./pages/PeoplePage')).PeoplePage }) },
  { path: pages.newColleague, handle: handle('people:title.new'), lazy: async () => ({ Component: (await import('./pages/NewPersonPage')).NewPersonPage }) },
  { path: pages.colleague(personId), handle: handle('people:title.change'), lazy: async () => ({ Component: (await import('./pages/PersonPage')).PersonPage }) },
  { path: pages.colleagueLeaves(personId), handle: handle('people:title.leave'), lazy: async () => ({ Component: (await import('./pages/LeavePage')).LeavePage }) },
];
