import { isRegionAway, useCases, useCoordinatorRequests, useHandovers, useHost, useIdentity, useInvitations } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, Heading, PageHead, SideGrid } from '@/ui';
import { HeldWork } from '../components/HeldWork';
import { ChangedForMe } from '../components/ChangedForMe';
import { MyFamilies } from '../components/MyFamilies';
import { gapsOf } from '../components/gaps';
import { WaitingForMe } from '../components/WaitingForMe';

/** What waits for me, what changed for me, and my families beside it. */
export function MyWorkPage() {
  const { t } = useTranslation('work');
  const dates = useDates();
  const identity = useIdentity();
  const cases = useCases();
  const invitations = useInvitations();
  const handovers = useHandovers();
  const requests = useCoordinatorRequests();
  const host = useHost();
  if (host?.away || isRegionAway(cases.error)) return <HeldWork />;
  return (
    <Loaded query={cases}>
      {(data) => (
        <Loaded query={invitations}>
          {(invited) => (
            <Loaded query={handovers}>
              {(handed) => (
                <Loaded query={requests}>
                  {(asked) => {
                    const list = data.pages.flatMap((page) => page.items);
                    const open = list.filter((item) => item.status === 'open');
                    const gaps = gapsOf(list, today());
                    const count = invited.length + handed.length + asked.length + gaps.length;
                    return (
                      <>
                        <PageHead
                          crumb={`${dates.day(today())} · ${t('families', { count: open.length })}`}
                          end={
                            identity.roles.includes('intake') ? (
                              <ButtonLink kind={open.length === 0 ? 'main' : 'second'} icon="plus" to={pages.newCase}>
                                {t('newCase')}
                              </ButtonLink>
                            ) : null
                          }
                        >
                          <Heading level={1}>{count === 0 ? t('waiting.titleNone') : t('waiting.title', { count })}</Heading>
                        </PageHead>
                        <SideGrid side={<MyFamilies cases={open} />}>
                          {count > 0 ? <WaitingForMe invitations={invited} handovers={handed} requests={asked} gaps={gaps} /> : null}
                          <ChangedForMe cases={list} />
                        </SideGrid>
                      </>
                    );
                  }}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
