import { useMemo } from 'react';
import type { Case, Cooperation, CooperationQuality, Id, Involvement } from '@/api';
import { useTranslation } from '@/i18n';
import { initials } from '@/ui';
import { layout } from './picture/layout';
import { wrap } from './picture/measure';
import type { Drawing } from './picture/model';
import { ties, type TieLine } from './picture/ties';

/** Somebody who takes part, or the family as a whole: then the id is that of the case. */
export type Party = { id: Id; kind: 'professional' | 'family'; name: string; below: string | null };

export const cooperationSigns: Record<CooperationQuality, string> = { 'very-good': '++', good: '+', mixed: '+−', poor: '−' };
const lines: Record<CooperationQuality, TieLine> = { 'very-good': 'double', good: 'plain', mixed: 'dashed', poor: 'jagged' };
const all = { code: 'all', from: 0, to: 360 };

const takesPart = (one: Involvement) => one.status === 'active' && one.kind !== 'information-only';

/** The family and everybody who takes part, each once. */
export function partiesOf(data: Case, family: string): Party[] {
  const team = data.involvements.filter(takesPart);
  return [
    { id: data.id, kind: 'family', name: family, below: null },
    ...team.filter((one, index) => team.findIndex(({ professionalId }) => professionalId === one.professionalId) === index).map((one): Party => ({ id: one.professionalId, kind: 'professional', name: one.name, below: one.function })),
  ];
}

export const viewOf = (views: readonly Cooperation[], by: Id, to: Id): CooperationQuality | null => views.find((view) => view.byId === by && view.toId === to)?.quality ?? null;

/** Working together as it is seen from one party: near the middle what this party says, near each other what that one says. */
export function useCooperationDrawing(parties: readonly Party[], centre: Party, views: readonly Cooperation[]): Drawing {
  const { t } = useTranslation('network');
  return useMemo(() => {
    const others = parties.filter(({ id }) => id !== centre.id);
    const placed = layout(
      others.map(({ id, name, below }) => ({ key: id, sector: all.code, ring: 1 as const, name, below, badges: 0 })),
      { wedges: [all], kept: [] },
    );
    const sides = (key: string) => [viewOf(views, centre.id, key), viewOf(views, key, centre.id)];
    return {
      layout: placed,
      ties: ties(placed, (key) => {
        const [mine, theirs] = sides(key);
        const said = mine ?? theirs;
        const same = !mine || !theirs || mine === theirs;
        return { line: said ? (same ? lines[said] : 'plain') : 'thin', signs: 2 };
      }),
      figureOf: (key) => {
        const party = others.find(({ id }) => id === key);
        return { shape: party?.kind === 'professional' ? 'professional' : 'network', text: initials(party?.name ?? ''), badges: [], unsure: false };
      },
      signsOf: (key) => sides(key).map((quality) => (quality ? cooperationSigns[quality] : '')),
      parts: [{ code: all.code, from: 0, title: t('cooperation.parties'), box: { x: 8, y: 8, width: 300, height: 26 }, end: false }],
      rings: [],
      middle: { title: centre.kind === 'family' ? t('picture.family') : '', lines: centre.kind === 'family' ? [] : wrap(centre.name, 15, 150, 3) },
    };
  }, [parties, centre, views, t]);
}
