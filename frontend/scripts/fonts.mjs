// Makes the web fonts of src/styles/fonts from the full ones: only the letters and features that Dutch and English pages use.
// Run it by hand (npm run fonts) when a letter or a font changes; the result is in the repository.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../src/styles/fonts/', import.meta.url));
const limit = 40 * 1000;
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’‚“”„•…€−`;
const faces = [
  { family: 'vollkorn', weight: 600, keepFeatures: ['kern', 'lnum'] },
  { family: 'clear-sans', weight: 400, keepFeatures: ['kern'] },
  { family: 'clear-sans', weight: 700, keepFeatures: ['kern'] },
];

mkdirSync(target, { recursive: true });
let total = 0;
for (const { family, weight, keepFeatures } of faces) {
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`));
  const font = await subset(readFileSync(join(folder, `files/${family}-latin-${weight}-normal.woff2`)), letters, { targetFormat: 'woff2', keepFeatures, noHinting: true });
  writeFileSync(join(target, `${family}-${weight}.woff2`), font);
  writeFileSync(join(target, `${family}.LICENSE.txt`), readFileSync(join(folder, 'LICENSE')));
  total += font.length;
  console.log(`${family} ${weight}: ${font.length} bytes`);
}
console.log(`together ${total} bytes`);
process.exit(total <= limit ? 0 : 1);
