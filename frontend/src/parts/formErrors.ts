import type { TFunction } from 'i18next';
import { isApiError, type ProblemItem } from '@/api';
import type { FieldError } from '@/ui';

/** From a JSON pointer to the id of a control; null when the form has no such field. */
export type FieldOfPointer = (pointer: string) => string | null;

const knownCodes = ['required', 'too-long', 'unknown-code', 'in-the-past', 'out-of-range', 'not-a-date', 'not-a-date-time', 'unknown-person', 'not-in-household', 'not-in-case', 'in-use', 'twice', 'too-many', 'control-characters', 'fixed', 'already-involved', 'not-in-directory', 'in-the-future', 'before-opening', 'not-a-colour', 'contrast-too-low', 'colours-too-close', 'not-a-month', 'finding-or-subject', 'not-a-colleague'] as const;
const isKnown = (code: string): code is (typeof knownCodes)[number] => (knownCodes as readonly string[]).includes(code);

const knownConflicts = ['coordinator-first', 'no-coordinator-yet', 'already-involved', 'cannot-coordinate', 'already-coordinator', 'not-active', 'already-asked', 'last-member', 'help-ended', 'hidden-coordinator', 'not-asked', 'nothing-changed', 'not-latest', 'network-full', 'case-full', 'case-closed', 'case-open', 'snapshots-full', 'finding-gone', 'on-agenda-already'] as const;
const isKnownConflict = (code: string | undefined): code is (typeof knownConflicts)[number] => (knownConflicts as readonly string[]).includes(code ?? '');

function textOf(item: ProblemItem, t: TFunction<'common'>): string {
  return isKnown(item.code) ? t(`errors.code.${item.code}`) : t('errors.code.other');
}

/** What went wrong with a save, for the error summary; always at least one line. */
export function formErrors(error: unknown, fieldOf: FieldOfPointer, t: TFunction<'common'>): FieldError[] {
  if (isApiError(error, 'validation') && error.problem.errors?.length) return error.problem.errors.map((item) => ({ fieldId: fieldOf(item.pointer), text: textOf(item, t) }));
  if (isApiError(error, 'conflict') && isKnownConflict(error.code)) return [{ fieldId: null, text: t(`errors.conflictCode.${error.code}`) }];
  if (isApiError(error, 'network', 'forbidden', 'unavailable', 'conflict', 'stale', 'session-ended')) return [{ fieldId: null, text: t(`errors.${error.kind as 'network' | 'forbidden' | 'unavailable' | 'conflict' | 'stale' | 'session-ended'}`) }];
  return [{ fieldId: null, text: t('errors.server') }];
}

/** The text at one field. */
export const errorAt = (errors: FieldError[], fieldId: string): string | null => errors.find((error) => error.fieldId === fieldId)?.text ?? null;
