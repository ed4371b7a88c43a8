import { useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { useChooseIdentity, useSession } from '@/api';
import { useTranslation } from '@/i18n';
import { homeOf, pages, returnPath } from '@/routing';
import { Brand, Heading, Notice, PageHead, PersonMark, Voice } from '@/ui';
import '../components/session.css';

/** One person, several roles: the page they see follows from the one they choose. */
export function ChooseIdentityPage() {
  const { t } = useTranslation('session');
  const { search } = useLocation();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const choose = useChooseIdentity();
  const [failed, setFailed] = useState(false);
  if (!session?.signedIn) return <Navigate to={pages.signIn + search} replace />;
  const severalHosts = new Set(session.identities.map((identity) => identity.host)).size > 1;
  return (
    <>
      <Brand large />
      <PageHead>
        <Heading level={1}>{t('choose.title')}</Heading>
        <Voice>{t('choose.lead')}</Voice>
      </PageHead>
      {failed ? (
        <Notice tone="error" live>
          {t('failed')}
        </Notice>
      ) : null}
      <ul className="pick-list">
        {session.identities.map((identity) => (
          <li key={`${identity.id} ${identity.host ?? ''}`}>
            <button
              type="button"
              className="pick-me"
              disabled={choose.isPending}
              onClick={() =>
                choose.mutate(identity, {
                  onSuccess: () => void navigate(returnPath(search) ?? homeOf(identity), { replace: true }),
                  onError: () => setFailed(true),
                })
              }
            >
              <PersonMark name={identity.name} shape={identity.kind === 'family' ? 'family' : 'professional'} />
              <span>
                <b translate="no">{identity.name}</b>
                <span className="pick-me__see">{[identity.function, identity.organisationName, severalHosts ? identity.host : null].filter(Boolean).join(', ') || t(`demo.kinds.${identity.kind}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
