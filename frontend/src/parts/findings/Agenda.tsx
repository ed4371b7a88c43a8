import { api, paths, useAgenda, useCaseDeed, type AgendaItem, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, Checkbox, Heading, Hidden, LinkButton, SectionHead, TextField, useToasts } from '@/ui';
import { may } from '../CaseFrame';
import { errorAt } from '../formErrors';
import { FocusFirst, useInPlace } from '../InPlace';
import { ItemForm } from '../ItemForm';
import { Loaded } from '../Loaded';
import { useNewItem } from '../useNewItem';
import { useSentence } from './sentence';
import './findings.css';

const formOf = (data: Case) => `agenda-new:${data.id}`;

function NewItem({ data, onClose }: { data: Case; onClose: () => void }) {
  const { t } = useTranslation('findings');
  const id = 'agenda-subject';
  const form = useNewItem<{ subject: string }>({
    form: formOf(data), caseId: data.id, path: paths.agenda(data.id), initial: { subject: '' }, toBody: (values) => ({ subject: values.subject.trim() }), fieldOf: () => id,
    check: (values) => (values.subject.trim() === '' ? [{ fieldId: id, text: t('agenda.missing') }] : []), onMade: onClose,
  });
  return (
    <ItemForm {...form} label={t('agenda.add')} saveLabel={t('agenda.save')} onCancel={onClose}>
      <TextField id={id} label={t('agenda.subject')} error={errorAt(form.errors, id)} maxLength={500} value={form.values.subject} onChange={(subject) => form.change({ subject })} />
    </ItemForm>
  );
}

function Item({ data, item }: { data: Case; item: AgendaItem }) {
  const { t } = useTranslation('findings');
  const say = useSentence();
  const toasts = useToasts();
  const failed = () => toasts.say(t('failed'));
  const tick = useCaseDeed(data.id, (discussed: boolean) => api.patch(paths.agendaItem(data.id, item.id), item.version, { discussed }));
  const remove = useCaseDeed(data.id, () => api.remove(paths.agendaItem(data.id, item.id), item.version));
  const what = (
    <>
      <bdi dir="auto">{say(item.subject)}</bdi>
      {item.addedBy ? <span className="ep-soft ep-small"> {t('agenda.by', { name: item.addedBy })}</span> : null}
    </>
  );
  return (
    <li>
      <div className="ep-agenda__what">
        {may(data, 'edit-plan') ? (
          <Checkbox
            label={
              <>
                {what}
                <Hidden> ({t('agenda.discussed')})</Hidden>
              </>
            }
            checked={Boolean(item.discussedAt)}
            onChange={(discussed) => tick.mutate(discussed, { onError: failed })}
          />
        ) : (
          what
        )}
      </div>
      {item.mayRemove ? (
        <LinkButton onClick={() => remove.mutate(undefined, { onError: failed })}>
          {t('agenda.remove')}
          <Hidden>: {say(item.subject)}</Hidden>
        </LinkButton>
      ) : null}
    </li>
  );
}

/** What to talk about at the next round table; everybody of the case may put something on it. */
export function Agenda({ data }: { data: Case }) {
  const { t } = useTranslation('findings');
  const form = useInPlace(formOf(data));
  return (
    <section aria-labelledby="agenda">
      <SectionHead
        end={
          form.open ? undefined : (
            <Button small icon="plus" className="ep-no-print" data-opens={formOf(data)} onClick={form.show}>
              {t('agenda.add')}
            </Button>
          )
        }
      >
        <Heading level={2} look={3} id="agenda">
          {t('agenda.title')}
        </Heading>
      </SectionHead>
      {form.open ? (
        <FocusFirst when={form.byHand}>
          <NewItem data={data} onClose={form.hide} />
        </FocusFirst>
      ) : null}
      <Loaded query={useAgenda(data.id)}>
        {(items) =>
          items.length === 0 ? (
            <p className="ep-soft">{t('agenda.none')}</p>
          ) : (
            <ul className="ep-agenda">
              {items.map((item) => (
                <Item key={item.id} data={data} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
