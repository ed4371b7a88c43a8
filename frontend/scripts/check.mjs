// Rules a type checker does not see. Prints every breach and ends with 1 when there is one.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src', import.meta.url));
const breaches = [];
const say = (file, text) => breaches.push(`${relative(root, file)}: ${text}`);

const walk = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
const files = walk(root);
const read = (file) => readFileSync(file, 'utf8');

// 1. Texts: every language has every key, with the same placeholders; plural forms follow the language.
// A form for youth is there only where a language needs one.
const flat = (value, prefix = '') =>
  typeof value === 'string' ? [[prefix, value]] : Object.entries(value).flatMap(([key, child]) => flat(child, prefix === '' ? key : `${prefix}.${key}`));
const locales = join(root, 'i18n/locales');
const languages = readdirSync(locales);
const source = 'nl';
const isForYouth = (key) => /_youth(?:_\w+)?$/.test(key);
const placeholders = (text) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort().join();
for (const language of languages.filter((code) => code !== source)) {
  const names = new Set([...readdirSync(join(locales, source)), ...readdirSync(join(locales, language))]);
  for (const name of names) {
    const file = join(locales, language, name);
    let ours, theirs;
    try {
      ours = new Map(flat(JSON.parse(read(join(locales, source, name)))));
      theirs = new Map(flat(JSON.parse(read(file))));
    } catch (error) {
      say(file, `not in both languages, or not readable (${error.message})`);
      continue;
    }
    for (const [key, text] of ours) {
      if (isForYouth(key)) continue;
      if (!theirs.get(key)) say(file, `no text for ${key}`);
      else if (placeholders(text) !== placeholders(theirs.get(key))) say(file, `other placeholders in ${key}`);
    }
    for (const key of theirs.keys()) if (!ours.has(key)) say(file, `${key} does not exist in ${source}`);
  }
}

for (const name of readdirSync(join(locales, source))) {
  const file = join(locales, source, name);
  const texts = new Map(flat(JSON.parse(read(file))));
  for (const [key, text] of texts) {
    if (!isForYouth(key)) continue;
    const adult = texts.get(key.replace('_youth', ''));
    if (adult === undefined) say(file, `${key} has no form for adults`);
    else if (adult === text) say(file, `${key} says the same as the form for adults`);
    else if (placeholders(adult) !== placeholders(text)) say(file, `other placeholders in ${key}`);
  }
}

// 2. Every code of the reference lists has a word.
const words = JSON.parse(read(join(locales, source, 'ref.json')));
const reference = JSON.parse(readFileSync(new URL('../../services/cases/Reference/reference.json', import.meta.url), 'utf8'));
for (const [list, codes] of Object.entries(reference)) {
  for (const item of codes) {
    const code = typeof item === 'string' ? item : item.code;
    if (!words[list]?.[code]) say(join(locales, source, 'ref.json'), `no word for ${list}.${code}`);
  }
}

// Every operation that can stand in "who looked" has a sentence. These never name a case.
const nameless = ['read-reference', 'count-cases', 'subscriptions-read-updates', 'subscriptions-open-live', 'subscriptions-count-deliveries', 'subscriptions-read-organisation',
  'subscriptions-change-organisation', 'subscriptions-create-machine-client',
  'subscriptions-read-queue', 'subscriptions-create-queue', 'subscriptions-give-up-queue'];
const sentences = JSON.parse(read(join(locales, source, 'access.json'))).actions;
for (const service of ['cases', 'network', 'subscriptions']) {
  const { paths } = JSON.parse(readFileSync(new URL(`../../docs/api/${service}.json`, import.meta.url), 'utf8'));
  for (const { operationId } of Object.values(paths).flatMap((path) => Object.values(path))) {
    if (operationId && !nameless.includes(operationId) && !sentences[operationId]) say(join(locales, source, 'access.json'), `no sentence for ${operationId}`);
  }
}

// Every code with which a service refuses what somebody filled in has words too. These are only caused by programs:
const ofPrograms = ['wrong-type', 'unknown-field', 'not-an-id', 'not-a-number', 'not-json', 'not-a-cursor', 'unknown-cursor', 'idempotency-key', 'idempotency-key-reused', 'which-holder', 'secret-shown-already', 'own-node', 'feed-moved', 'queue-not-offered', 'idempotency-key-used', 'may-not-wait'];
const errors = JSON.parse(read(join(locales, source, 'common.json'))).errors;
// Only administrators, people of an organisation's own node, or whoever signs in, meet these: families do not download the words.
const ofAdministrators = ['away', 'nodes', 'people', 'session'].map((name) => JSON.parse(read(join(locales, source, `${name}.json`))).errors);
const refusals = [
  ['code', /(?:Fail|FieldError)\(\s*(?:\$?"[^"]*"|[\w.]+),\s*"([a-z-]+)"/g],
  ['conflictCode', /Problem\.Conflict\(\s*"([a-z-]+)"/g],
];
const codes = new Map(refusals.map(([list]) => [list, new Set()]));
for (const folder of ['services', 'gateway'].map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)))) {
  for (const file of walk(folder).filter((name) => name.endsWith('.cs'))) for (const [list, pattern] of refusals) for (const [, code] of read(file).matchAll(pattern)) codes.get(list).add(code);
}
for (const [list, found] of codes) {
  if (found.size === 0) say(join(locales, source, 'common.json'), `no ${list} found in the services: has the way to refuse changed?`);
  for (const code of found) if (!ofPrograms.includes(code) && !errors[list][code] && !ofAdministrators.some((own) => own[code])) say(join(locales, source, 'common.json'), `no words for errors.${list}.${code}`);
}

// 3. Boundaries between folders. A folder may import what stands beside it here.
const mayImport = {
  api: ['api'],
  i18n: ['i18n'],
  ui: ['ui', 'i18n'],
  parts: ['parts', 'api', 'i18n', 'ui', 'routing'],
  features: ['features', 'parts', 'api', 'i18n', 'ui', 'routing'],
};
for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
  const path = relative(root, file);
  const [layer, feature] = path.split('/');
  const text = read(file);
  const test = /\.test\.tsx?$/.test(file) || layer === 'testing';
  for (const [, specifier] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
    const target = specifier.startsWith('@/') ? specifier.slice(2) : specifier.startsWith('.') ? relative(root, join(file, '..', specifier)) : null;
    if (target === null) {
      if (specifier === 'react-i18next' && layer !== 'i18n') say(file, 'texts come from @/i18n, which knows who reads them');
      if (/^@(nl-design-system|utrecht)/.test(specifier) && layer !== 'ui') say(file, `only src/ui may use ${specifier}`);
      continue;
    }
    const [toLayer, toFeature] = target.split('/');
    if (mayImport[layer] && !test && !mayImport[layer].includes(toLayer)) say(file, `${layer} may not import ${toLayer}`);
    if (layer === 'features' && toLayer === 'features' && toFeature !== feature) say(file, `feature ${feature} imports feature ${toFeature}`);
    if (layer === 'features' && specifier.startsWith('@/api/')) say(file, 'import from @/api');
  }
  if (layer !== 'api' && !test && /\bfetch\(|new EventSource|XMLHttpRequest|navigator\.sendBeacon/.test(text)) say(file, 'only src/api talks to the server');
  if (/\bstyle=|dangerouslySetInnerHTML|\.innerHTML\b|\.cssText\b/.test(text)) say(file, 'the content security policy allows no inline style or HTML');
  if (!test && text.split('\n').length > 250) say(file, 'longer than 250 lines');
}

// 4. Styles: logical properties only, so that right-to-left languages mirror by themselves.
const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)(?:-\w+)?|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|text-align:\s*(?:left|right)|float:/g;
for (const file of files.filter((name) => name.endsWith('.css'))) {
  // Conditions of media queries keep their own names.
  const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*/g, '');
  for (const [found] of text.matchAll(physical)) say(file, `physical property ${found.trim()}`);
  if (/url\(["']?(?:data:|https?:)/.test(text)) say(file, 'no data: or foreign addresses in styles');
}

for (const breach of breaches) console.error(breach);
console.log(breaches.length === 0 ? 'check: all rules hold' : `check: ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);
