// Sizes of what was built, gzipped, against the budgets of this product. Prints all figures and ends with 1 when one is over.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const sizes = new Map();
const gzipped = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};
const total = (files) => [...files].reduce((sum, file) => sum + gzipped(file), 0);

/** Everything a browser fetches for these modules: they and what they import, scripts and styles. */
function fetched(keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  const chunks = [...seen].map((key) => manifest[key]);
  return { js: new Set(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js'))), css: new Set(chunks.flatMap((chunk) => chunk.css ?? [])) };
}

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && !key.includes('/i18n/'));
const locale = (language, names) => names.map((name) => `src/i18n/locales/${language}/${name}.json`);
const without = (files, others) => new Set([...files].filter((file) => !others.has(file)));

/** What only the pages of these features need: the rest is in a browser already, or is of no one in particular. */
function ofFeatures(names) {
  const own = (key) => names.some((name) => key.startsWith(`src/features/${name}/`));
  return without(fetched(pages.filter(own)).js, fetched([...entries, ...pages.filter((key) => !own(key))]).js);
}

/** What one page needs beyond what everybody fetched first: entry, shell and the first page of either kind of reader. */
const afterFirst = (key) => total(without(fetched([key]).js, fetched([...entries, familyPage]).js));

const familyPage = 'src/features/family/pages/TodayPage.tsx';
const deskPage = 'src/features/work/pages/MyWorkPage.tsx';
const family = fetched([...entries, familyPage]);
const desk = fetched([...entries, deskPage]);
const words = ['common', 'family', 'parts', 'ref'];
const first = new Set([...family.js, ...desk.js]);
const chunks = Object.values(manifest).map((chunk) => chunk.file).filter((file) => file.endsWith('.js') && !first.has(file));
const largest = chunks.reduce((one, other) => (gzipped(other) > gzipped(one) ? other : one));
const largestWords = Math.max(...['nl', 'en'].map((language) => total(locale(language, words).map((key) => manifest[key].file))));

const kB = 1000;
const budgets = [
  { what: 'Family first view, all scripts', size: total(family.js), most: 180 * kB },
  { what: 'Professional first view, all scripts', size: total(desk.js), most: 230 * kB },
  { what: 'Texts of the family first view, one language', size: largestWords, most: 12 * kB },
  { what: 'Styles of the family first view', size: total(family.css), most: 25 * kB },
  { what: `Largest lazy chunk (${largest})`, size: gzipped(largest), most: 40 * kB },
  { what: 'Printed sheets (features/paper)', size: total(ofFeatures(['paper'])), most: 25 * kB },
  { what: 'The picture of the people around a family', size: Math.max(...pages.filter((key) => /features\/network\/.*PeoplePages/.test(key)).map(afterFirst)), most: 25 * kB },
  { what: 'Largest other page around the picture (features/network)', size: Math.max(...pages.filter((key) => key.startsWith('src/features/network/pages/')).map(afterFirst)), most: 25 * kB },
];

let over = 0;
for (const { what, size, most } of budgets) {
  const fits = size <= most;
  if (!fits) over++;
  console.log(`${fits ? '  ' : '! '}${(size / kB).toFixed(1).padStart(6)} of ${String(most / kB).padStart(3)} kB  ${what}`);
}
console.log(over === 0 ? 'budget: all sizes fit' : `budget: ${over} over`);
process.exit(over === 0 ? 0 : 1);
