import type { FieldError } from '@/ui';

/** Ids of controls: a prefix per form plus the field's name. */
export const fieldIds = (prefix: string) => {
  const id = (field: string) => `${prefix}-${field}`;
  const nested: Record<string, string> = { 'hiddenFromFamily/ground': 'ground', 'hiddenFromFamily/reason': 'hiddenReason', 'hiddenFromFamily/until': 'hiddenUntil' };
  return { id, fieldOf: (pointer: string) => id(nested[pointer.slice(1)] ?? pointer.split('/')[1] ?? '') };
};

export type FieldsProps<Values> = { prefix: string; values: Values; change: (values: Partial<Values>) => void; errors: FieldError[] };
