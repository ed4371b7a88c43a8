import { Link as RouterLink } from 'react-router';
import { useSignOut, type SignedIn } from '@/api';
import { changeLanguage, languages, useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { LanguageSwitch } from '@/ui';

export function Languages() {
  const { i18n } = useTranslation();
  return <LanguageSwitch languages={languages} current={i18n.language} onChange={(code) => void changeLanguage(code)} />;
}

/** Another role, or out. */
export function AccountLinks({ session }: { session: SignedIn }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <>
      {session.identities.length > 1 ? (
        <RouterLink className="ep-top-button" to={pages.chooseIdentity}>
          {t('actions.switchIdentity')}
        </RouterLink>
      ) : null}
      <button type="button" className="ep-top-button" onClick={() => signOut.mutate()}>
        {t('actions.signOut')}
      </button>
    </>
  );
}
