import { useCase, type Session } from '@/api';
import { readerOf, type Reader } from '@/i18n';

/** How to speak to whoever is signed in; undefined as long as that is not known. When it cannot be known: as to an adult. */
export function useReader(session: Session | undefined): Reader | undefined {
  const identity = session?.signedIn ? session.identity : null;
  const caseId = identity?.kind === 'family' ? identity.caseId : undefined;
  const { data, isPending } = useCase(caseId ?? '', caseId !== undefined);
  if (caseId === undefined) return 'adult';
  if (isPending) return undefined;
  return readerOf(data?.household.find((member) => member.id === data.myFamilyMemberId)?.ageBand);
}
