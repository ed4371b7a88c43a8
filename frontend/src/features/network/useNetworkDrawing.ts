import { useMemo } from 'react';
import { networkFrequencies, useColours, useReference, type Case, type Person, type Sector } from '@/api';
import { useList, useTranslation, useWords } from '@/i18n';
import { caseNames } from '@/parts';
import { initials } from '@/ui';
import { layout } from './picture/layout';
import { wrap } from './picture/measure';
import { lineOf, signs, type BadgeLook, type Drawing } from './picture/model';
import { networkPlan, ringWords, titles, toItem, wedges } from './picture/networkPlan';
import { ties } from './picture/ties';

type DrawingOptions = {
  /** Numbers in the marks, for paper: the list beside it says who is who. */
  numbers?: boolean;
  /** Whether lines and signs say how good each tie is. On paper that is a choice: somebody who is on it may read it. */
  quality?: boolean;
};

/** A life domain with its letters, pattern and the colour that it has for this family. */
export function useBadgeLooks(caseId: string): (code: string) => BadgeLook | null {
  const domains = useReference().data?.lifeDomains;
  const colours = useColours(caseId).data?.domains;
  return useMemo(() => {
    const looks = new Map((domains ?? []).map(({ code, slot, badge }) => [code, { code, slot, letters: badge, ...(colours?.find(({ domain }) => domain === code)?.now ?? { fill: '#ffffff', text: '#1a1a1a' }) }]));
    return (code) => looks.get(code) ?? null;
  }, [domains, colours]);
}

/** The order in which one reads a network, on the drawing and in a list beside it: part by part, in each from near to far. */
export function inReadingOrder(people: readonly Person[]): Person[] {
  const ring = (person: Person) => (person.frequency ? networkFrequencies.indexOf(person.frequency) : networkFrequencies.length);
  return wedgesInReadingOrder.flatMap((sector) => people.filter((person) => person.sector === sector).sort((one, other) => ring(one) - ring(other)));
}

const wedgesInReadingOrder: readonly Sector[] = ['family', 'school-work', 'neighbours', 'professional', 'friends', 'sport-leisure'];

/** The network of a family as a drawing. */
export function useNetworkDrawing(data: Case, people: readonly Person[], { numbers = false, quality = true }: DrawingOptions = {}): Drawing {
  const { t } = useTranslation('network');
  const word = useWords();
  const and = useList();
  const lookOf = useBadgeLooks(data.id);
  const names = caseNames(data);
  const ours = data.myRole === 'family';
  const household = and(data.household.map(({ name }) => names.short(name)));
  const placed = useMemo(() => layout(people.map(toItem), networkPlan), [people]);
  return useMemo(() => {
    const byId = new Map(people.map((person) => [person.id, person]));
    const number = new Map(inReadingOrder(people).map(({ id }, index) => [id, String(index + 1)]));
    const qualityOf = (key: string) => (quality ? (byId.get(key)?.quality ?? null) : null);
    return {
      layout: placed,
      ties: ties(placed, (key) => ({ line: quality ? lineOf(qualityOf(key)) : 'plain', signs: qualityOf(key) ? 1 : 0 })),
      figureOf: (key) => {
        const person = byId.get(key);
        return {
          shape: person?.sector === 'professional' ? 'professional' : 'network',
          text: numbers ? (number.get(key) ?? '') : initials(person?.name ?? ''),
          badges: (person?.domains ?? []).map(lookOf).filter((look) => look !== null),
          unsure: person?.frequency === null,
        };
      },
      signsOf: (key) => {
        const said = qualityOf(key);
        return said ? [signs[said]] : [];
      },
      parts: wedgesInReadingOrder.map((code) => ({ code, from: wedges.find((wedge) => wedge.code === code)?.from ?? 0, title: word('sectors', code), box: titles[code], end: titles[code].x > 500 })),
      rings: networkFrequencies.map((code, index) => ({ text: word('networkFrequencies', code).toLocaleLowerCase(), box: ringWords[index] ?? { x: 0, y: 0, width: 0, height: 0 } })),
      middle: { title: t(ours ? 'picture.ours' : 'picture.family'), lines: wrap(household, 15, 160, 3) },
    };
  }, [people, placed, numbers, quality, lookOf, word, t, ours, household]);
}
