import { around, centre, middle, overlap, partOf, type Box, type Point } from './geometry';
import { boxesOf, type Layout, type Placed } from './layout';

/** How a tie is drawn: each kind differs from the others in its line, not only in its sign. */
export type TieLine = 'double' | 'plain' | 'dashed' | 'jagged' | 'broken' | 'dotted' | 'thin';
export type Tie = { key: string; line: TieLine; d: string; from: Point; to: Point; signs: Point[] };

const signSize = 24;
const round = (value: number) => Math.round(value * 10) / 10;
const mix = (from: Point, to: Point, part: number): Point => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
const step = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

function ends({ mark }: Pick<Placed, 'mark'>): [Point, Point] {
  const from = mix(centre, mark, 1 / partOf(middle, mark));
  const length = Math.hypot(mark.x - from.x, mark.y - from.y);
  return [from, length < mark.size ? from : mix(from, mark, 1 - (mark.size / 2 + 3) / length)];
}

/** The line between two places. A double line is two, a jagged one goes from side to side. */
export function tiePath(line: TieLine, from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return '';
  const aside = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const shifted = (point: Point, by: number): Point => ({ x: point.x + aside.x * by, y: point.y + aside.y * by });
  if (line === 'double') return [-2.5, 2.5].map((by) => `M${step(shifted(from, by))}L${step(shifted(to, by))}`).join('');
  if (line !== 'jagged' && line !== 'broken') return `M${step(from)}L${step(to)}`;
  const teeth = Math.max(2, Math.round(length / 9));
  const jagged = Array.from({ length: teeth - 1 }, (_, number) => `L${step(shifted(mix(from, to, (number + 1) / teeth), number % 2 === 0 ? 5 : -5))}`).join('');
  const cut = line === 'broken' ? [0.2, 0.8].map((part) => `M${step(shifted(mix(from, to, part), 9))}L${step(shifted(mix(from, to, part), -9))}`).join('') : '';
  return `M${step(from)}${jagged}L${step(to)}${cut}`;
}

/** Where on a tie its sign can be read: the first of some places that covers nobody and no other sign. */
function freeSpot(from: Point, to: Point, places: readonly number[], busy: readonly Box[]): Point {
  const spots = places.map((part) => mix(from, to, part));
  return spots.find((spot) => !busy.some((box) => overlap(around(spot, signSize), box, 0))) ?? spots[0] ?? from;
}

const halfway = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2];
const nearEach: readonly (readonly number[])[] = [[0.2, 0.3, 0.12], [0.8, 0.7, 0.88]];

/** The ties of everybody who was placed. `signs`: one in the middle, or two with each near the side that it is of. */
export function ties({ placed, rests }: Layout, lineOf: (key: string) => { line: TieLine; signs: 0 | 1 | 2 }): Tie[] {
  const boxes = [...placed.flatMap(boxesOf), ...rests.map(({ mark }) => around(mark, mark.size))];
  const done: Box[] = [];
  return placed.map((one) => {
    const [from, to] = ends(one);
    const { line, signs } = lineOf(one.item.key);
    const places = signs === 2 ? nearEach : signs === 1 ? [halfway] : [];
    const spots = places.map((some) => {
      const spot = freeSpot(from, to, some, [...boxes, ...done]);
      done.push(around(spot, signSize));
      return spot;
    });
    return { key: one.item.key, line, d: tiePath(line, from, to), from, to, signs: spots };
  });
}
