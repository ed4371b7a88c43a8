import { useSearchParams } from 'react-router';
import { useFindings, type Case } from '@/api';
import { findingKey, useSentence } from '@/parts';

/** The finding that an agreement is to be written about, when one comes from there: its id and its sentence. */
export function useAskedFinding(data: Case): { finding: { id: string; sentence: string } | null; forget: () => void } {
  const [search, setSearch] = useSearchParams();
  const say = useSentence();
  const found = useFindings(data.id).data?.find((one) => one.id === search.get(findingKey));
  return { finding: found ? { id: found.id, sentence: say(found.sentence) } : null, forget: () => setSearch({}, { replace: true }) };
}
