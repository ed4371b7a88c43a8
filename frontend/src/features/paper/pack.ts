/** What has to come on paper and may not be cut in two: how high it is, in mm. */
export type Unit = { id: string; height: number };

/** How much room there is for units, in mm: on the first sheet when it has to say that there is more, on a sheet that is the only one, and on every annex. */
export type Room = { first: number; only: number; next: number };

/**
 * Which units stand on which sheet. Rows keep their order and fill the first sheet as far as they fit; the first that does not fit goes to an annex with all that follow it.
 * `annexed` never stands on the first sheet: it comes at the top of the first annex. A unit that is higher than a sheet gets one of its own.
 */
export function pack(rows: readonly Unit[], annexed: readonly Unit[], room: Room): string[][] {
  const all = rows.reduce((sum, { height }) => sum + height, 0);
  if (annexed.length === 0 && all <= room.only) return [rows.map(({ id }) => id)];
  const sheets: string[][] = [[]];
  let left = room.first;
  const place = ({ id, height }: Unit) => {
    const here = sheets[sheets.length - 1] ?? [];
    if (height > left && (here.length > 0 || sheets.length === 1)) {
      sheets.push([id]);
      left = room.next - height;
    } else {
      here.push(id);
      left -= height;
    }
  };
  let next = 0;
  for (; next < rows.length && (rows[next]?.height ?? 0) <= left; next++) place(rows[next]!);
  if (annexed.length > 0) {
    left = 0;
    annexed.forEach(place);
  }
  for (; next < rows.length; next++) place(rows[next]!);
  return sheets;
}

/** How high a line may be at least, in mm; the first is that of the paper form, which has six. */
export const lines = [22.5, 21, 19.5, 18, 16.5, 15, 13.5] as const;

/** The airiest line with which these rows still fit: a sheet that is not full looks like the paper form, not like a list that broke off. */
export const airiest = (heights: readonly number[], room: number): number | null => lines.find((least) => heights.reduce((sum, height) => sum + Math.max(height, least), 0) <= room) ?? null;

const longestWord = 40;

/** The texts of one cell of a row. */
export type Cell = readonly string[];

/** Words of a text; a "word" as long as a line is cut in pieces, so that it can be divided at all. */
function words(text: string): { word: string; glued: boolean }[] {
  return text.split(/\s+/).filter(Boolean).flatMap((word) => {
    const letters = Array.from(word);
    return Array.from({ length: Math.ceil(letters.length / longestWord) }, (_, at) => ({ word: letters.slice(at * longestWord, (at + 1) * longestWord).join(''), glued: at > 0 }));
  });
}

/** A cell in so many parts of about the same length. Together they hold every letter of it once, in order. */
function divideCell(cell: Cell, parts: number): Cell[] {
  const all = cell.flatMap((text, at) => words(text).map((one) => ({ ...one, at })));
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => {
    const texts: { at: number; text: string }[] = [];
    for (const { word, glued, at } of all.slice(part * size, (part + 1) * size)) {
      const last = texts[texts.length - 1];
      if (last?.at === at) last.text += glued ? word : ` ${word}`;
      else texts.push({ at, text: word });
    }
    return texts.map(({ text }) => text);
  });
}

/** A row that is higher than a sheet, in so many rows. One part is the row as it was written. */
export function divide(cells: readonly Cell[], parts: number): Cell[][] {
  if (parts <= 1) return [[...cells]];
  const divided = cells.map((cell) => divideCell(cell, parts));
  return Array.from({ length: parts }, (_, part) => divided.map((cell) => cell[part] ?? [])).filter((row) => row.some((cell) => cell.length > 0));
}

/** The beginning of a text that is too long for the top of a sheet, up to a whole word; null when it fits. */
export function beginning(text: string, most: number): string | null {
  const letters = Array.from(text.trim());
  if (letters.length <= most) return null;
  const start = letters.slice(0, most).join('');
  const space = start.search(/\s\S*$/);
  return `${(space > most / 2 ? start.slice(0, space) : start).trimEnd()} …`;
}
