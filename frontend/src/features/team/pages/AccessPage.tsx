import { useParams } from 'react-router';
import { api, paths, useCaseDeed, type Case, type FamilyInvitation, type HouseholdMember } from '@/api';
import { useTranslation } from '@/i18n';
import { FocusHere, may, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, Notice, Paragraph, Row } from '@/ui';
import { Failure } from '../components/Failure';
import { Letter } from '../components/Letter';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';

function GiveAccess({ data, member }: { data: Case; member: HouseholdMember }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  // The code stays only in this page: it is shown once and kept nowhere.
  const make = useCaseDeed<void, FamilyInvitation>(data.id, () => api.post<FamilyInvitation>(paths.memberInvitation(data.id, member.id)));
  const code = make.data;
  if (code)
    return (
      <FocusHere className="ep-stack ep-stack--l">
        <div className="ep-no-print">
          <Notice tone="ask" live>
            {t('access.once')}
          </Notice>
        </div>
        <Letter data={data} member={member} invitation={code} />
        <div className="ep-no-print">
          <Row>
            <Button kind="main" icon="print" onClick={() => window.print()}>
              {t('access.print')}
            </Button>
            <ButtonLink kind="quiet" to={pages.team(data.id)}>
              {t('access.ready')}
            </ButtonLink>
          </Row>
        </div>
      </FocusHere>
    );
  return (
    <div className="team-form">
      <Failure error={make.error} />
      <Paragraph>{t('access.what', { name: member.name })}</Paragraph>
      <Paragraph soft>{t('access.older')}</Paragraph>
      <Row>
        <Button
          kind="main"
          icon="key"
          busy={make.isPending}
          onClick={() => {
            if (!make.isPending) make.mutate();
          }}
        >
          {t('access.make')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </div>
  );
}

/** A one-time code in a letter to a family member. */
export function AccessPage() {
  const { t } = useTranslation('team');
  const { memberId } = useParams();
  return (
    <UnderTeam title={() => t('title.access')}>
      {(data) => {
        const member = data.household.find((one) => one.id === memberId);
        if (!member) return <NotForYou />;
        return may(data, 'edit-household') ? <GiveAccess key={member.id} data={data} member={member} /> : <NotAllowed />;
      }}
    </UnderTeam>
  );
}
