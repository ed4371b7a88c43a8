import type { Reference } from '@/api';
import type { RefList } from '@/i18n';
import type { FieldError, Option } from '@/ui';
import type { Values } from '../newCase';

/** What every step gets: the values, how to change them, what is wrong, and the code lists. */
export type StepProps = { values: Values; change: (values: Partial<Values>) => void; errors: FieldError[]; reference: Reference };

export const optionsOf = (list: RefList, codes: string[], word: (list: RefList, code: string) => string): Option[] => codes.map((code) => ({ value: code, label: word(list, code) }));
