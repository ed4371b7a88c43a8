import { around, at, centre, crosses, edgesOf, middle, outer, overlap, partOf, rings, sheet, within, type Box, type Point, type Wedge } from './geometry';
import { textWidth, wrap } from './measure';

/** Somebody to draw. `ring`: 0 is nearest to the family. */
export type Item = { key: string; sector: string; ring: 0 | 1 | 2; name: string; below: string | null; badges: number };
export type Look = 'full' | 'short' | 'tight' | 'mark';
export type Placed = { item: Item; look: Look; mark: Point & { size: number }; label: (Box & { lines: string[]; below: string[]; above: boolean }) | null; badges: Box[] };
/** Those of one ring in one part for whom there was no room: one mark that counts them. */
export type Rest = { sector: string; ring: 0 | 1 | 2; mark: Point & { size: number }; keys: string[] };
export type Layout = { placed: Placed[]; rests: Rest[] };
export type Plan = { wedges: readonly Wedge[]; kept: readonly Box[] };

/** Measures per look: less room per person where it is full. Sizes of letters follow in css. `said`: lines for who this is to the family. */
export const looks = {
  full: { mark: 38, name: 15, line: 18, most: 124, lines: 4, below: 13.5, belowLine: 16, said: 2 },
  short: { mark: 38, name: 15, line: 18, most: 124, lines: 4, below: 13.5, belowLine: 16, said: 1 },
  tight: { mark: 30, name: 14, line: 16, most: 104, lines: 4, below: 0, belowLine: 0, said: 0 },
  mark: { mark: 28, name: 0, line: 0, most: 0, lines: 0, below: 0, belowLine: 0, said: 0 },
} as const;
export const badge = { width: 34, height: 18, most: 2 } as const;
const order: readonly Look[] = ['full', 'short', 'tight', 'mark'];
const gap = 4;
const edge = 5;
const steps = { angle: 3, parts: 5 } as const;

type Shape = { label: { width: number; height: number; lines: string[]; below: string[] } | null; badges: number; mark: number };

const shapesKnown = new WeakMap<Item, Partial<Record<Look, Shape>>>();

function shapeOf(item: Item, look: Look): Shape {
  const known = shapesKnown.get(item) ?? {};
  shapesKnown.set(item, known);
  return (known[look] ??= measure(item, look));
}

function measure(item: Item, look: Look): Shape {
  const size = looks[look];
  if (look === 'mark') return { label: null, badges: 0, mark: size.mark };
  const lines = wrap(item.name, size.name, size.most, size.lines);
  const below = size.said > 0 && item.below ? wrap(item.below, size.below, size.most, size.said) : [];
  const width = Math.max(...lines.map((line) => textWidth(line, size.name)), ...below.map((line) => textWidth(line, size.below)));
  return { label: { width, height: lines.length * size.line + below.length * size.belowLine, lines, below }, badges: Math.min(badge.most, item.badges), mark: size.mark };
}

/** Names hang on the outer side of a mark and badges beside it, so that the tie to the family stays free. */
function put(item: Item, look: Look, shape: Shape, { x, y }: Point): Placed {
  const above = y < centre.y;
  const half = shape.mark / 2;
  const left = x < centre.x;
  const badges = Array.from({ length: shape.badges }, (_, number) => ({
    x: left ? x - half - badge.width + 6 : x + half - 6,
    y: y - (shape.badges * badge.height) / 2 + number * badge.height + (above ? 6 : -6),
    width: badge.width,
    height: badge.height,
  }));
  const label = shape.label && { x: x - shape.label.width / 2, y: above ? y - half - 3 - shape.label.height : y + half + 3, width: shape.label.width, height: shape.label.height, lines: shape.label.lines, below: shape.label.below, above };
  return { item, look, mark: { x, y, size: shape.mark }, label, badges };
}

/** What somebody takes up: the mark, each badge and the name. */
export const boxesOf = ({ mark, label, badges }: Pick<Placed, 'mark' | 'label' | 'badges'>): Box[] => [around(mark, mark.size), ...badges, ...(label ? [label] : [])];

const inSheet = ({ x, y, width, height }: Box) => x >= edge && y >= edge && x + width <= sheet.width - edge && y + height <= sheet.height - edge;
const touchesMiddle = ({ x, y, width, height }: Box) =>
  partOf(middle, { x: Math.max(x, Math.min(centre.x, x + width)), y: Math.max(y, Math.min(centre.y, y + height)) }) < 1.06;

type Spot = Point & { angle: number };
const spotsKnown = new Map<string, readonly Spot[]>();

/** Where the middle of a mark may come in one ring of one part. */
function spotsOf(wedge: Wedge, ring: 0 | 1 | 2): readonly Spot[] {
  const key = `${wedge.from} ${wedge.to} ${ring}`;
  const known = spotsKnown.get(key);
  if (known) return known;
  const inner = ring === 0 ? 0 : (rings[ring - 1] ?? 0);
  const [low, high] = [inner + 0.03, rings[ring] - 0.035];
  const spots: Spot[] = [];
  for (let angle = wedge.from + steps.angle; angle < wedge.to; angle += steps.angle)
    for (let step = 0; step < steps.parts; step++) {
      const spot = at(angle, low + ((high - low) * step) / (steps.parts - 1));
      if (!touchesMiddle(around(spot, looks.mark.mark))) spots.push({ ...spot, angle });
    }
  const direction = (wedge.from + wedge.to) / 2;
  spots.sort((one, other) => Math.abs(one.angle - direction) - Math.abs(other.angle - direction));
  spotsKnown.set(key, spots);
  return spots;
}

const quarters: readonly Point[] = [1, -1].flatMap((down) => [1, -1].map((right) => ({ x: centre.x + right, y: centre.y + down })));

/** What it is worth at most to be far from the others, and to be in a direction of one's own. */
const alone = { near: 1.2, apart: 0.7 } as const;

type Taken = { mark: Point; angle: number; boxes: readonly Box[]; all: Box };
type Room = { wedge: Wedge; edges: readonly Point[]; kept: readonly Box[] };

/** Whether boxes, moved to a place, are all free there. */
function isFree(boxes: readonly Box[], { x, y }: Point, { edges, kept }: Room, taken: readonly Taken[]): boolean {
  for (const box of boxes) {
    moved.x = box.x + x;
    moved.y = box.y + y;
    moved.width = box.width;
    moved.height = box.height;
    if (!inSheet(moved) || !within(edges, moved, 3) || touchesMiddle(moved)) return false;
    for (const other of kept) if (overlap(moved, other, gap)) return false;
    for (const other of taken) if (overlap(moved, other.all, gap)) for (const theirs of other.boxes) if (overlap(moved, theirs, gap)) return false;
  }
  return true;
}
const moved: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The smallest box around boxes. */
function boxAround(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** How many ties would go through somebody; stops counting when there are too many anyhow. */
function crossings(spot: Point, boxes: readonly Box[], taken: readonly Taken[], most: number): number {
  let crossed = 0;
  for (const other of taken) {
    if (crossed > most) return crossed;
    if (crosses(centre, spot, other.all)) for (const box of other.boxes) if (crosses(centre, spot, box)) crossed += box.height === badge.height ? 0.4 : 1;
    for (const box of boxes) if (crosses(centre, other.mark, box)) crossed += box.height === badge.height ? 0.4 : 1;
  }
  return crossed;
}

/** The best free place: far from the others, in a direction of its own, with nobody between this person and the family. */
function bestSpot(item: Item, look: Look, room: Room, taken: readonly Taken[]): { placed: Placed; taken: Taken } | null {
  const shape = shapeOf(item, look);
  const { from, to } = room.wedge;
  // On which side name and badges hang depends on the quarter only: the boxes of each, seen from the mark.
  const sides = quarters.map((quarter) => boxesOf(put(item, look, shape, quarter)).map((box) => ({ ...box, x: box.x - quarter.x, y: box.y - quarter.y })));
  let best: { placed: Placed; taken: Taken } | null = null;
  let bestScore = -Infinity;
  for (const spot of spotsOf(room.wedge, item.ring)) {
    const aside = (0.7 * Math.abs(spot.angle - (from + to) / 2)) / (to - from);
    // The spots go from the middle of the part to its edges: none of the others can be better.
    if (alone.near + alone.apart - aside <= bestScore) break;
    let [near, apart]: [number, number] = [alone.near, alone.apart];
    for (const other of taken) {
      const [dx, dy] = [spot.x - other.mark.x, spot.y - other.mark.y];
      near = Math.min(near, Math.sqrt(dx * dx + dy * dy) / 150);
      apart = Math.min(apart, (0.7 * Math.abs(spot.angle - other.angle)) / 12);
      if (near + apart - aside <= bestScore) break;
    }
    const most = near + apart - aside;
    if (most <= bestScore + 1e-9) continue;
    if (!isFree(sides[(spot.y < centre.y ? 2 : 0) + (spot.x < centre.x ? 1 : 0)] ?? [], spot, room, taken)) continue;
    const placed = put(item, look, shape, spot);
    const boxes = boxesOf(placed);
    const score = most - 0.8 * crossings(spot, boxes, taken, (most - bestScore) / 0.8);
    if (score > bestScore + 1e-9) [best, bestScore] = [{ placed, taken: { mark: placed.mark, angle: spot.angle, boxes, all: boxAround(boxes) } }, score];
  }
  return best;
}

/** Saves trying what cannot fit: names may hang over the edge of a ring, but not all of them. */
function isHopeless(items: readonly Item[], look: Look, { wedge: { from, to } }: Room): boolean {
  const ring = items[0]?.ring ?? 0;
  const inner = ring === 0 ? partOf(outer, { x: centre.x + middle.x, y: centre.y }) : (rings[ring - 1] ?? 0);
  const room = ((to - from) / 360) * Math.PI * outer.x * outer.y * (rings[ring] ** 2 - inner ** 2);
  const taken = items.reduce((sum, item) => sum + boxesOf(put(item, look, shapeOf(item, look), centre)).reduce((all, box) => all + box.width * box.height, 0), 0);
  return taken > room;
}

/** One ring of a part with this much room per person; null when they do not fit. Without a next look those who are left are counted together. */
function fillRing(items: readonly Item[], look: Look, room: Room, taken: readonly Taken[]): (Layout & { taken: Taken[] }) | null {
  if (look !== 'mark' && isHopeless(items, look, room)) return null;
  const placed: Placed[] = [];
  const all = [...taken];
  for (const item of items) {
    const spot = bestSpot(item, look, room, all);
    if (!spot && look !== 'mark') return null;
    if (!spot) break;
    placed.push(spot.placed);
    all.push(spot.taken);
  }
  const last = placed.length < items.length ? placed.pop() : undefined;
  const rests = last ? [{ sector: room.wedge.code, ring: last.item.ring, mark: last.mark, keys: items.slice(placed.length).map(({ key }) => key) }] : [];
  return { placed, rests, taken: all.slice(taken.length) };
}

/** A part of which nobody gets more room than this look. */
function fillFrom(least: number, items: readonly Item[], room: Room): Layout {
  const taken: Taken[] = [];
  const done: Layout = { placed: [], rests: [] };
  for (const ring of [0, 1, 2] as const) {
    const here = items.filter((item) => item.ring === ring);
    for (const look of order.slice(least)) {
      const filled = fillRing(here, look, room, taken);
      if (!filled) continue;
      done.placed.push(...filled.placed);
      done.rests.push(...filled.rests);
      taken.push(...filled.taken);
      break;
    }
  }
  return done;
}

/** Each part by itself, so that adding somebody moves nobody of another part. Where somebody finds no place because names of a ring nearer by hang in it, all of the part get less room. */
function fillWedge(items: readonly Item[], room: Room): Layout {
  let best: Layout | null = null;
  for (let least = 0; least < order.length; least++) {
    const filled = fillFrom(least, items, room);
    if (!best || filled.placed.length > best.placed.length) best = filled;
    if (best.rests.length === 0) break;
  }
  return best ?? { placed: [], rests: [] };
}

/** Where everybody comes. The order of the items is the order in which they were added; nothing else decides, so the same network always gives the same picture. */
export function layout(items: readonly Item[], { wedges, kept }: Plan): Layout {
  const parts = wedges.map((wedge) => {
    const edges = edgesOf(wedge);
    return fillWedge(items.filter(({ sector }) => sector === wedge.code), { wedge, edges, kept: kept.filter((box) => within(edges, box, -Math.max(box.width, box.height))) });
  });
  return { placed: parts.flatMap(({ placed }) => placed), rests: parts.flatMap(({ rests }) => rests) };
}
