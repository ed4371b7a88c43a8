import type { RouteObject } from 'react-router';
import { nodeAdministrator, pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['region', 'administrator'], role: nodeAdministrator, titleKey: 'nodes:title', shell: 'desk' };

export const nodeRoutes: RouteObject[] = [{ path: pages.nodes, handle, lazy: async () => ({ Component: (await import('./pages/NodesPage')).NodesPage }) }];
