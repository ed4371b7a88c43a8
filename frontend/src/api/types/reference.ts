export type LifeDomainReference = { code: string; slot: number; badge: string };
export type SubjectReference = { code: string; parent: string | null };

/** The code lists; the words are in the `ref` namespace. */
export type Reference = {
  criteria: string[];
  legalGrounds: string[];
  methods: string[];
  coordinatorLabels: string[];
  lifeDomains: LifeDomainReference[];
  subjects: SubjectReference[];
  householdRoles: string[];
  ageBands: string[];
  languages: string[];
  interpreterNeeds: string[];
  channels: string[];
  frequencies: string[];
  replyNorms: string[];
  taskKinds: string[];
  agreementTypes: string[];
  treatmentStatuses: string[];
  goalStatuses: string[];
  municipalities: string[];
  involvementKinds: string[];
  endReasons: string[];
};
