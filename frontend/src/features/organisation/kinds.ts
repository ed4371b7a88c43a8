import { api, isApiError, paths, type OrganisationSubscription, type UpdateKind } from '@/api';

export const onList = (subscription: OrganisationSubscription): UpdateKind[] => subscription.kinds.filter((one) => one.on).map((one) => one.kind);

/** My switches on top of what holds now: what I did not touch stays as a colleague left it. */
export function applySwitches(base: readonly UpdateKind[], mine: readonly UpdateKind[], now: readonly UpdateKind[]): UpdateKind[] {
  const switchedOn = mine.filter((kind) => !base.includes(kind));
  const switchedOff = base.filter((kind) => !mine.includes(kind));
  return [...now.filter((kind) => !switchedOff.includes(kind)), ...switchedOn.filter((kind) => !now.includes(kind))];
}

const attempts = 3;

/** Saves the switches; when a colleague saved meanwhile, both hold. */
export async function saveKinds(read: OrganisationSubscription, mine: readonly UpdateKind[]): Promise<OrganisationSubscription> {
  const base = onList(read);
  let current = read;
  for (let attempt = 1; ; attempt++) {
    try {
      return await api.patch<OrganisationSubscription>(paths.organisationSubscription, current.version, { kinds: applySwitches(base, mine, onList(current)) });
    } catch (error) {
      if (!isApiError(error, 'stale') || attempt === attempts) throw error;
      current = (error.problem.current as OrganisationSubscription | undefined) ?? (await api.get<OrganisationSubscription>(paths.organisationSubscription));
    }
  }
}
