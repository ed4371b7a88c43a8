// Asks a service in the name of the operator, by its internal routes. Whoever may write in the key folder, may do this.
import http from 'node:http';
import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ISSUER = 'urn:eenplan:service:operator';

/** Writes a file in one go, and leaves one that is there alone. */
const write = (file, content, mode) => {
  const half = `${file}.${randomUUID()}`;
  writeFileSync(half, JSON.stringify(content), { mode, flag: 'wx' });
  try { linkSync(half, file); } catch (error) { if (error.code !== 'EEXIST') throw error; } finally { unlinkSync(half); }
};

/** The operator's key, in the form in which services keep theirs; made when there is none. */
const operatorKey = keys => {
  const PRIVATE = path.join(keys, 'service-operator.private.json');
  const PUBLIC = path.join(keys, 'public', 'service-operator.json');
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
    ...where, method, path: `/${service}/internal/${route}`, timeout: 120_000,
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

/** A function that asks services with the key in this folder: (target, method, route, body) to status and body. */
export const operator = keys => {
  const key = operatorKey(keys);
  // A service looks for new keys once a second only.
  return async (target, method, route, body = undefined) => {
    let answer = await send(target, key, method, route, body);
    for (let again = 0; again < 3 && answer.status === 401; again++) {
      await new Promise(resolve => setTimeout(resolve, 1100));
      answer = await send(target, key, method, route, body);
    }
    if (answer.status === 401) throw new Error(`${target.service} does not believe the key of the operator: is ${keys} its key folder?`);
    if (answer.status >= 300 && answer.status !== 404) throw new Error(refusal(target, answer));
    return { status: answer.status, body: answer.status === 200 ? JSON.parse(answer.body) : null };
  };
};

/** What a service has against it, with each field that is wrong. */
const refusal = (target, answer) => {
  const problem = JSON.parse(answer.body || '{}');
  const fields = (problem.errors ?? []).map(error => `\n  ${error.pointer.slice(1)}: ${error.detail}`);
  return `${target.service} answered ${answer.status}: ${problem.detail ?? ''}${fields.join('')}`;
};

/** A service and where it listens, from SERVICE=ADDRESS. */
export const listening = text => ({ service: text.split('=', 1)[0], address: text.slice(text.indexOf('=') + 1) });
