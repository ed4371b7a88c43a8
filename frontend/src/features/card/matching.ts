import type { Gives, Involvement, SubjectReference, Wants } from '@/api';

/** Who tells what to whom: codes and persons only, never free text. */

type Card = Pick<Involvement, 'id' | 'name' | 'status' | 'gives' | 'wants'>;

/** True when somebody who tells about `broad` also tells about `narrow`: the same subject or one under it. */
export function covers(broad: string, narrow: string, subjects: SubjectReference[]): boolean {
  for (let code: string | null | undefined = narrow; code; code = subjects.find((subject) => subject.code === code)?.parent) if (code === broad) return true;
  return false;
}

export type WantState = { state: 'met' | 'partly' | 'unmet'; by: string[]; missing: string[] };

/** Whether others tell what is wanted: about every person wholly, or only something, or nothing. `missing` are the persons nobody tells about. */
export function wantState(want: Wants, others: Card[], subjects: SubjectReference[]): WantState {
  const cards = others.filter((card) => card.status === 'active' && (!want.from || card.id === want.from));
  const tell = (member: string, fits: (give: Gives) => boolean) => cards.filter((card) => card.gives.some((give) => give.about.includes(member) && fits(give)));
  const by = new Set<string>();
  const missing: string[] = [];
  let whole = true;
  for (const member of want.about) {
    const full = tell(member, (give) => covers(give.subject, want.subject, subjects));
    const part = full.length > 0 ? [] : tell(member, (give) => covers(want.subject, give.subject, subjects));
    for (const card of [...full, ...part]) by.add(card.name);
    if (full.length === 0) whole = false;
    if (full.length + part.length === 0) missing.push(member);
  }
  return { state: whole && want.about.length > 0 ? 'met' : by.size > 0 ? 'partly' : 'unmet', by: [...by], missing };
}

/** Names of who wants to know what I tell in this row, or something of it. */
export function wantedBy(give: Gives, ownId: string, others: Card[], subjects: SubjectReference[]): string[] {
  const fits = (want: Wants) =>
    (!want.from || want.from === ownId) && want.about.some((member) => give.about.includes(member)) && (covers(give.subject, want.subject, subjects) || covers(want.subject, give.subject, subjects));
  return others.filter((card) => card.status === 'active' && card.wants.some(fits)).map((card) => card.name);
}

export type Asked = { key: string; name: string; want: Wants; told: boolean };

/** What others want to know from me, or from anybody as long as nobody else tells all of it. */
export function askedOfMe(ownId: string, gives: Gives[], others: Card[], subjects: SubjectReference[]): Asked[] {
  const me: Card = { id: ownId, name: '', status: 'active', gives, wants: [] };
  return others.flatMap((card) =>
    card.status !== 'active'
      ? []
      : card.wants.flatMap((want, index) => {
          if (want.from && want.from !== ownId) return [];
          const told = wantState({ ...want, from: null }, [me], subjects).state === 'met';
          const byOthers = !want.from && wantState(want, others.filter((other) => other.id !== card.id), subjects).state === 'met';
          return byOthers && !told ? [] : [{ key: `${card.id}-${index}`, name: card.name, want, told }];
        }),
  );
}

/** Whom a notice about a treatment reaches: who wants that subject, or a broader one, about that person. */
export function toldAboutTreatment(ownId: string, memberId: string, others: Card[], subjects: SubjectReference[]): string[] {
  return others
    .filter((card) => card.status === 'active' && card.wants.some((want) => covers(want.subject, treatmentSubject, subjects) && want.about.includes(memberId) && (!want.from || want.from === ownId)))
    .map((card) => card.name);
}

export const treatmentSubject = 'wellbeing.treatment';
