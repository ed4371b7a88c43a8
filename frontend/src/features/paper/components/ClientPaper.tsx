import { useState, type ReactNode } from 'react';
import type { Case, Plan } from '@/api';
import { languages, useTranslation, useWords } from '@/i18n';
import { Notice, RadioGroup } from '@/ui';
import { useSheetDomains } from '../domains';
import { clientModel } from '../model';
import { languageOf, machineDrafts, sheetLanguageOf, sheetLanguages, type SheetLanguage } from '../words';
import { ClientSheets } from './ClientSheets';

/** Languages are called as they call themselves. */
const names: Record<SheetLanguage, string> = { ...(Object.fromEntries(languages.map(({ code, name }) => [code, name])) as Record<'nl' | 'en', string>), ar: 'العربية' };

/** The family's sheet with the choice of its language; it begins in what the family speaks. */
export function ClientPaper({ data, plan, children }: { data: Case; plan: Plan; children: (choice: ReactNode, sheets: ReactNode) => ReactNode }) {
  const { t } = useTranslation('paper');
  const word = useWords();
  const domain = useSheetDomains(data, plan);
  const spoken = languageOf(data.household, data.myFamilyMemberId);
  const [chosen, setChosen] = useState<SheetLanguage | null>(null);
  const language = chosen ?? sheetLanguageOf(spoken);
  const choice = (
    <>
      <RadioGroup
        legend={t('client.language')}
        value={language}
        onChange={(value) => setChosen(value as SheetLanguage)}
        choices={sheetLanguages.map((code) => ({ value: code, label: <span lang={code}>{names[code]}</span>, help: code === 'nl' ? undefined : t('client.withDutch') }))}
      />
      {sheetLanguageOf(spoken) === spoken ? null : <Notice tone="plain">{t('client.noWords', { language: word('languages', spoken) })}</Notice>}
      {machineDrafts.includes(language) ? <Notice tone="ask">{t('client.machine')}</Notice> : null}
    </>
  );
  return <>{children(choice, <ClientSheets model={clientModel(data, plan)} language={language} domain={domain} />)}</>;
}
