import { networkFrequencies, qualities, sectors, supportTypes, useReference, wishes, type Wish } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { useFamilyDomain } from '@/parts';
import { CheckboxGroup, RadioGroup, TextField } from '@/ui';
import { controlId, type PersonValues, type Question } from '../person';

type Props = { caseId: string; question: Question; values: PersonValues; change: (values: Partial<PersonValues>) => void; error?: string | null };

/** One question about one person. */
export function QuestionField({ caseId, question, values, change, error }: Props) {
  const { t } = useTranslation('network');
  const word = useWords();
  const domainName = useFamilyDomain(caseId);
  const domains = useReference().data?.lifeDomains ?? [];
  const id = controlId(question);
  const label = t(`questions.${question}.label`);
  const frame = { id, error };
  switch (question) {
    case 'name':
      return <TextField {...frame} label={label} help={t('questions.name.help')} maxLength={120} value={values.name} onChange={(name) => change({ name })} />;
    case 'relation':
      return <TextField {...frame} label={label} help={t('questions.relation.help')} maxLength={120} value={values.relation} onChange={(relation) => change({ relation })} />;
    case 'sector':
      return <RadioGroup {...frame} legend={label} value={values.sector} onChange={(sector) => change({ sector })} choices={sectors.map((code) => ({ value: code, label: word('sectors', code) }))} />;
    case 'frequency':
      return (
        <RadioGroup
          {...frame}
          legend={label}
          value={values.frequency}
          onChange={(frequency) => change({ frequency })}
          choices={[...networkFrequencies.map((code) => ({ value: code as string, label: word('networkFrequencies', code) })), { value: '', label: t('notSaid') }]}
        />
      );
    case 'quality':
      return (
        <RadioGroup
          {...frame}
          legend={label}
          value={values.quality}
          onChange={(quality) => change({ quality })}
          choices={[...qualities.map((code) => ({ value: code as string, label: word('qualities', code) })), { value: '', label: t('notSaid') }]}
        />
      );
    case 'wish':
      return (
        <RadioGroup
          {...frame}
          legend={label}
          value={values.wish}
          onChange={(wish) => change({ wish })}
          choices={[...wishes.map((code) => ({ value: code as string, label: t(`wishes.${code}`) })), { value: '', label: t('notSaid') }]}
        />
      );
    case 'domains':
      return <CheckboxGroup {...frame} chips legend={label} help={t('questions.domains.help')} values={values.domains} onChange={(list) => change({ domains: list })} choices={domains.map(({ code }) => ({ value: code, label: domainName(code) }))} />;
    case 'supportTypes':
      return <CheckboxGroup {...frame} legend={label} values={values.supportTypes} onChange={(list) => change({ supportTypes: list })} choices={supportTypes.map((code) => ({ value: code, label: word('supportTypes', code) }))} />;
  }
}

/** The answer to a question in words; "not said" when there is none. */
export function useAnswer(caseId: string): (question: Question, values: PersonValues) => string {
  const { t } = useTranslation('network');
  const word = useWords();
  const domainName = useFamilyDomain(caseId);
  return (question, values) => {
    const value = values[question];
    if (value.length === 0) return t('notSaid');
    if (question === 'domains') return values.domains.map(domainName).join(', ');
    if (question === 'supportTypes') return values.supportTypes.map((code) => word('supportTypes', code)).join(', ');
    if (question === 'wish') return t(`wishes.${values.wish as Wish}`);
    if (question === 'sector') return word('sectors', values.sector);
    if (question === 'frequency') return word('networkFrequencies', values.frequency);
    if (question === 'quality') return word('qualities', values.quality);
    return String(value);
  };
}
