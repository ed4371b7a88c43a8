import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const family: RouteHandle = { kinds: ['family'], titleKey: 'access:title', shell: 'family' };
const desk: RouteHandle = { kinds: ['professional'], titleKey: 'access:title', shell: 'desk' };

export const accessRoutes: RouteObject[] = [
  { path: pages.whoLooked, handle: family, lazy: async () => ({ Component: (await import('./pages/WhoLookedPage')).WhoLookedPage }) },
  { path: pages.accessLog(':caseId'), handle: desk, lazy: async () => ({ Component: (await import('./pages/CaseAccessLogPage')).CaseAccessLogPage }) },
];
