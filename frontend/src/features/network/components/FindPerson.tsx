import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { usePeople, type Case, type Person } from '@/api';
import { Loaded, may, NotForYou } from '@/parts';

/** The person that the address names, for who may change the people around the family. */
export function FindPerson({ data, children }: { data: Case; children: (person: Person) => ReactNode }) {
  const { personId } = useParams();
  return (
    <Loaded query={usePeople(data.id)}>
      {(people) => {
        const person = people.find((one) => one.id === personId);
        return person && may(data, 'edit-network') ? children(person) : <NotForYou />;
      }}
    </Loaded>
  );
}
