import { useNavigate, useParams } from 'react-router';
import { keys, paths, type NewStaff, type Staff } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { ItemEditForm, NotForYou, useItemEdit, type ConflictRules } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink } from '@/ui';
import { useFailures } from '../components/failure';
import { Frame } from '../components/Frame';
import { PersonFields } from '../components/PersonFields';
import { useCheckPerson } from '../useCheckPerson';
import { fieldOf, intake, personFields, toPerson, toValues, type PersonValues } from '../values';

function useRules(): ConflictRules<NewStaff> {
  const { t } = useTranslation('people');
  const word = useWords();
  return {
    name: { label: t('field.name') },
    function: { label: t('field.function') },
    phone: { label: t('field.phone') },
    email: { label: t('field.email') },
    account: { label: t('field.account') },
    preferredChannel: { label: t('field.channel'), describe: (value) => (value ? word('channels', value as string) : t('field.noChannel')) },
    roles: { label: t('field.roles'), describe: (value) => t((value as string[]).includes(intake) ? 'field.intake' : 'field.noRole') },
  };
}

function Form({ one }: { one: Staff }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const check = useCheckPerson();
  const rules = useRules();
  const failures = useFailures();
  const edit = useItemEdit<NewStaff, Staff & NewStaff, PersonValues>({
    form: `colleague:${one.id}`,
    old: [keys.staff],
    path: paths.staffMember(one.id),
    item: { ...one, account: one.account ?? '' },
    fields: personFields,
    toValues,
    toFields: toPerson,
    fieldOf,
    failures,
    check,
    onSaved: () => void navigate(pages.staff),
  });
  return (
    <div className="people-form">
      <ItemEditForm
        edit={edit}
        rules={rules}
        label={t('change.label', { name: one.name })}
        onCancel={() => void navigate(pages.staff)}
        more={
          <ButtonLink kind="danger" to={pages.colleagueLeaves(one.id)}>
            {t('list.leaves')}
          </ButtonLink>
        }
      >
        <PersonFields values={edit.values} change={edit.change} errors={edit.errors} />
      </ItemEditForm>
    </div>
  );
}

/** Work data, roles and account of one colleague. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { personId } = useParams();
  const find = (people: Staff[]) => people.find((one) => one.id === personId && one.active);
  return (
    <Frame under title={(people) => find(people)?.name ?? t('title.change')}>
      {(people) => {
        const one = find(people);
        return one ? <Form key={one.id} one={one} /> : <NotForYou />;
      }}
    </Frame>
  );
}
