import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const family = (title: string): RouteHandle => ({ kinds: ['family'], titleKey: `network:title.${title}`, shell: 'family' });
const desk = (title: string): RouteHandle => ({ kinds: ['professional'], titleKey: `network:title.${title}`, shell: 'desk' });

export const networkRoutes: RouteObject[] = [
  { path: pages.ourPeople, handle: family('list'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurPeoplePage }) },
  { path: pages.ourNewPerson, handle: family('add'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurNewPersonPage }) },
  { path: pages.ourPerson(':personId'), handle: family('change'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurPersonPage }) },
  { path: pages.people(':caseId'), handle: desk('list'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CasePeoplePage }) },
  { path: pages.newPerson(':caseId'), handle: desk('add'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CaseNewPersonPage }) },
  { path: pages.person(':caseId', ':personId'), handle: desk('change'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CasePersonPage }) },
];
