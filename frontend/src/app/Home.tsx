import { Navigate } from 'react-router';
import { useSession } from '@/api';
import { homeOf, pages } from '@/routing';

/** The address without a page: on to the first page of whoever is signed in. */
export function Home() {
  const { data } = useSession();
  if (!data?.signedIn) return <Navigate to={pages.signIn} replace />;
  return <Navigate to={data.identity ? homeOf(data.identity) : pages.chooseIdentity} replace />;
}
