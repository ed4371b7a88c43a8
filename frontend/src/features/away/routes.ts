import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['professional'], titleKey: 'away:unsent.title', shell: 'desk' };

export const awayRoutes: RouteObject[] = [{ path: pages.unsent, handle, lazy: async () => ({ Component: (await import('./pages/UnsentPage')).UnsentPage }) }];
