import type { InvolvementKind, NewCase, NewHouseholdMember, Professional } from '@/api';

/** Somebody who is already involved, with what the list shows of this person. */
export type Involved = { person: Pick<Professional, 'id' | 'name' | 'function' | 'organisationName'>; kind: Exclude<InvolvementKind, 'intake'>; reason: string };

export type Row = Required<Omit<NewHouseholdMember, 'note'>> & { key: string };

export type Values = {
  criteria: string[];
  ground: string;
  motivation: string;
  alias: string;
  municipality: string;
  rows: Row[];
  involved: Involved[];
  method: string;
  coordinatorLabel: string;
  /** One key for this case: a second click, a reload or a failed connection never opens it twice. */
  key: string;
};

const newKey = () => crypto.randomUUID();

/** A new person speaks what the one before speaks: that saves most of the choosing. */
export const emptyRow = (before?: Row): Row => ({ key: newKey(), name: '', role: '', ageBand: '', language: before?.language ?? 'nl', interpreter: before?.interpreter ?? 'no' });

export const emptyValues = (): Values => ({
  criteria: [],
  ground: '',
  motivation: '',
  alias: '',
  municipality: '',
  rows: [emptyRow()],
  involved: [],
  method: 'one-family-one-plan',
  coordinatorLabel: 'care-coordinator',
  key: newKey(),
});

export const isEmpty = (row: Row): boolean => row.name.trim() === '' && row.role === '' && row.ageBand === '';

/** The row one types in may be the last one: there is always an empty row under it. */
export function withEmptyRow(rows: Row[]): Row[] {
  const last = rows.at(-1);
  return last && isEmpty(last) ? rows : [...rows, emptyRow(last)];
}

export const filledRows = (rows: Row[]): Row[] => rows.filter((row) => !isEmpty(row));

export function toNewCase(values: Values): NewCase {
  return {
    alias: values.alias.trim(),
    municipality: values.municipality,
    criteria: values.criteria,
    legalGround: { code: values.ground, motivation: values.motivation.trim() },
    method: values.method,
    coordinatorLabel: values.coordinatorLabel,
    household: filledRows(values.rows).map(({ key: _, ...row }) => ({ ...row, name: row.name.trim() })),
    involved: values.involved.map(({ person, kind, reason }) => ({ professionalId: person.id, kind, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })),
  };
}

export const steps = ['why', 'who', 'helpers', 'how'] as const;
export type Step = (typeof steps)[number];

type Wrong = { pointer: string; step: Step };

/** What is not filled in yet, by JSON pointer as the server would say it. */
export function missing(values: Values): Wrong[] {
  const wrong: Wrong[] = [];
  const need = (step: Step, pointer: string, filled: boolean) => {
    if (!filled) wrong.push({ pointer, step });
  };
  need('why', '/criteria', values.criteria.length > 0);
  need('why', '/legalGround/code', values.ground !== '');
  need('why', '/legalGround/motivation', values.motivation.trim() !== '');
  need('who', '/alias', values.alias.trim() !== '');
  need('who', '/municipality', values.municipality !== '');
  const rows = filledRows(values.rows);
  need('who', '/household/0/name', rows.length > 0);
  rows.forEach((row, index) => {
    need('who', `/household/${index}/name`, row.name.trim() !== '');
    need('who', `/household/${index}/role`, row.role !== '');
    need('who', `/household/${index}/ageBand`, row.ageBand !== '');
  });
  need('how', '/method', values.method !== '');
  need('how', '/coordinatorLabel', values.coordinatorLabel !== '');
  return wrong;
}

/** From a pointer to the id of its control; a fault in a whole list goes to where the list begins. */
export function fieldOf(pointer: string): string | null {
  if (pointer === '') return null;
  if (/^\/involved/.test(pointer)) return 'new-involved';
  if (pointer === '/household') return 'new-household-0-name';
  if (/^\/criteria/.test(pointer)) return 'new-criteria';
  return `new${pointer.replaceAll('/', '-')}`;
}
