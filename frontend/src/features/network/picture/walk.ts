import type { Layout } from './layout';

/** Keys with which one walks through a picture. In a language from right to left the arrow to the left means the next one, as in a list. */
export type Step = 'next' | 'previous' | 'closer' | 'further' | 'nextPart' | 'previousPart' | 'first' | 'last';

export function stepOf(key: string, rightToLeft: boolean): Step | null {
  const steps: Record<string, Step> = {
    ArrowRight: rightToLeft ? 'previous' : 'next',
    ArrowLeft: rightToLeft ? 'next' : 'previous',
    ArrowUp: 'closer',
    ArrowDown: 'further',
    PageDown: 'nextPart',
    PageUp: 'previousPart',
    Home: 'first',
    End: 'last',
  };
  return steps[key] ?? null;
}

type Stop = { key: string; sector: string; ring: number };

/** Everybody one can come to, part by part and from the family outwards; a mark that counts others is one stop. */
export function stopsOf({ placed, rests }: Layout, parts: readonly string[]): Stop[] {
  const stops = [...placed.map(({ item }) => ({ key: item.key, sector: item.sector, ring: item.ring as number })), ...rests.map(({ sector, ring }) => ({ key: `rest ${sector} ${ring}`, sector, ring: ring as number }))];
  return parts.flatMap((part) => [0, 1, 2].flatMap((ring) => stops.filter((stop) => stop.sector === part && stop.ring === ring)));
}

/** Where a step leads; at an end one stays. */
export function walk(stops: readonly Stop[], from: string, step: Step): string {
  const here = stops.findIndex(({ key }) => key === from);
  const now = stops[here] ?? stops[0];
  if (!now) return from;
  const mine = stops.filter(({ sector }) => sector === now.sector);
  const inPart = mine.findIndex(({ key }) => key === now.key);
  const ring = (toward: 1 | -1) => (toward > 0 ? mine.find((stop) => stop.ring > now.ring) : mine.filter((stop) => stop.ring < now.ring).at(-1));
  const part = (toward: 1 | -1) => {
    const parts = [...new Set(stops.map(({ sector }) => sector))];
    const other = parts[parts.indexOf(now.sector) + toward];
    return stops.find(({ sector }) => sector === other);
  };
  const target: Record<Step, Stop | undefined> = {
    next: mine[inPart + 1],
    previous: mine[inPart - 1],
    closer: ring(-1),
    further: ring(1),
    nextPart: part(1),
    previousPart: part(-1),
    first: stops[0],
    last: stops.at(-1),
  };
  return (target[step] ?? now).key;
}
