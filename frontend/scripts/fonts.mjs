// Makes the web fonts of src/styles/fonts from the full ones: only the letters and features that our pages use.
// Run it by hand (npm run fonts) when a letter or a font changes; the result is in the repository.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../src/styles/fonts/', import.meta.url));
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’‚“”„•…€−`;
// Arabic, Farsi, Dari, Pashto, Urdu and Kurdish; with the marks that join letters or keep them apart.
const arabic = `${range(0x600, 0x6ff)}\u200c\u200d\u200e\u200f`;
// Tigrinya and Amharic; not the letters of smaller languages, which are half of the font.
const ethiopic = range(0x1200, 0x137f);

// Every page needs the Latin ones; the others are fetched only where such a letter stands, mostly in a name (see fonts.css).
const sets = [
  {
    limit: 40_000,
    letters: latin,
    faces: [
      { family: 'vollkorn', script: 'latin', weight: 600, keepFeatures: ['kern', 'lnum'] },
      { family: 'clear-sans', script: 'latin', weight: 400, keepFeatures: ['kern'] },
      { family: 'clear-sans', script: 'latin', weight: 700, keepFeatures: ['kern'] },
    ],
  },
  { limit: 90_000, letters: arabic, faces: [400, 700].map((weight) => ({ family: 'noto-sans-arabic', script: 'arabic', weight })) },
  { limit: 60_000, letters: ethiopic, faces: [{ family: 'noto-sans-ethiopic', script: 'ethiopic', weight: 400 }] },
];

mkdirSync(target, { recursive: true });
let tooLarge = false;
for (const { limit, letters, faces } of sets) {
  let total = 0;
  for (const { family, script, weight, keepFeatures } of faces) {
    const folder = dirname(require.resolve(`@fontsource/${family}/package.json`));
    const font = await subset(readFileSync(join(folder, `files/${family}-${script}-${weight}-normal.woff2`)), letters, { targetFormat: 'woff2', keepFeatures, noHinting: true });
    writeFileSync(join(target, `${family}-${weight}.woff2`), font);
    writeFileSync(join(target, `${family}.LICENSE.txt`), readFileSync(join(folder, 'LICENSE')));
    total += font.length;
    console.log(`${family} ${weight}: ${font.length} bytes`);
  }
  console.log(`together ${total} bytes, at most ${limit}`);
  tooLarge ||= total > limit;
}
process.exit(tooLarge ? 1 : 0);
