import { useState } from 'react';
import { usePeople, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { SheetPage } from '@/parts/sheet';
import { Checkbox, Notice } from '@/ui';
import { PeopleSheets } from './PeopleSheets';

/** The people on paper. Nobody on it agreed to that, so one is warned; how good ties are is on it only when one chooses so. */
export function PrintPeople({ data, back }: { data: Case; back: string }) {
  const { t } = useTranslation('network');
  const [quality, setQuality] = useState(false);
  return (
    <Loaded query={usePeople(data.id)}>
      {(people) => (
        <SheetPage
          title={t('paper.title')}
          lead={t('paper.lead')}
          crumb={{ to: back, label: t(data.myRole === 'family' ? 'headingOurs' : 'heading') }}
          links={[]}
          note={
            <>
              <Notice tone="ask">{t('paper.warning')}</Notice>
              <Checkbox label={t('paper.quality')} help={t('paper.qualityHelp')} checked={quality} onChange={setQuality} />
            </>
          }
        >
          <PeopleSheets data={data} people={people} quality={quality} />
        </SheetPage>
      )}
    </Loaded>
  );
}
