import { useIdentity, useOrganisationSubscription } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { Heading, PageHead } from '@/ui';
import { Deliveries } from '../components/Deliveries';
import { Key } from '../components/Key';
import { Kinds } from '../components/Kinds';
import { Queue } from '../components/Queue';
import '../components/organisation.css';

/** What an administrator does: which news the organisation's systems get, and with which key. No plan is seen here. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { organisationName } = useIdentity();
  return (
    <>
      <PageHead crumb={organisationName}>
        <Heading level={1}>{t('heading')}</Heading>
        <p className="ep-soft ep-measure">{t('lead')}</p>
      </PageHead>
      <div className="organisation">
        <Loaded query={useOrganisationSubscription()}>{(subscription) => <Kinds subscription={subscription} />}</Loaded>
        <Deliveries />
        <Loaded query={useOrganisationSubscription()}>{(subscription) => <Key subscription={subscription} />}</Loaded>
        <Queue />
      </div>
    </>
  );
}
