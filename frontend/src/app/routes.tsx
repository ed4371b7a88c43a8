import type { RouteObject } from 'react-router';
import { cardRoutes } from '@/features/card/routes';
import { casePlanRoutes } from '@/features/case-plan/routes';
import { intakeRoutes } from '@/features/intake/routes';
import { sessionRoutes } from '@/features/session/routes';
import { workRoutes } from '@/features/work/routes';
import { Loading } from '@/parts';
import type { RouteHandle } from '@/routing';
import { ErrorPage } from './ErrorPage';
import { Home } from './Home';
import { RootLayout } from './RootLayout';

/** One line per feature. */
const features: RouteObject[] = [
  ...sessionRoutes,
  ...workRoutes,
  ...casePlanRoutes,
  ...intakeRoutes,
  ...cardRoutes,
];

const home: RouteHandle = { public: true, titleKey: 'common:product', shell: 'bare' };

export const routes: RouteObject[] = [
  {
    element: <RootLayout />,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <Loading />,
    children: [
      { index: true, element: <Home />, handle: home },
      ...features,
      // Without a handle the guard shows "not for you", the same page as for no access.
      { path: '*', element: null },
    ],
  },
];
