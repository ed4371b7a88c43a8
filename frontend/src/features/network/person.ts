import type { NetworkFrequency, NewPerson, Person, PersonFields, Quality, Sector, SupportType, Wish } from '@/api';

/** A person as a form holds it: nothing chosen is an empty text. */
export type PersonValues = { name: string; relation: string; sector: string; frequency: string; quality: string; domains: string[]; supportTypes: string[]; wish: string };
export type Question = keyof PersonValues;

export const questions = ['name', 'relation', 'sector', 'frequency', 'quality', 'domains', 'supportTypes', 'wish'] as const satisfies readonly Question[];
export const needed: readonly Question[] = ['name', 'sector'];
export const isQuestion = (text: string | null): text is Question => text !== null && (questions as readonly string[]).includes(text);

export const noPerson: PersonValues = { name: '', relation: '', sector: '', frequency: '', quality: '', domains: [], supportTypes: [], wish: '' };

export const toValues = (person: Person): PersonValues => ({
  name: person.name,
  relation: person.relation ?? '',
  sector: person.sector,
  frequency: person.frequency ?? '',
  quality: person.quality ?? '',
  domains: person.domains,
  supportTypes: person.supportTypes,
  wish: person.wish ?? '',
});

export const toFields = (values: PersonValues): PersonFields => ({
  name: values.name.trim(),
  relation: values.relation.trim() || null,
  sector: values.sector as Sector,
  frequency: (values.frequency || null) as NetworkFrequency | null,
  quality: (values.quality || null) as Quality | null,
  domains: values.domains,
  supportTypes: values.supportTypes as SupportType[],
  wish: (values.wish || null) as Wish | null,
});

/** What nobody said is not sent. */
export const toNew = (values: PersonValues): NewPerson => {
  const fields = toFields(values);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))) as NewPerson;
};

/** Control of a question: target of the error summary. */
export const controlId = (question: Question): string => `person-${question}`;
export const fieldOf = (pointer: string): string | null => {
  const question = pointer.split('/')[1] ?? null;
  return isQuestion(question) ? controlId(question) : null;
};
export const missing = (values: PersonValues, asked: readonly Question[] = questions): Question[] => needed.filter((question) => asked.includes(question) && String(values[question]).trim() === '');
