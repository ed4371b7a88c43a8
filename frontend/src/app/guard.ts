import type { Session } from '@/api';
import type { RouteHandle } from '@/routing';

export type Verdict = 'show' | 'sign-in' | 'choose-identity' | 'not-for-you';

/** Who may open a page. No rule means no page. */
export function decide(handle: Partial<RouteHandle> | undefined, session: Session): Verdict {
  if (!handle || typeof handle.titleKey !== 'string') return 'not-for-you';
  if (handle.public === true) return 'show';
  if (!session.signedIn) return 'sign-in';
  if (!session.identity) return 'choose-identity';
  const { kind, roles } = session.identity;
  return 'kinds' in handle && handle.kinds?.includes(kind) && (handle.role === undefined || roles.includes(handle.role)) ? 'show' : 'not-for-you';
}
