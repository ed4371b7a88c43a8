import { useIdentity, type Case, type FamilyInvitation, type HouseholdMember } from '@/api';
import { ReaderContext, readerOf, useDates, useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { UserText } from '@/ui';

type Props = { data: Case; member: HouseholdMember; invitation: FamilyInvitation };

function Written({ data, member, invitation }: Props) {
  const { t } = useTranslation('team');
  const { day } = useDates();
  const me = useIdentity();
  return (
    <article className="letter" aria-label={t('letter.label', { name: member.name })}>
      <p>
        {t('letter.dear')} <UserText>{member.name}</UserText>,
      </p>
      <p>{t('letter.what')}</p>
      <p>
        {t('letter.plan')} <b><UserText>{data.alias}</UserText></b>
      </p>
      <p>{t('letter.how')}</p>
      <ol>
        <li>
          {t('letter.go')} <b translate="no">{window.location.host + pages.signIn}</b>
        </li>
        <li>{t('letter.type')}</li>
      </ol>
      <p className="letter__code" translate="no">
        {invitation.code}
      </p>
      <p>{t('letter.until', { day: day(invitation.expiresAt) })}</p>
      <p>{t('letter.secret')}</p>
      <p>
        {t('letter.greeting')}
        <br />
        <span translate="no">{me.name}</span>
        {me.organisationName ? `, ${me.organisationName}` : null}
      </p>
    </article>
  );
}

/** The letter with the code, for on paper: what it is, how it works, until when. It speaks to whoever gets it. */
export function Letter(props: Props) {
  return (
    <ReaderContext value={readerOf(props.member.ageBand)}>
      <Written {...props} />
    </ReaderContext>
  );
}
