import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { pages } from '@/routing';
import type { SheetLink } from './SheetPage';

/** Whoever is only informed does not read what the others tell each other, so has no sheet of it. The family has its own sheet. */
export const seesProfessionalsSheet = (data: Pick<Case, 'myRole'>): boolean => data.myRole !== 'family' && data.myRole !== 'information-only';

/** The sheets that this reader can print of this family: one line per sheet. */
export function useSheetLinks(data: Pick<Case, 'id' | 'myRole'>, here: string): SheetLink[] {
  const { t } = useTranslation('paper');
  const family = data.myRole === 'family';
  const links = [
    { to: family ? pages.paper : pages.casePaper(data.id), label: t('links.client') },
    ...(seesProfessionalsSheet(data) ? [{ to: pages.casePaperProfessionals(data.id), label: t('links.professionals') }] : []),
  ];
  return links.map((link) => ({ ...link, current: link.to === here }));
}
