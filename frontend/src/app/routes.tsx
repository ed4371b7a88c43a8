import type { RouteObject } from 'react-router';
import { cardRoutes } from '@/features/card/routes';
import { casePlanRoutes } from '@/features/case-plan/routes';
import { intakeRoutes } from '@/features/intake/routes';
import { familyRoutes } from '@/features/family/routes';
import { teamRoutes } from '@/features/team/routes';
import { sessionRoutes } from '@/features/session/routes';
import { workRoutes } from '@/features/work/routes';
import { awayRoutes } from '@/features/away/routes';
import { accessRoutes } from '@/features/access/routes';
import { paperRoutes } from '@/features/paper/routes';
import { networkRoutes } from '@/features/network/routes';
import { nodeRoutes } from '@/features/nodes/routes';
import { updatesRoutes } from '@/features/updates/routes';
import { organisationRoutes } from '@/features/organisation/routes';
import { peopleRoutes } from '@/features/people/routes';
import { regionRoutes } from '@/features/region/routes';
import { Loading } from '@/parts';
import type { RouteHandle } from '@/routing';
import { ErrorPage } from './ErrorPage';
import { Home } from './Home';
import { RootLayout } from './RootLayout';

/** One line per feature. */
const features: RouteObject[] = [
  ...familyRoutes,
  ...sessionRoutes,
  ...workRoutes,
  ...casePlanRoutes,
  ...intakeRoutes,
  ...accessRoutes,
  ...awayRoutes,
  ...networkRoutes,
  ...paperRoutes,
  ...updatesRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...regionRoutes,
  ...nodeRoutes,
  ...cardRoutes,
  ...teamRoutes,
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
