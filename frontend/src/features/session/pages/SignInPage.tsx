import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useDemoSignIn, useSession } from '@/api';
import { changeLanguage, languages, useTranslation } from '@/i18n';
import { homeOf, pages, returnPath } from '@/routing';
import { Brand, Heading, LanguageSwitch, Notice, PageHead, Row, Voice } from '@/ui';
import { CodeForm } from '../components/CodeForm';
import { DemoAccounts } from '../components/DemoAccounts';

/** In the demo one chooses who one is; a family member can always use a code. */
export function SignInPage() {
  const { t, i18n } = useTranslation('session');
  const { t: common } = useTranslation();
  const { search, state } = useLocation();
  const { data: session } = useSession();
  const signIn = useDemoSignIn();
  const [failed, setFailed] = useState(false);
  if (session?.signedIn) {
    if (!session.identity) return <Navigate to={pages.chooseIdentity + search} replace />;
    return <Navigate to={returnPath(search) ?? homeOf(session.identity)} replace />;
  }
  const demo = session?.demo ?? false;
  return (
    <>
      <Row>
        <Brand large />
        <span className="ep-push">
          <LanguageSwitch languages={languages} current={i18n.language} onChange={(code) => void changeLanguage(code)} />
        </span>
      </Row>
      <PageHead>
        <Heading level={1}>{demo ? t('demo.title') : t('signIn.title')}</Heading>
        <Voice>{demo ? t('demo.lead') : t('signIn.lead')}</Voice>
      </PageHead>
      {(state as { ended?: boolean } | null)?.ended ? (
        <Notice tone="ask" live>
          <b>{common('state.sessionEnded.title')}.</b> {common('state.sessionEnded.text')}
        </Notice>
      ) : null}
      {failed ? (
        <Notice tone="error" live>
          {t('failed')}
        </Notice>
      ) : null}
      {demo ? (
        <DemoAccounts
          busy={signIn.isPending}
          onPick={(account) => {
            setFailed(false);
            signIn.mutate(account, { onError: () => setFailed(true) });
          }}
        />
      ) : null}
      <CodeForm onDone={() => setFailed(false)} />
    </>
  );
}
