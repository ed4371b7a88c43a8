import type { ReactNode } from 'react';
import { Link as RouterLink, NavLink } from 'react-router';
import type { SignedIn } from '@/api';
import { useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { Brand, contentId, Icon, SafeExit, type IconName } from '@/ui';
import { AccountLinks, Languages } from './Account';
import { leaveQuickly } from './leaveQuickly';
import { LiveBar } from './LiveBar';

/** Phone first: one column, and calling is always one tap away. */
export function FamilyShell({ session, children }: { session: SignedIn; children: ReactNode }) {
  const { t } = useTranslation();
  const tabs: { to: string; icon: IconName; label: string }[] = [
    { to: pages.today, icon: 'home', label: t('nav.today') },
    { to: pages.ourPlan, icon: 'plan', label: t('nav.ourPlan') },
    { to: pages.helpers, icon: 'people', label: t('nav.helpers') },
    { to: pages.call, icon: 'phone', label: t('nav.call') },
  ];
  return (
    <div className="ep-phone">
      <header className="ep-phone__top ep-shell-top">
        <RouterLink className="ep-brand" to={pages.today}>
          <Brand />
        </RouterLink>
        <SafeExit onLeave={leaveQuickly} />
      </header>
      <LiveBar />
      <main className="ep-phone__main" id={contentId} tabIndex={-1}>
        {children}
      </main>
      <footer className="ep-phone__end ep-no-print">
        <Languages />
        <AccountLinks session={session} />
      </footer>
      <nav className="ep-tabbar" aria-label={t('nav.main')}>
        {tabs.map((tab) => (
          <NavLink key={tab.to} to={tab.to}>
            <Icon name={tab.icon} />
            {tab.label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
