import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle = (titleKey: string): RouteHandle => ({ kinds: ['professional'], titleKey, shell: 'desk' });
const caseId = ':caseId';

export const casePlanRoutes: RouteObject[] = [
  { path: pages.family(caseId), handle: handle('casePlan:title.plan'), lazy: async () => ({ Component: (await import('./pages/PlanPage')).PlanPage }) },
  { path: pages.agreements(caseId), handle: handle('casePlan:title.agreements'), lazy: async () => ({ Component: (await import('./pages/AgreementsPage')).AgreementsPage }) },
  { path: pages.close(caseId), handle: handle('casePlan:title.close'), lazy: async () => ({ Component: (await import('./pages/ClosePage')).ClosePage }) },
  { path: pages.changes(caseId), handle: handle('casePlan:title.changes'), lazy: async () => ({ Component: (await import('./pages/ChangesPage')).ChangesPage }) },
];
