import { useCase, useIdentity, type Case, type Unsent } from '@/api';
import { useTranslation } from '@/i18n';
import { ConflictChoice, Loaded } from '@/parts';
import { conflictsOf, useKeptRules } from '../rules';

function Between({ entry, data, busy, onChoose, onBack }: ChoiceProps & { data: Case }) {
  const me = useIdentity();
  const other = entry.problem?.changedBy?.name ?? null;
  return (
    <ConflictChoice
      conflicts={conflictsOf(entry)}
      rules={useKeptRules(data, entry)}
      otherName={other}
      self={other !== null && other === me.name}
      changedAt={entry.problem?.changedAt ?? null}
      level={2}
      busy={busy}
      onChoose={(chosen) => onChoose({ ...entry.body, ...chosen })}
      onBack={onBack}
    />
  );
}

type ChoiceProps = { entry: Unsent; busy: boolean; onChoose: (body: object) => void; onBack: () => void };

/** Somebody else changed the same while it waited: both beside each other, and the person chooses. */
export function Choice(props: ChoiceProps) {
  useTranslation('away');
  return <Loaded query={useCase(props.entry.caseId ?? '')}>{(data) => <Between {...props} data={data} />}</Loaded>;
}
