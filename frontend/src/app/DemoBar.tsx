import { useTranslation } from '@/i18n';

/** Stripes on every page of a demo: nobody may mistake it for the real thing. */
export function DemoBar() {
  const { t } = useTranslation();
  return (
    <div className="ep-demobar" role="note">
      <div className="ep-wrap ep-demobar__in">
        <b>{t('demo.label')}</b>
        <span>{t('demo.text')}</span>
      </div>
    </div>
  );
}
