import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '@/i18n';
import { Link } from '@/ui';
import './network.css';

export const views = { list: 'lijst', picture: 'plaatje', table: 'tabel' } as const;
export type View = keyof typeof views;
export const viewKey = 'weergave';
const wide = '(min-width: 900px)';

/** Where there is room one sees the picture first, elsewhere the list; the address says it when somebody chose. */
export function useView(): View {
  const [search] = useSearchParams();
  const roomy = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia?.(wide);
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    () => window.matchMedia?.(wide).matches ?? false,
  );
  const chosen = search.get(viewKey);
  return (Object.keys(views) as View[]).find((view) => views[view] === chosen) ?? (roomy ? 'picture' : 'list');
}

export function ViewLinks({ now }: { now: View }) {
  const { t } = useTranslation('network');
  return (
    <nav className="network-views ep-no-print" aria-label={t('views.label')}>
      {(Object.keys(views) as View[]).map((view) => (
        <Link key={view} to={{ search: `?${viewKey}=${views[view]}` }} aria-current={view === now ? 'page' : undefined}>
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
