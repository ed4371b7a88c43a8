import type { Id } from './common';

export const sectors = ['family', 'friends', 'neighbours', 'school-work', 'sport-leisure', 'professional'] as const;
export type Sector = (typeof sectors)[number];
export const networkFrequencies = ['often', 'sometimes', 'rarely'] as const;
export type NetworkFrequency = (typeof networkFrequencies)[number];
export const qualities = ['very-good', 'good', 'mixed', 'tense', 'conflict', 'none'] as const;
export type Quality = (typeof qualities)[number];
export const supportTypes = ['practical', 'company', 'advice', 'emotional'] as const;
export type SupportType = (typeof supportTypes)[number];

export const wishes = ['more', 'same', 'less'] as const;
export type Wish = (typeof wishes)[number];

/** What nobody said yet is null. */
export type PersonFields = { name: string; relation: string | null; sector: Sector; frequency: NetworkFrequency | null; quality: Quality | null; domains: string[]; supportTypes: SupportType[]; wish: Wish | null };
export type Person = PersonFields & { id: Id; version: number };
export type NewPerson = Pick<PersonFields, 'name' | 'sector'> & Partial<PersonFields>;

/** How the network was at a moment. */
export type SnapshotLine = { id: Id; label: string; takenAt: string; count: number };
export type Snapshot = SnapshotLine & { people: Person[] };

/** Something that stands out in the network; the people it names show it. */
export type NetworkFinding = { kind: 'few-outside-help' | 'ends-with-help' | 'nobody-helps' | 'leans-on-one'; domains: string[]; personIds: Id[]; alone: string[] };

/** A colour with the colour of letters that can be read on it. */
export type Swatch = { fill: string; text: string };
export type DomainColour = { domain: string; now: Swatch; chosen: boolean; offers: Swatch[] };
export type Colours = { domains: DomainColour[]; version: number };

export const cooperationQualities = ['very-good', 'good', 'mixed', 'poor'] as const;
export type CooperationQuality = (typeof cooperationQualities)[number];
/** How one professional finds working together with a colleague, or with the family (then the id is that of the case). */
export type Cooperation = { byId: Id; toKind: 'professional' | 'family'; toId: Id; quality: CooperationQuality; saidAt: string; version: number };
