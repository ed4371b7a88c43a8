import { lazy, Suspense, type ReactNode } from 'react';
import { Link as RouterLink, NavLink } from 'react-router';
import { useHost, useUpdates, type Identity, type SignedIn } from '@/api';
import { useTranslation } from '@/i18n';
import { homeOf, nodeAdministrator, pages } from '@/routing';
import { Brand, contentId, NumberBadge, PersonMark } from '@/ui';
import { AccountLinks, Languages } from './Account';
import { LiveBar } from './LiveBar';

const HostBar = lazy(async () => ({ default: (await import('./HostBar')).HostBar }));

function UpdatesLink() {
  const { t } = useTranslation();
  const unread = useUpdates().data?.pages[0]?.unread ?? 0;
  return (
    <NavLink to={pages.updates}>
      {t('nav.updates')}
      {unread > 0 ? <NumberBadge value={unread} label={`${unread} ${t('new').toLocaleLowerCase()}`} /> : null}
    </NavLink>
  );
}

function Menu({ identity }: { identity: Identity }) {
  const { t } = useTranslation();
  const links: Record<Identity['kind'], { to: string; label: string }[]> = {
    professional: [
      { to: pages.myWork, label: t('nav.myWork') },
      { to: pages.families, label: t('nav.myFamilies') },
    ],
    administrator: [
      { to: pages.organisation, label: t('nav.organisation') },
      { to: pages.staff, label: t('nav.staff') },
    ],
    region: [{ to: pages.region, label: t('nav.region') }],
    family: [
      { to: pages.today, label: t('nav.today') },
      { to: pages.ourPlan, label: t('nav.ourPlan') },
    ],
  };
  return (
    <nav aria-label={t('nav.main')}>
      <ul>
        {links[identity.kind].map((link) => (
          <li key={link.to}>
            <NavLink to={link.to}>{link.label}</NavLink>
          </li>
        ))}
        {identity.kind === 'professional' ? (
          <li>
            <UpdatesLink />
          </li>
        ) : null}
        {identity.roles.includes(nodeAdministrator) ? (
          <li>
            <NavLink to={pages.nodes}>{t('nav.nodes')}</NavLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** Professionals, administrators, region: wide first, with a menu on top. */
export function DeskShell({ session, identity, children }: { session: SignedIn; identity: Identity; children: ReactNode }) {
  const host = useHost();
  return (
    <>
      <header className="ep-desk__top ep-shell-top">
        <div className="ep-wrap ep-desk__bar">
          <RouterLink className="ep-brand" to={homeOf(identity)}>
            <Brand />
          </RouterLink>
          <Menu identity={identity} />
          <div className="ep-desk__me">
            <Languages />
            <AccountLinks session={session} />
            <span className="ep-desk__name" translate="no">
              <b>{identity.name}</b>
              {identity.organisationName ? (
                <>
                  <br />
                  <span className="ep-soft">{identity.organisationName}</span>
                </>
              ) : null}
            </span>
            <PersonMark name={identity.name} shape={identity.kind === 'family' ? 'family' : 'professional'} />
          </div>
        </div>
      </header>
      {host ? (
        <Suspense fallback={null}>
          <HostBar host={host} />
        </Suspense>
      ) : null}
      {host?.away ? null : <LiveBar />}
      <main className="ep-wrap ep-page" id={contentId} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
