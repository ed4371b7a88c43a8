import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const caseId = ':caseId';
const desk = (title: string): RouteHandle => ({ kinds: ['professional'], titleKey: `paper:title.${title}`, shell: 'desk' });

export const paperRoutes: RouteObject[] = [
  { path: pages.paper, handle: { kinds: ['family'], titleKey: 'paper:title.client', shell: 'family' } satisfies RouteHandle, lazy: async () => ({ Component: (await import('./pages/FamilyPaperPage')).FamilyPaperPage }) },
  { path: pages.casePaper(caseId), handle: desk('client'), lazy: async () => ({ Component: (await import('./pages/CasePaperPages')).CasePaperPage }) },
  { path: pages.casePaperProfessionals(caseId), handle: desk('professionals'), lazy: async () => ({ Component: (await import('./pages/CasePaperPages')).CasePaperProfessionalsPage }) },
];
