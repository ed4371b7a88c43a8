import type { Id } from './common';

export type Organisation = { id: Id; name: string; kind: string; municipality?: string | null; phone?: string | null };

export type Professional = {
  id: Id;
  name: string;
  function: string;
  organisationId: Id;
  organisationName: string;
  phone: string | null;
  email: string | null;
  preferredChannel: string | null;
  roles: string[];
};

export type ProfessionalSearch = { text?: string; organisationId?: Id; limit?: number };

/** Somebody of the own organisation, as its administrator sees them. */
export type Staff = { id: Id; name: string; function: string; phone: string | null; email: string | null; preferredChannel: string | null; roles: string[]; account: string | null; active: boolean; version: number };
export type NewStaff = { name: string; function: string; phone: string | null; email: string | null; preferredChannel: string | null; roles: string[]; account: string };
