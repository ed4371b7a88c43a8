import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { IdentityContext, keys, onSessionEnded, setDraftOwner, startLive, useSession, type Session } from '@/api';
import { changeLanguage, hasChosenLanguage, ReaderContext, useTranslation } from '@/i18n';
import { Loading, NotForYou, Trouble } from '@/parts';
import { pages, signInFrom, type RouteHandle } from '@/routing';
import { contentId, SkipLink } from '@/ui';
import { DemoBar } from './DemoBar';
import { DeskShell } from './DeskShell';
import { FamilyShell } from './FamilyShell';
import { decide } from './guard';
import { useKeptFocus } from './keepFocus';
import { useFocusOnHeading, useTitle } from './pageEffects';
import { useReader } from './useReader';

function Frame({ session, handle, children }: { session: Session; handle: Partial<RouteHandle> | undefined; children: ReactNode }) {
  const identity = session.signedIn ? session.identity : null;
  if (!session.signedIn || !identity || handle?.shell === 'bare')
    return (
      <main id={contentId} tabIndex={-1} className="ep-wrap ep-page">
        {children}
      </main>
    );
  const family = handle?.shell === 'family' || (handle?.shell !== 'desk' && identity.kind === 'family');
  return family ? (
    <FamilyShell session={session}>{children}</FamilyShell>
  ) : (
    <DeskShell session={session} identity={identity}>
      {children}
    </DeskShell>
  );
}

/** Everything that follows from who is signed in: drafts, live news, language, size of the text. */
function useSessionEffects(session: Session | undefined) {
  const client = useQueryClient();
  const identity = session?.signedIn ? session.identity : null;
  const identityId = identity?.id ?? null;
  const hasUpdates = identity?.kind === 'professional' || identity?.kind === 'family';
  setDraftOwner(identityId);
  useEffect(() => onSessionEnded(() => void client.invalidateQueries({ queryKey: keys.session })), [client]);
  useEffect(() => (identityId !== null && hasUpdates ? startLive(client) : undefined), [client, identityId, hasUpdates]);
  useEffect(() => {
    document.documentElement.classList.toggle('ep-family', identity?.kind === 'family');
  }, [identity?.kind]);
  const language = session?.signedIn ? session.language : undefined;
  useEffect(() => {
    if (language && !hasChosenLanguage()) void changeLanguage(language, false);
  }, [language]);
}

export function RootLayout() {
  const { i18n } = useTranslation();
  const location = useLocation();
  const handle = useMatches().at(-1)?.handle as Partial<RouteHandle> | undefined;
  const query = useSession();
  const session = query.data;
  useSessionEffects(session);
  const wasIn = useRef(false);
  useEffect(() => {
    wasIn.current ||= session?.signedIn === true;
  }, [session?.signedIn]);
  const reader = useReader(session);
  useFocusOnHeading(location.pathname);
  useKeptFocus();
  const verdict = session ? decide(handle, session) : null;
  useTitle(verdict === 'not-for-you' ? 'common:title.notFound' : (handle?.titleKey ?? 'common:title.notFound'), i18n.language, reader);

  if (!session)
    return (
      <main className="ep-wrap ep-page" id={contentId}>
        {query.error ? <Trouble error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
      </main>
    );
  // Who signed out on purpose leaves no way back to this page: the next one at this computer may be somebody else.
  if (verdict === 'sign-in') return 'left' in session ? <Navigate to={pages.signIn} replace /> : <Navigate to={signInFrom(location.pathname)} state={{ ended: wasIn.current }} replace />;
  if (verdict === 'choose-identity') return <Navigate to={pages.chooseIdentity} replace />;
  return (
    <ReaderContext value={reader ?? 'adult'}>
      <SkipLink />
      {session.demo ? <DemoBar /> : null}
      <IdentityContext value={session.signedIn ? session.identity : null}>
        <Frame session={session} handle={handle}>
          {/* First who reads: no text changes from u to je under somebody's eyes. */}
          {reader === undefined ? <Loading /> : <Suspense fallback={<Loading />}>{verdict === 'show' ? <Outlet /> : <NotForYou />}</Suspense>}
        </Frame>
      </IdentityContext>
    </ReaderContext>
  );
}
