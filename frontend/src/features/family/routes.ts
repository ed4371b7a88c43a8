import type { RouteObject } from 'react-router';
import { loadTexts } from '@/i18n';
import { pages, type RouteHandle } from '@/routing';

const forFamily = (title: string): RouteHandle => ({ kinds: ['family'], titleKey: `family:title.${title}`, shell: 'family' });

/** The pages of a family are opened on a slow line most of all. */
const withTexts = async <Page>(page: Promise<Page>): Promise<Page> => (await Promise.all([page, loadTexts('family', 'parts', 'ref', 'timeline', 'findings')]))[0];

export const familyRoutes: RouteObject[] = [
  { path: pages.today, handle: forFamily('today'), lazy: async () => ({ Component: (await withTexts(import('./pages/TodayPage'))).TodayPage }) },
  { path: pages.ourPlan, handle: forFamily('ourPlan'), lazy: async () => ({ Component: (await withTexts(import('./pages/OurPlanPage'))).OurPlanPage }) },
  { path: pages.ownGoal, handle: forFamily('ownGoal'), lazy: async () => ({ Component: (await withTexts(import('./pages/OwnGoalPage'))).OwnGoalPage }) },
  { path: pages.agree, handle: forFamily('agree'), lazy: async () => ({ Component: (await withTexts(import('./pages/AgreePage'))).AgreePage }) },
  { path: pages.helpers, handle: forFamily('helpers'), lazy: async () => ({ Component: (await withTexts(import('./pages/HelpersPage'))).HelpersPage }) },
  { path: pages.call, handle: forFamily('call'), lazy: async () => ({ Component: (await withTexts(import('./pages/CallPage'))).CallPage }) },
];
