import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['region'], titleKey: 'region:title', shell: 'desk' };

export const regionRoutes: RouteObject[] = [{ path: pages.region, handle, lazy: async () => ({ Component: (await import('./pages/RegionPage')).RegionPage }) }];
