import type { Case, Unsent } from '@/api';
import { SummaryList, UserText } from '@/ui';
import { useFieldLabel, useWordsOf } from '../rules';

/** What somebody typed, field by field. Without the case at hand the names in it are left out. */
export function Typed({ entry, data }: { entry: Unsent; data?: Case }) {
  const label = useFieldLabel();
  const read = useWordsOf(data);
  const fields = Object.entries(entry.body ?? {})
    .map(([field, value]) => ({ key: field, label: label(field), text: read(field, value) }))
    .filter(({ text }) => text !== '');
  return fields.length === 0 ? null : <SummaryList items={fields.map(({ key, label: name, text }) => ({ key, label: name, value: <UserText>{text}</UserText> }))} />;
}
