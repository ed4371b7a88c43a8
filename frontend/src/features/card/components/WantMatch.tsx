import { useReference, type Case, type Involvement, type Wants } from '@/api';
import { useList, useTranslation } from '@/i18n';
import { shortNames } from '@/parts';
import { Icon } from '@/ui';
import { othersOf } from '../form';
import { wantState } from '../matching';

/** Whether somebody tells what this card wants to know, in words. */
export function WantMatch({ row, data, card }: { data: Case; card: Pick<Involvement, 'id'>; row: Wants }) {
  const { t } = useTranslation('card');
  const list = useList();
  const subjects = useReference().data?.subjects ?? [];
  if (row.subject === '' || row.about.length === 0) return null;
  const { state, by, missing } = wantState(row, othersOf(data, card), subjects);
  const names = missing.map(shortNames(data.household));
  if (state === 'met')
    return (
      <p className="card-match card-match--met">
        <Icon name="link" size="s" />
        {t('wants.met', { names: list(by) })}
      </p>
    );
  return (
    <p className="card-match">
      <Icon name="gap" size="s" />
      {state === 'unmet' ? t('wants.unmet') : `${t('wants.partly', { names: list(by) })} ${missing.length > 0 ? t('wants.missing', { names: list(names) }) : ''}`}
    </p>
  );
}
