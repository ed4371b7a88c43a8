// Lists, retries and drops parked events. Called as: parked.mjs KEYS DEED ID REASON SERVICE=ADDRESS...
import { operator, listening } from './operator.mjs';

const [keys, deed, id, reason, ...targets] = process.argv.slice(2);
const asked = operator(keys);
const ask = (target, method, route = '', body = undefined) => asked(target, method, `parked${route}`, body);

const deeds = {
  async list(services) {
    const rows = [];
    for (const target of services) {
      for (const row of (await ask(target, 'GET')).body) {
        rows.push([target.service, String(row.id), `${row.source} ${row.number}`, row.parkedAt.slice(0, 19).replace('T', ' '), row.caseId ?? '-', row.reason]);
      }
    }
    if (rows.length === 0) console.log('Nothing is parked.');
    else {
      const all = [['SERVICE', 'ID', 'EVENT', 'PARKED AT (UTC)', 'CASE', 'REASON'], ...rows];
      const width = all[0].map((_, column) => Math.max(...all.map(row => row[column].length)));
      for (const row of all) console.log(row.map((cell, column) => cell.padEnd(width[column])).join('  ').trimEnd());
    }
    return 0;
  },
  async retry(services) {
    let left = 0;
    for (const target of services) {
      let settled = 0;
      let answer;
      // While we were busy, later events of the same case may have come to wait behind.
      do {
        answer = (await ask(target, 'POST', '/retry', {})).body;
        settled += answer.settled;
      } while (answer.settled > 0 && answer.stillParked > 0);
      if (settled + answer.stillParked > 0) console.log(`${target.service}: ${settled} settled, ${answer.stillParked} still parked`);
      left += answer.stillParked;
    }
    if (left === 0) console.log('Nothing is parked any more.');
    else console.error('The log of the service says why an event cannot be handled.');
    return left === 0 ? 0 : 1;
  },
  async drop([target]) {
    if ((await ask(target, 'POST', `/${id}/drop`, { reason })).status === 404) throw new Error(`${target.service} has no parked event ${id}`);
    console.log(`Dropped ${id} of ${target.service}. Later events of its case wait: ./eenplan parked retry ${target.service}`);
    return 0;
  },
};

try {
  process.exitCode = await deeds[deed](targets.map(listening));
} catch (error) {
  console.error(`eenplan: ${error.message}`);
  process.exitCode = 1;
}
