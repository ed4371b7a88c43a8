import { useState, type FormEvent } from 'react';
import { paths, useIdentity, type Case, type Involvement } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { AwayNotice, ConflictChoice, DraftNotice, hasCard, may, useItemEdit } from '@/parts';
import { pages } from '@/routing';
import { Badge, Button, ErrorSummary, Heading, Link, PageHead, Row, UserText, type FieldError } from '@/ui';
import { fieldOf, formOf, idOf } from '../form';
import { useCardRules } from '../rules';
import { cardFieldNames, cardFields, cardValues, taskIsBegun, type CardValues, type OwnCard } from '../values';
import { ContactSection } from './ContactSection';
import { FamilySection } from './FamilySection';
import { PeriodSection } from './PeriodSection';
import { Preview } from './Preview';
import { GivesSection, WantsSection } from './SubjectsSections';
import { TasksSection } from './TasksSection';
import { Treatment } from './Treatment';

function useCheck(until: string | null): (values: CardValues) => FieldError[] {
  const { t } = useTranslation('card');
  return (values) => {
    const wrong: FieldError[] = [];
    const need = (bad: boolean, id: string, text: string) => bad && wrong.push({ fieldId: id, text });
    values.tasks.forEach((row, at) => {
      if (!taskIsBegun(row)) return;
      need(row.kind === '', idOf('tasks', at, 'kind'), t('missing.kind'));
      need(row.kind === 'other' && (row.task ?? '').trim() === '', idOf('tasks', at, 'task'), t('missing.task'));
      need(row.domain === '', idOf('tasks', at, 'domain'), t('missing.domain'));
    });
    values.gives.forEach((row, at) => need(row.subject !== '' && row.about.length === 0, idOf('gives', at, 'about'), t('missing.givesAbout')));
    values.wants.forEach((row, at) => need(row.subject !== '' && row.about.length === 0, idOf('wants', at, 'about'), t('missing.wantsAbout')));
    // A period that is over already may stay as it was said.
    need(values.until !== '' && values.until !== until && values.until <= today(), idOf('until'), t('missing.until'));
    return wrong;
  };
}

const formId = 'my-card';

/** The own card: everything in one form, with what the family reads beside it. */
export function CardForm({ data, card }: { data: Case; card: Involvement }) {
  const { t } = useTranslation('card');
  const dates = useDates();
  const me = useIdentity();
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const edit = useItemEdit<OwnCard, Involvement, CardValues>({
    form: formOf(card), caseId: data.id, path: paths.involvement(data.id, card.id), item: card, fields: cardFieldNames, toValues: cardValues, toFields: cardFields, fieldOf, check: useCheck(card.period?.until ?? null),
    onSaved: () => setSavedAt(new Date().toISOString()), onKept: () => undefined,
  });
  const rules = useCardRules(data);
  if (edit.conflict)
    return (
      <ConflictChoice
        level={1}
        conflicts={edit.conflict.conflicts}
        rules={rules}
        otherName={edit.conflict.changedBy}
        self={edit.conflict.changedBy === null || edit.conflict.changedBy === me.name}
        changedAt={edit.conflict.changedAt}
        busy={edit.busy}
        onChoose={(chosen) => void edit.resolve(chosen)}
        onBack={edit.backToForm}
      />
    );
  const props = { data, card, values: edit.values, change: edit.change, errors: edit.errors };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit.save();
  };
  return (
    <div className="card-page">
      <div>
        <PageHead
          crumb={
            <Link to={pages.family(data.id)}>
              <UserText>{data.alias}</UserText>
            </Link>
          }
          end={may(data, 'record-treatment') ? <Treatment data={data} card={card} /> : undefined}
        >
          <Heading level={1}>{t('title')}</Heading>
          <p className="ep-measure">{t('lead')}</p>
        </PageHead>
        <div className="ep-stack">
          <DraftNotice draft={edit.draft} />
          <ErrorSummary errors={edit.errors} />
          <AwayNotice away={edit.away} />
        </div>
        <form id={formId} noValidate aria-label={t('title')} onSubmit={submit}>
          <FamilySection {...props} />
          <TasksSection {...props} />
          <GivesSection {...props} />
          <WantsSection {...props} />
          <ContactSection {...props} />
          <PeriodSection {...props} />
        </form>
      </div>
      <aside aria-label={t('preview.title')}>
        <Preview {...props} />
      </aside>
      <div className="card-save">
        <Row>
          <Button type="submit" form={formId} kind="main" busy={edit.busy}>
            {t('save')}
          </Button>
          <span className="ep-soft">{edit.dirty ? t('notSaved') : savedAt ? t('savedAt', { time: dates.time(savedAt) }) : null}</span>
          <span className="ep-push">{!hasCard(card) ? null : card.cardComplete ? <Badge tone="good">{t('complete')}</Badge> : <span className="ep-soft">{t('incomplete')}</span>}</span>
        </Row>
      </div>
    </div>
  );
}
