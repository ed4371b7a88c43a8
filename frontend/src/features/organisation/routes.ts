import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle: RouteHandle = { kinds: ['administrator'], titleKey: 'organisation:title', shell: 'desk' };

export const organisationRoutes: RouteObject[] = [{ path: pages.organisation, handle, lazy: async () => ({ Component: (await import('./pages/OrganisationPage')).OrganisationPage }) }];
