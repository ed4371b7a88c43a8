import { qualities } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Heading } from '@/ui';
import { NetworkBadges } from './NetworkBadge';
import { TieMark } from './TieMark';

/** How to read the picture, in words. */
export function Legend({ caseId, domains }: { caseId: string; domains: readonly string[] }) {
  const { t } = useTranslation('network');
  const word = useWords();
  return (
    <section className="network-legend" aria-labelledby="network-legend">
      <Heading level={2} id="network-legend">
        {t('legend.heading')}
      </Heading>
      <ul>
        {qualities.map((quality) => (
          <li key={quality}>
            <TieMark quality={quality} />
            {word('qualities', quality)}
          </li>
        ))}
      </ul>
      <p>{t('legend.rings')}</p>
      <ul className="network-shapes">
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="8.5" />
          </svg>
          {t('legend.round')}
        </li>
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <rect x="1.5" y="1.5" width="17" height="17" rx="4" />
          </svg>
          {t('legend.square')}
        </li>
      </ul>
      {domains.length > 0 ? <NetworkBadges caseId={caseId} codes={domains} /> : null}
      <p className="ep-soft ep-small">{t('legend.keys')}</p>
    </section>
  );
}
