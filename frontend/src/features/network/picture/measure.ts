/** Widths of letters without a screen to measure on, so that a picture is the same everywhere; on the wide side. */
const widths: [RegExp, number][] = [
  [/[\p{Mn}\p{Me}\u200b-\u200f]/u, 0],
  [/\p{Script=Ethiopic}/u, 0.84],
  [/\p{Script=Arabic}/u, 0.6],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u, 1.05],
  [/[iljI.,'’:;|!()\s-]/u, 0.34],
  [/[mwMW]/u, 0.94],
  [/\p{Lu}/u, 0.72],
];
const known = new Map<string, number>();

function widthOf(letter: string): number {
  let width = known.get(letter);
  if (width === undefined) {
    width = widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.58;
    known.set(letter, width);
  }
  return width;
}

/** Width of a text in letters of this size. */
export const textWidth = (text: string, size: number): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size;

function cut(word: string, size: number, most: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of Array.from(word)) {
    if (part !== '' && textWidth(part + letter, size) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Widths are estimated on the wide side: rather a word that is a little too wide than one that is cut. */
const tooWide = 1.15;

/** A text in lines that fit; what does not fit in the last line ends with three dots. */
export function wrap(text: string, size: number, most: number, lines: number): string[] {
  const words = text.trim().split(/\s+/).flatMap((word) => (textWidth(word, size) > most * tooWide ? cut(word, size, most) : [word]));
  const wrapped: string[] = [];
  for (const word of words) {
    const last = wrapped[wrapped.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= most) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  if (wrapped.length <= lines) return wrapped;
  let end = Array.from(wrapped[lines - 1] ?? '');
  while (end.length > 0 && textWidth(`${end.join('')}…`, size) > most) end = end.slice(0, -1);
  return [...wrapped.slice(0, lines - 1), `${end.join('').trimEnd()}…`];
}
