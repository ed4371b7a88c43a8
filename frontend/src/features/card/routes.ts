import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['professional'], titleKey: 'card:title', shell: 'desk' };

export const cardRoutes: RouteObject[] = [{ path: pages.myCard(':caseId'), handle, lazy: async () => ({ Component: (await import('./pages/MyCardPage')).MyCardPage }) }];
