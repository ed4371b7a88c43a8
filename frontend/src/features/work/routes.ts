import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const forProfessionals = (titleKey: string): RouteHandle => ({ kinds: ['professional'], titleKey, shell: 'desk' });

export const workRoutes: RouteObject[] = [
  { path: pages.myWork, handle: forProfessionals('work:title.work'), lazy: async () => ({ Component: (await import('./pages/MyWorkPage')).MyWorkPage }) },
  { path: pages.families, handle: forProfessionals('work:title.families'), lazy: async () => ({ Component: (await import('./pages/FamiliesPage')).FamiliesPage }) },
  { path: pages.takeOver(':handoverId'), handle: forProfessionals('work:title.takeOver'), lazy: async () => ({ Component: (await import('./pages/TakeOverPage')).TakeOverPage }) },
];
