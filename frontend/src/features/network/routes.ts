import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const family = (title: string): RouteHandle => ({ kinds: ['family'], titleKey: `network:title.${title}`, shell: 'family' });
const desk = (title: string): RouteHandle => ({ kinds: ['professional'], titleKey: `network:title.${title}`, shell: 'desk' });

export const networkRoutes: RouteObject[] = [
  { path: pages.ourPeople, handle: family('list'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurPeoplePage }) },
  { path: pages.ourNewPerson, handle: family('add'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurNewPersonPage }) },
  { path: pages.ourPerson(':personId'), handle: family('change'), lazy: async () => ({ Component: (await import('./pages/OurPeoplePages')).OurPersonPage }) },
  { path: pages.ourMoments, handle: family('moments'), lazy: async () => ({ Component: (await import('./pages/PicturePages')).OurMomentsPage }) },
  { path: pages.ourPeopleColours, handle: family('colours'), lazy: async () => ({ Component: (await import('./pages/PicturePages')).OurColoursPage }) },
  { path: pages.ourPeoplePaper, handle: family('paper'), lazy: async () => ({ Component: (await import('./pages/PaperPages')).OurPeoplePaperPage }) },
  { path: pages.people(':caseId'), handle: desk('list'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CasePeoplePage }) },
  { path: pages.newPerson(':caseId'), handle: desk('add'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CaseNewPersonPage }) },
  { path: pages.person(':caseId', ':personId'), handle: desk('change'), lazy: async () => ({ Component: (await import('./pages/CasePeoplePages')).CasePersonPage }) },
  { path: pages.moments(':caseId'), handle: desk('moments'), lazy: async () => ({ Component: (await import('./pages/PicturePages')).MomentsPage }) },
  { path: pages.peopleColours(':caseId'), handle: desk('colours'), lazy: async () => ({ Component: (await import('./pages/PicturePages')).ColoursPage }) },
  { path: pages.peoplePaper(':caseId'), handle: desk('paper'), lazy: async () => ({ Component: (await import('./pages/PaperPages')).PeoplePaperPage }) },
  { path: pages.cooperation(':caseId'), handle: desk('cooperation'), lazy: async () => ({ Component: (await import('./pages/CooperationPage')).CooperationPage }) },
];
