/** Word by word: what changed between two texts, and both changes in one text when they do not touch. */

export type Piece = { text: string; changed: boolean };
export type TextChange = { removed: string; added: string };
type Span = { baseStart: number; baseEnd: number; start: number; end: number };

const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}'’-]+|[^\s]/gu) ?? [];

/** The stretches where two lists of words differ, by their longest common sequence. */
function differences(base: string[], other: string[]): Span[] {
  const width = other.length + 1;
  const lengths = new Uint32Array((base.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = base.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) lengths[i * width + j] = base[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const spans: Span[] = [];
  let i = 0;
  let j = 0;
  let open: Span | null = null;
  while (i < base.length || j < other.length) {
    if (i < base.length && j < other.length && base[i] === other[j]) {
      if (open) spans.push(open);
      open = null;
      i++;
      j++;
      continue;
    }
    open ??= { baseStart: i, baseEnd: i, start: j, end: j };
    if (j >= other.length || (i < base.length && at(i + 1, j) >= at(i, j + 1))) open.baseEnd = ++i;
    else open.end = ++j;
  }
  if (open) spans.push(open);
  return joinOverSpaces(spans, base);
}

/** Two changed words with only a space between them read as one change. */
function joinOverSpaces(spans: Span[], base: string[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && base.slice(last.baseEnd, span.baseStart).every((word) => /^\s+$/.test(word))) {
      last.baseEnd = span.baseEnd;
      last.end = span.end;
    } else joined.push({ ...span });
  }
  return joined;
}

/** `text` in pieces, with the pieces that `base` does not have marked. */
export function changedPieces(base: string, text: string): Piece[] {
  const other = words(text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const span of differences(words(base), other)) {
    if (span.start > from) pieces.push({ text: other.slice(from, span.start).join(''), changed: false });
    if (span.end > span.start) pieces.push({ text: other.slice(span.start, span.end).join(''), changed: true });
    from = span.end;
  }
  if (from < other.length) pieces.push({ text: other.slice(from).join(''), changed: false });
  return pieces;
}

/** What was taken away and what came instead, change by change. */
export function textChanges(base: string, text: string): TextChange[] {
  const before = words(base);
  const after = words(text);
  return differences(before, after)
    .map((span) => ({ removed: before.slice(span.baseStart, span.baseEnd).join('').trim(), added: after.slice(span.start, span.end).join('').trim() }))
    .filter((change) => change.removed !== '' || change.added !== '');
}

/** Both changes in one text. Where they touch the same words, both are kept behind each other and `clean` is false. */
export function mergeTexts(base: string, theirs: string, mine: string): { text: string; clean: boolean } {
  const baseWords = words(base);
  const theirWords = words(theirs);
  const myWords = words(mine);
  const theirSpans = differences(baseWords, theirWords);
  const mySpans = differences(baseWords, myWords);
  const touches = (a: Span, b: Span) => a.baseStart <= b.baseEnd && b.baseStart <= a.baseEnd;
  if (theirSpans.some((a) => mySpans.some((b) => touches(a, b)))) return { text: joinWhole(theirs, mine), clean: false };
  const all = [...theirSpans.map((span) => ({ span, from: theirWords })), ...mySpans.map((span) => ({ span, from: myWords }))].sort((a, b) => a.span.baseStart - b.span.baseStart);
  let text = '';
  let from = 0;
  for (const { span, from: source } of all) {
    text += baseWords.slice(from, span.baseStart).join('') + source.slice(span.start, span.end).join('');
    from = span.baseEnd;
  }
  return { text: text + baseWords.slice(from).join(''), clean: true };
}

const joinWhole = (theirs: string, mine: string) => [theirs.trim(), mine.trim()].filter((text) => text !== '').join('\n');
