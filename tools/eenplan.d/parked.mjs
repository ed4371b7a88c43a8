// Lists, retries and drops parked events. Called as: parked.mjs KEYS DEED ID REASON SERVICE=ADDRESS...
import http from 'node:http';
import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [keys, deed, id, reason, ...targets] = process.argv.slice(2);
const ISSUER = 'urn:eenplan:service:operator';
const PRIVATE = path.join(keys, 'service-operator.private.json');
const PUBLIC = path.join(keys, 'public', 'service-operator.json');

/** Writes a file in one go, and leaves one that is there alone. */
const write = (file, content, mode) => {
  const half = `${file}.${randomUUID()}`;
  writeFileSync(half, JSON.stringify(content), { mode, flag: 'wx' });
  try { linkSync(half, file); } catch (error) { if (error.code !== 'EEXIST') throw error; } finally { unlinkSync(half); }
};

/** The operator's key, in the form in which services keep theirs. */
const operatorKey = () => {
  if (!existsSync(PRIVATE)) {
    const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    write(PRIVATE, { kid: randomUUID().replaceAll('-', ''), issuer: ISSUER, x, y, d }, 0o600);
    console.error(`Made the key of the operator: ${PRIVATE}`);
  }
  const key = JSON.parse(readFileSync(PRIVATE, 'utf8'));
  mkdirSync(path.dirname(PUBLIC), { recursive: true });
  write(PUBLIC, { ...key, d: null }, 0o640);
  return key;
};

const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

const token = (key, audience) => {
  const now = Math.floor(Date.now() / 1000);
  const body = `${part({ alg: 'ES256', typ: 'JWT', kid: key.kid })}.${part({
    iss: key.issuer, aud: audience, iat: now, nbf: now, exp: now + 60, jti: randomUUID(),
    kind: 'system', sub: '00000000-0000-0000-0000-000000000000', name: 'operator',
  })}`;
  const secret = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: key.x, y: key.y, d: key.d } });
  return `${body}.${sign('sha256', Buffer.from(body), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};

const send = ({ service, address }, key, method, route, body) => new Promise((resolve, reject) => {
  const where = address.startsWith('unix:') ? { socketPath: address.slice('unix:'.length) } : { host: new URL(address).hostname, port: new URL(address).port || 80 };
  const text = body && JSON.stringify(body);
  const request = http.request({
    ...where, method, path: `/${service}/internal/parked${route}`, timeout: 120_000,
    headers: { authorization: `Bearer ${token(key, service)}`, ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) },
  }, answer => {
    let got = '';
    answer.setEncoding('utf8');
    answer.on('data', more => { got += more; });
    answer.on('end', () => resolve({ status: answer.statusCode, body: got }));
  });
  request.on('timeout', () => request.destroy(new Error('no answer in time')));
  request.on('error', error => reject(new Error(`${service} cannot be reached at ${address}: ${error.message}`)));
  request.end(text);
});

const key = operatorKey();

/** Asks; a service looks for new keys once a second only. */
const ask = async (target, method, route = '', body = undefined) => {
  let answer = await send(target, key, method, route, body);
  for (let again = 0; again < 3 && answer.status === 401; again++) {
    await new Promise(resolve => setTimeout(resolve, 1100));
    answer = await send(target, key, method, route, body);
  }
  if (answer.status === 401) throw new Error(`${target.service} does not believe the key of the operator: is ${keys} its key folder?`);
  if (answer.status >= 300 && answer.status !== 404) throw new Error(`${target.service} answered ${answer.status}: ${JSON.parse(answer.body || '{}').detail ?? ''}`);
  return { status: answer.status, body: answer.status === 200 ? JSON.parse(answer.body) : null };
};

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
  process.exitCode = await deeds[deed](targets.map(target => ({ service: target.split('=', 1)[0], address: target.slice(target.indexOf('=') + 1) })));
} catch (error) {
  console.error(`eenplan: ${error.message}`);
  process.exitCode = 1;
}
