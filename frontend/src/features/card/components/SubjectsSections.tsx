import { useReference, type Gives, type Wants } from '@/api';
import { useList, useTranslation, useWords } from '@/i18n';
import { errorAt } from '@/parts';
import { Button, Icon, SelectField } from '@/ui';
import { focusSoon, idOf, othersOf, withItem, withoutItem, type SectionProps } from '../form';
import { wantedBy } from '../matching';
import { Members, RemoveRow, SubjectField } from './Inputs';
import { WantMatch } from './WantMatch';

/** 3. What I tell: the subject and about whom, never the content. */
export function GivesSection({ data, card, values, change, errors }: SectionProps) {
  const { t } = useTranslation('card');
  const word = useWords();
  const list = useList();
  const subjects = useReference().data?.subjects ?? [];
  const others = othersOf(data, card);
  const set = (at: number, row: Gives) => change({ gives: withItem(values.gives, at, row) });
  const add = () => {
    change({ gives: [...values.gives, { subject: '', about: values.forMembers }] });
    focusSoon(idOf('gives', values.gives.length, 'subject'));
  };
  const remove = (at: number) => {
    change({ gives: withoutItem(values.gives, at) });
    focusSoon(idOf('gives', 'add'));
  };
  return (
    <section className="card-section" aria-labelledby="card-3">
      <h2 id="card-3">{t('sections.gives')}</h2>
      <p className="ep-help">{t('sections.givesHelp')}</p>
      {values.gives.map((row, at) => {
        const names = row.subject === '' ? [] : wantedBy(row, card.id, others, subjects);
        return (
          <fieldset className="card-row" key={at}>
            <legend className="ep-hidden">{t('gives.row', { number: at + 1 })}</legend>
            <SubjectField id={idOf('gives', at, 'subject')} label={t('gives.subject')} error={errorAt(errors, idOf('gives', at, 'subject'))} value={row.subject} onChange={(subject) => set(at, { ...row, subject })} />
            <div className="card-row__wide">
              <Members data={data} id={idOf('gives', at, 'about')} legend={t('about')} error={errorAt(errors, idOf('gives', at, 'about'))} values={row.about} onChange={(about) => set(at, { ...row, about })} />
              <RemoveRow what={row.subject === '' ? t('gives.row', { number: at + 1 }) : word('subjects', row.subject)} onClick={() => remove(at)} />
            </div>
            {names.length > 0 ? (
              <p className="card-match card-match--met">
                <Icon name="link" size="s" />
                {t('gives.wanted', { names: list(names) })}
              </p>
            ) : null}
          </fieldset>
        );
      })}
      <div>
        <Button small icon="plus" id={idOf('gives', 'add')} onClick={add}>
          {t('gives.add')}
        </Button>
      </div>
    </section>
  );
}

/** 4. What I want to know, about whom, perhaps from one person; whether somebody tells it is shown at once. */
export function WantsSection({ data, card, values, change, errors }: SectionProps) {
  const { t } = useTranslation('card');
  const word = useWords();
  const others = othersOf(data, card);
  const set = (at: number, row: Wants) => change({ wants: withItem(values.wants, at, row) });
  const add = () => {
    change({ wants: [...values.wants, { subject: '', about: values.forMembers, from: null }] });
    focusSoon(idOf('wants', values.wants.length, 'subject'));
  };
  const remove = (at: number) => {
    change({ wants: withoutItem(values.wants, at) });
    focusSoon(idOf('wants', 'add'));
  };
  return (
    <section className="card-section" aria-labelledby="card-4">
      <h2 id="card-4">{t('sections.wants')}</h2>
      <p className="ep-help">{t('sections.wantsHelp')}</p>
      {values.wants.map((row, at) => (
        <fieldset className="card-row" key={at}>
          <legend className="ep-hidden">{t('wants.row', { number: at + 1 })}</legend>
          <SubjectField id={idOf('wants', at, 'subject')} label={t('wants.subject')} error={errorAt(errors, idOf('wants', at, 'subject'))} value={row.subject} onChange={(subject) => set(at, { ...row, subject })} />
          <SelectField
            id={idOf('wants', at, 'from')}
            label={t('wants.from')}
            error={errorAt(errors, idOf('wants', at, 'from'))}
            value={row.from ?? ''}
            onChange={(from) => set(at, { ...row, from: from || null })}
            empty={t('wants.anybody')}
            options={others.map((one) => ({ value: one.id, label: `${one.name} (${one.function.toLocaleLowerCase()})` }))}
          />
          <div className="card-row__wide">
            <Members data={data} id={idOf('wants', at, 'about')} legend={t('about')} error={errorAt(errors, idOf('wants', at, 'about'))} values={row.about} onChange={(about) => set(at, { ...row, about })} />
            <RemoveRow what={row.subject === '' ? t('wants.row', { number: at + 1 }) : word('subjects', row.subject)} onClick={() => remove(at)} />
          </div>
          <WantMatch data={data} card={card} row={row} />
        </fieldset>
      ))}
      <div>
        <Button small icon="plus" id={idOf('wants', 'add')} onClick={add}>
          {t('wants.add')}
        </Button>
      </div>
    </section>
  );
}
