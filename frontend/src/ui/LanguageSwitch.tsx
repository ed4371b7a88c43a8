import { useTranslation } from '@/i18n';
import { Icon } from './icons';

export type LanguageChoice = { code: string; name: string };

/** Every language in its own words. Changing it re-renders texts only; what was typed stays. */
export function LanguageSwitch({ languages, current, onChange }: { languages: readonly LanguageChoice[]; current: string; onChange: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="ep-langs" role="group" aria-label={t('language.choose')}>
      {languages.map((language) => (
        <button key={language.code} type="button" className="ep-top-button" lang={language.code} aria-pressed={language.code === current} onClick={() => onChange(language.code)}>
          {language.code === current ? <Icon name="globe" /> : null}
          {language.name}
        </button>
      ))}
    </div>
  );
}
