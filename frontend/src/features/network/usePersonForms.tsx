import { useState } from 'react';
import { api, paths, useCaseDeed, useDraft, type Person, type PersonFields } from '@/api';
import { useTranslation } from '@/i18n';
import { ConflictChoice, formErrors, joinLists, useItemEdit, type ConflictRules, type ItemEdit } from '@/parts';
import { useToasts, type FieldError } from '@/ui';
import { useAnswer } from './components/QuestionField';
import { controlId, fieldOf, missing, noPerson, questions, toFields, toNew, toValues, type PersonValues, type Question } from './person';

function useMissing() {
  const { t } = useTranslation('network');
  return (values: PersonValues, asked?: readonly Question[]): FieldError[] => missing(values, asked).map((question) => ({ fieldId: controlId(question), text: t(question === 'name' ? 'needName' : 'needSector') }));
}

/** Somebody new: kept as a draft until it is saved, and saved once. */
export function useNewPerson(caseId: string, onSaved: (person: Person) => void) {
  const { t } = useTranslation();
  const { say } = useToasts();
  const draft = useDraft<PersonValues>(`person:new:${caseId}`, noPerson);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const check = useMissing();
  const add = useCaseDeed(caseId, (values: PersonValues, key) => api.create<Person>(paths.people(caseId), toNew(values), key));
  /** True when nothing is missing in what was asked. */
  const checkStep = (asked: readonly Question[]): boolean => {
    const wrong = check(draft.values, asked);
    setErrors(wrong);
    return wrong.length === 0;
  };
  const save = () => {
    if (add.isPending || !checkStep(questions)) return;
    add.mutate(draft.values, {
      onSuccess: (person) => {
        draft.discard();
        say(t('saved'));
        onSaved(person);
      },
      onError: (error) => setErrors(formErrors(error, fieldOf, t)),
    });
  };
  return { draft, values: draft.values, change: draft.change, errors, checkStep, save, busy: add.isPending };
}

export type PersonEdit = ItemEdit<PersonFields, PersonValues>;

export function usePersonEdit(caseId: string, person: Person, onSaved: () => void): PersonEdit {
  const check = useMissing();
  return useItemEdit<PersonFields, Person, PersonValues>({
    form: `person:${person.id}`,
    caseId,
    path: paths.person(caseId, person.id),
    item: person,
    fields: questions,
    toValues,
    toFields,
    fieldOf,
    check: (values) => check(values),
    onSaved: () => onSaved(),
  });
}

/** Two people changed the same about somebody: choose. */
export function PersonConflict({ caseId, edit }: { caseId: string; edit: PersonEdit }) {
  const { t } = useTranslation('network');
  const answer = useAnswer(caseId);
  if (!edit.conflict) return null;
  const describe = (question: Question) => (value: unknown) => answer(question, { ...noPerson, [question]: value ?? noPerson[question] });
  const rules = Object.fromEntries(
    questions.map((question) => [
      question,
      { label: t(`questions.${question}.label`), ...(question === 'name' || question === 'relation' ? {} : { describe: describe(question) }), ...(question === 'domains' || question === 'supportTypes' ? { both: joinLists } : {}) },
    ]),
  ) as ConflictRules<PersonFields>;
  return (
    <ConflictChoice<PersonFields>
      conflicts={edit.conflict.conflicts}
      rules={rules}
      otherName={edit.conflict.changedBy}
      changedAt={edit.conflict.changedAt}
      busy={edit.busy}
      onChoose={(chosen) => void edit.resolve(chosen)}
      onBack={edit.backToForm}
    />
  );
}
