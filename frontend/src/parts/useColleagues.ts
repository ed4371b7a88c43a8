import { useIdentity, useProfessionals, type Professional } from '@/api';

/** Everybody of the own organisation, by name. */
export function useColleagues(): Professional[] {
  const { organisationId } = useIdentity();
  const { data } = useProfessionals({ organisationId: organisationId ?? '', limit: 200 }, organisationId !== null && organisationId !== undefined);
  return data ?? [];
}
