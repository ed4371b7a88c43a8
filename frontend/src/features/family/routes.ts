import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const forFamily = (title: string): RouteHandle => ({ kinds: ['family'], titleKey: `family:title.${title}`, shell: 'family' });

export const familyRoutes: RouteObject[] = [
  { path: pages.today, handle: forFamily('today'), lazy: async () => ({ Component: (await import('./pages/TodayPage')).TodayPage }) },
  { path: pages.ourPlan, handle: forFamily('ourPlan'), lazy: async () => ({ Component: (await import('./pages/OurPlanPage')).OurPlanPage }) },
  { path: pages.ownGoal, handle: forFamily('ownGoal'), lazy: async () => ({ Component: (await import('./pages/OwnGoalPage')).OwnGoalPage }) },
  { path: pages.agree, handle: forFamily('agree'), lazy: async () => ({ Component: (await import('./pages/AgreePage')).AgreePage }) },
  { path: pages.helpers, handle: forFamily('helpers'), lazy: async () => ({ Component: (await import('./pages/HelpersPage')).HelpersPage }) },
  { path: pages.call, handle: forFamily('call'), lazy: async () => ({ Component: (await import('./pages/CallPage')).CallPage }) },
];
