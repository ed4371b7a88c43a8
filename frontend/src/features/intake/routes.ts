import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['professional'], titleKey: 'intake:title', shell: 'desk' };

export const intakeRoutes: RouteObject[] = [{ path: pages.newCase, handle, lazy: async () => ({ Component: (await import('./pages/NewCasePage')).NewCasePage }) }];
