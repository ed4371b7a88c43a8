import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const signIn: RouteHandle = { public: true, titleKey: 'session:title.signIn', shell: 'bare' };
const choose: RouteHandle = { public: true, titleKey: 'session:title.choose', shell: 'bare' };

export const sessionRoutes: RouteObject[] = [
  { path: pages.signIn, handle: signIn, lazy: async () => ({ Component: (await import('./pages/SignInPage')).SignInPage }) },
  { path: pages.chooseIdentity, handle: choose, lazy: async () => ({ Component: (await import('./pages/ChooseIdentityPage')).ChooseIdentityPage }) },
];
