import { useReference, type CardTask } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { errorAt, useFamilyDomain } from '@/parts';
import { Button, SelectField, TextField } from '@/ui';
import { focusSoon, idOf, withItem, withoutItem, type SectionProps } from '../form';
import { taskText } from '../rules';
import { Members, RemoveRow } from './Inputs';

/** 2. What I took on: tasks with their life domain and persons, and of whom I am the lead practitioner. */
export function TasksSection({ data, values, change, errors }: SectionProps) {
  const { t } = useTranslation('card');
  const domainName = useFamilyDomain(data.id);
  const word = useWords();
  const reference = useReference().data;
  const domains = reference?.lifeDomains ?? [];
  const set = (at: number, row: CardTask) => change({ tasks: withItem(values.tasks, at, row) });
  const add = () => {
    change({ tasks: [...values.tasks, { domain: values.lifeDomains.length === 1 ? (values.lifeDomains[0] ?? '') : '', kind: '', task: null, members: values.forMembers }] });
    focusSoon(idOf('tasks', values.tasks.length, 'kind'));
  };
  const remove = (at: number) => {
    change({ tasks: withoutItem(values.tasks, at) });
    focusSoon(idOf('tasks', 'add'));
  };
  return (
    <section className="card-section" aria-labelledby="card-2">
      <h2 id="card-2">{t('sections.tasks')}</h2>
      <p className="ep-help">{t('sections.tasksHelp')}</p>
      {values.tasks.map((row, at) => (
        <fieldset className="card-row" key={at}>
          <legend className="ep-hidden">{t('tasks.row', { number: at + 1 })}</legend>
          <SelectField
            id={idOf('tasks', at, 'kind')}
            label={t('tasks.kind')}
            error={errorAt(errors, idOf('tasks', at, 'kind'))}
            value={row.kind}
            onChange={(kind) => set(at, { ...row, kind })}
            empty={t('choose')}
            options={(reference?.taskKinds ?? []).map((code) => ({ value: code, label: word('taskKinds', code) }))}
          />
          <SelectField
            id={idOf('tasks', at, 'domain')}
            label={t('tasks.domain')}
            error={errorAt(errors, idOf('tasks', at, 'domain'))}
            value={row.domain}
            onChange={(domain) => set(at, { ...row, domain })}
            empty={t('choose')}
            options={domains.map(({ code }) => ({ value: code, label: domainName(code) }))}
          />
          <div className="card-row__wide">
            <TextField id={idOf('tasks', at, 'task')} label={t('tasks.task')} help={t('tasks.taskHelp')} error={errorAt(errors, idOf('tasks', at, 'task'))} maxLength={500} value={row.task ?? ''} onChange={(task) => set(at, { ...row, task })} />
            <Members data={data} id={idOf('tasks', at, 'members')} legend={t('tasks.members')} error={errorAt(errors, idOf('tasks', at, 'members'))} values={row.members} onChange={(members) => set(at, { ...row, members })} />
            <RemoveRow what={taskText(row, word) || t('tasks.row', { number: at + 1 })} onClick={() => remove(at)} />
          </div>
        </fieldset>
      ))}
      <div>
        <Button small icon="plus" id={idOf('tasks', 'add')} onClick={add}>
          {t('tasks.add')}
        </Button>
      </div>
      <Members data={data} id={idOf('leadPractitionerOf')} legend={t('leadPractitionerOf')} help={t('leadPractitionerOfHelp')} error={errorAt(errors, idOf('leadPractitionerOf'))} values={values.leadPractitionerOf} onChange={(leadPractitionerOf) => change({ leadPractitionerOf })} />
    </section>
  );
}
