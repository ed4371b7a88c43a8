import { useTranslation } from '@/i18n';
import { CaseFrame, may, NotForYou } from '@/parts';
import { Heading } from '@/ui';
import { WhoLooked } from '../components/WhoLooked';

/** The same for the coordinator and whoever opened the case. */
export function CaseAccessLogPage() {
  const { t } = useTranslation('access');
  return (
    <CaseFrame>
      {(data) =>
        may(data, 'see-access-log') ? (
          <div className="ep-stack">
            <Heading level={2}>{t('heading')}</Heading>
            <WhoLooked data={data} lead={(count) => t('leadDesk', { count })} />
          </div>
        ) : (
          <NotForYou />
        )
      }
    </CaseFrame>
  );
}
