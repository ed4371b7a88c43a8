/** The sheet on which a picture is drawn, in units of its own: screen, paper and file scale the same places. */
export const sheet = { width: 1000, height: 840 } as const;
export const centre = { x: 500, y: 420 } as const;
/** Half axes of the outer ring, and of the family in the middle. */
export const outer = { x: 490, y: 402 } as const;
export const middle = { x: 92, y: 56 } as const;
/** Where each ring ends, as part of the outer one: often, sometimes, rarely. */
export const rings = [0.49, 0.75, 1] as const;

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };
/** A part of the picture between two directions, in degrees: 0 is to the right, 90 is up. */
export type Wedge = { code: string; from: number; to: number };

/** A place by its direction and by how far it is from the middle, as part of the outer ring in that direction. */
export function at(degrees: number, part: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = part / Math.hypot(cos / outer.x, sin / outer.y);
  return { x: centre.x + reach * cos, y: centre.y - reach * sin };
}

/** How far a place is from the middle, as part of an ellipse around it. */
export const partOf = (ellipse: Point, { x, y }: Point): number => Math.hypot((x - centre.x) / ellipse.x, (y - centre.y) / ellipse.y);

export const overlap = (one: Box, other: Box, gap: number): boolean =>
  one.x < other.x + other.width + gap && other.x < one.x + one.width + gap && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap;

export const around = ({ x, y }: Point, width: number, height = width): Box => ({ x: x - width / 2, y: y - height / 2, width, height });

/** The edges of a part, each as the direction that points inside. A part that goes all around has none. */
export function edgesOf({ from, to }: Wedge): Point[] {
  if (to - from >= 360) return [];
  const [start, end] = [(from * Math.PI) / 180, (to * Math.PI) / 180];
  return [
    { x: -Math.sin(start), y: -Math.cos(start) },
    { x: Math.sin(end), y: Math.cos(end) },
  ];
}

/** Whether a box keeps this far from the edges of its part of the picture. */
export function within(edges: readonly Point[], box: Box, margin: number): boolean {
  const [left, top] = [box.x - centre.x, box.y - centre.y];
  // Of the four corners the one that is the least inside decides.
  for (const { x, y } of edges) if (x * (x > 0 ? left : left + box.width) + y * (y > 0 ? top : top + box.height) < margin) return false;
  return true;
}

/** Whether a straight tie goes through a box. */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const [dx, dy] = [to.x - from.x || 1e-9, to.y - from.y || 1e-9];
  const [left, right] = [(box.x - from.x) / dx, (box.x + box.width - from.x) / dx];
  const [top, bottom] = [(box.y - from.y) / dy, (box.y + box.height - from.y) / dy];
  const enter = Math.max(0, Math.min(left, right), Math.min(top, bottom));
  return enter < Math.min(1, Math.max(left, right), Math.max(top, bottom));
}
