import { useRouteError } from 'react-router';
import { isOutOfReach } from '@/api';
import { NotForYou, Trouble } from '@/parts';

/** Catches what a page throws. Drafts are in the tab's storage, so starting the page anew loses nothing. */
export function ErrorPage() {
  const error = useRouteError();
  return <main className="ep-wrap ep-page">{isOutOfReach(error) ? <NotForYou /> : <Trouble error={error} onRetry={() => window.location.reload()} />}</main>;
}
