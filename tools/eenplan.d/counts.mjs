// Reads what a test runner wrote (xunit's TRX or vitest's JSON), tells the failures, and prints "passed failed skipped" last.
import { readFileSync } from 'node:fs';

const [kind, file] = process.argv.slice(2);
const decode = text => text
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
const indent = (text, most = 12) => text.trim().split('\n').slice(0, most).map(line => `        ${line}`).join('\n');

function readTrx(text) {
  const results = [];
  for (const [, attributes, body = ''] of text.matchAll(/<UnitTestResult\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const value = name => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const inside = name => decode(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(body)?.[1] ?? '');
    const outcome = value('outcome');
    results.push({
      name: value('testName'),
      outcome: outcome === 'Passed' ? 'passed' : outcome === 'NotExecuted' ? 'skipped' : outcome === 'NotRunnable' ? 'long' : 'failed',
      message: inside('Message'),
      trace: inside('StackTrace'),
    });
  }
  return results;
}

function readVitest(text) {
  const results = [];
  for (const suite of JSON.parse(text).testResults) {
    // A file that could not be loaded has no tests, only a message.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      results.push({ name: suite.name, outcome: 'failed', message: suite.message ?? '', trace: '' });
    }
    for (const one of suite.assertionResults) {
      const outcome = { passed: 'passed', failed: 'failed' }[one.status] ?? 'skipped';
      results.push({ name: one.fullName, outcome, message: (one.failureMessages ?? []).join('\n'), trace: '' });
    }
  }
  return results;
}

const results = (kind === 'trx' ? readTrx : readVitest)(readFileSync(file, 'utf8'));
for (const one of results.filter(result => result.outcome === 'failed')) {
  console.log(`    FAILED ${one.name}`);
  if (one.message) console.log(indent(one.message));
  if (one.trace) console.log(indent(one.trace, 4));
}
for (const one of results.filter(result => result.outcome === 'skipped')) {
  console.log(`    skipped ${one.name}${one.message ? `: ${one.message.trim().split('\n')[0]}` : ''}`);
}
// Long runs, started by name: ./eenplan test --all and ./eenplan chaos.
for (const one of results.filter(result => result.outcome === 'long')) console.log(`    not in this run, only by name: ${one.name}`);
const count = outcome => results.filter(result => result.outcome === outcome).length;
console.log(`${count('passed')} ${count('failed')} ${count('skipped')}`);
