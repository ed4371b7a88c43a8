import type { Id } from './common';

export const sectors = ['family', 'friends', 'neighbours', 'school-work', 'sport-leisure', 'professional'] as const;
export type Sector = (typeof sectors)[number];
export const networkFrequencies = ['often', 'sometimes', 'rarely'] as const;
export type NetworkFrequency = (typeof networkFrequencies)[number];
export const qualities = ['very-good', 'good', 'mixed', 'tense', 'conflict', 'none'] as const;
export type Quality = (typeof qualities)[number];
export const supportTypes = ['practical', 'company', 'advice', 'emotional'] as const;
export type SupportType = (typeof supportTypes)[number];

/** What nobody said yet is null. */
export type PersonFields = { name: string; relation: string | null; sector: Sector; frequency: NetworkFrequency | null; quality: Quality | null; domains: string[]; supportTypes: SupportType[] };
export type Person = PersonFields & { id: Id; version: number };
export type NewPerson = Pick<PersonFields, 'name' | 'sector'> & Partial<PersonFields>;
