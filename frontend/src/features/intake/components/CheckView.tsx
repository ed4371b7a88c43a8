import type { ReactNode } from 'react';
import { useTranslation, useWords } from '@/i18n';
import { useAgeQuestion } from '@/parts';
import { LinkButton, SummaryList, UserText, type SummaryItem } from '@/ui';
import { filledRows, type Step, type Values } from '../newCase';

/** Everything once more, with a way back to each step. */
export function CheckView({ values, onChange }: { values: Values; onChange: (step: Step) => void }) {
  const { t } = useTranslation('intake');
  const { t: common } = useTranslation();
  const word = useWords();
  const ageQuestion = useAgeQuestion();
  const item = (key: string, label: string, value: ReactNode, step: Step): SummaryItem => ({
    key,
    label,
    value,
    end: (
      <LinkButton onClick={() => onChange(step)}>
        {common('actions.change')}
        <span className="ep-hidden"> {label}</span>
      </LinkButton>
    ),
  });
  const lines = (texts: ReactNode[]) => (
    <ul>
      {texts.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      items={[
        item('alias', t('who.alias'), <UserText>{values.alias}</UserText>, 'who'),
        item('municipality', t('who.municipality'), word('municipalities', values.municipality), 'who'),
        item('criteria', t('why.criteria'), lines(values.criteria.map((code) => word('criteria', code))), 'why'),
        item('ground', t('why.ground'), word('legalGrounds', values.ground), 'why'),
        item('motivation', t('why.motivation'), <UserText>{values.motivation}</UserText>, 'why'),
        item(
          'household',
          t('steps.who'),
          lines(
            filledRows(values.rows).map((row) => (
              <>
                <UserText>{row.name}</UserText>
                {': '}
                {[word('householdRoles', row.role).toLocaleLowerCase(), word('ageBands', row.ageBand).toLocaleLowerCase(), word('languages', row.language), word('interpreterNeeds', row.interpreter).toLocaleLowerCase()].join(', ')}
                <span className="ep-question">{ageQuestion(row.role, row.ageBand)}</span>
              </>
            )),
          ),
          'who',
        ),
        item(
          'helpers',
          t('steps.helpers'),
          values.involved.length === 0 ? t('remark.nobody') : lines(values.involved.map(({ person, kind }) => `${person.name}, ${person.organisationName} (${word('involvementKinds', kind).toLocaleLowerCase()})`)),
          'helpers',
        ),
        item('method', t('how.method'), word('methods', values.method), 'how'),
        item('label', t('how.label'), word('coordinatorLabels', values.coordinatorLabel), 'how'),
      ]}
    />
  );
}
