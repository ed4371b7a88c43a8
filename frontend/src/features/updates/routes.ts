import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['professional', 'family'], titleKey: 'updates:title', shell: 'own' };

export const updatesRoutes: RouteObject[] = [{ path: pages.updates, handle, lazy: async () => ({ Component: (await import('./pages/UpdatesPage')).UpdatesPage }) }];
