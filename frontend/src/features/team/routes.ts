import type { RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';

const handle = (titleKey: string): RouteHandle => ({ kinds: ['professional'], titleKey, shell: 'desk' });
const caseId = ':caseId';

export const teamRoutes: RouteObject[] = [
  { path: pages.team(caseId), handle: handle('team:title.team'), lazy: async () => ({ Component: (await import('./pages/TeamPage')).TeamPage }) },
  { path: pages.invite(caseId), handle: handle('team:title.invite'), lazy: async () => ({ Component: (await import('./pages/InvitePage')).InvitePage }) },
  { path: pages.appoint(caseId), handle: handle('team:title.appoint'), lazy: async () => ({ Component: (await import('./pages/AppointPage')).AppointPage }) },
  { path: pages.newMember(caseId), handle: handle('team:title.newMember'), lazy: async () => ({ Component: (await import('./pages/NewMemberPage')).NewMemberPage }) },
  { path: pages.member(caseId, ':memberId'), handle: handle('team:title.member'), lazy: async () => ({ Component: (await import('./pages/MemberPage')).MemberPage }) },
  { path: pages.memberAccess(caseId, ':memberId'), handle: handle('team:title.access'), lazy: async () => ({ Component: (await import('./pages/AccessPage')).AccessPage }) },
  { path: pages.endHelp(caseId, ':involvementId'), handle: handle('team:title.endHelp'), lazy: async () => ({ Component: (await import('./pages/EndHelpPage')).EndHelpPage }) },
  { path: pages.handOver(caseId, ':involvementId'), handle: handle('team:title.handOver'), lazy: async () => ({ Component: (await import('./pages/HandOverPage')).HandOverPage }) },
];
