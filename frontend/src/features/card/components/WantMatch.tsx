import { useTranslation } from 'react-i18next';
import { useReference, type Case, type Involvement, type Wants } from '@/api';
import { shortNames } from '@/parts';
import { Icon } from '@/ui';
import { othersOf } from '../form';
import { wantState } from '../matching';

/** Whether somebody tells what this card wants to know, in words. */
export function WantMatch({ row, data, card }: { data: Case; card: Pick<Involvement, 'id'>; row: Wants }) {
  const { t } = useTranslation('card');
  const subjects = useReference().data?.subjects ?? [];
  if (row.subject === '' || row.about.length === 0) return null;
  const { state, by, missing } = wantState(row, othersOf(data, card), subjects);
  const names = missing.map(shortNames(data.household)).join(', ');
  if (state === 'met')
    return (
      <p className="card-match card-match--met">
        <Icon name="link" size="s" />
        {t('wants.met', { names: by.join(', ') })}
      </p>
    );
  return (
    <p className="card-match">
      <Icon name="gap" size="s" />
      {state === 'unmet' ? t('wants.unmet') : `${t('wants.partly', { names: by.join(', ') })} ${missing.length > 0 ? t('wants.missing', { names }) : ''}`}
    </p>
  );
}
