import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle = (titleKey: string): RouteHandle => ({ kinds: ['professional'], titleKey, shell: 'desk' });
const caseId = ':caseId';

export const peopleRoutes: RouteObject[] = [
  { path: pages.people(caseId), handle: handle('people:title.people'), lazy: async () => ({ Component: (await import('./pages/PeoplePage')).PeoplePage }) },
  { path: pages.invite(caseId), handle: handle('people:title.invite'), lazy: async () => ({ Component: (await import('./pages/InvitePage')).InvitePage }) },
  { path: pages.appoint(caseId), handle: handle('people:title.appoint'), lazy: async () => ({ Component: (await import('./pages/AppointPage')).AppointPage }) },
  { path: pages.newMember(caseId), handle: handle('people:title.newMember'), lazy: async () => ({ Component: (await import('./pages/NewMemberPage')).NewMemberPage }) },
  { path: pages.member(caseId, ':memberId'), handle: handle('people:title.member'), lazy: async () => ({ Component: (await import('./pages/MemberPage')).MemberPage }) },
  { path: pages.memberAccess(caseId, ':memberId'), handle: handle('people:title.access'), lazy: async () => ({ Component: (await import('./pages/AccessPage')).AccessPage }) },
  { path: pages.endHelp(caseId, ':involvementId'), handle: handle('people:title.endHelp'), lazy: async () => ({ Component: (await import('./pages/EndHelpPage')).EndHelpPage }) },
  { path: pages.handOver(caseId, ':involvementId'), handle: handle('people:title.handOver'), lazy: async () => ({ Component: (await import('./pages/HandOverPage')).HandOverPage }) },
];
