// Stands in for the parked events of a service: three at network, of which the first stays until it is dropped. Believes the operator's key only.
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CASE = '01a21a5d-522e-72de-9dbb-03fdf0cec47f';
let parked = [11, 12, 13].map(id => ({ id, source: 'cases', number: id + 30, caseId: id === 13 ? null : CASE, reason: id === 12 ? 'waits behind an earlier event of its case' : 'InvalidOperationException', parkedAt: '2026-11-20T10:00:00.1234567Z' }));

/** Believes the key of the operator only. */
export const believed = (request, service) => {
  const [head, claims, signature] = (request.headers.authorization ?? '').replace('Bearer ', '').split('.');
  const file = path.join(process.env.DataFolder, 'keys', 'public', 'service-operator.json');
  if (!signature || !existsSync(file)) return false;
  const { kid, issuer, x, y } = JSON.parse(readFileSync(file, 'utf8'));
  const key = { key: createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } }), dsaEncoding: 'ieee-p1363' };
  const told = JSON.parse(Buffer.from(claims, 'base64url'));
  const named = JSON.parse(Buffer.from(head, 'base64url'));
  return named.kid === kid && named.alg === 'ES256' && told.iss === issuer && told.aud === service && told.kind === 'system' && told.name === 'operator'
    && told.exp - told.nbf <= 300 && verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
};

/** True when the request was for parked events. */
export const answerParked = (name, request, response) => {
  const [, service, , , ...rest] = request.url.split('/');
  if (!request.url.startsWith(`/${service}/internal/parked`)) return false;
  const mine = name === 'EenPlan.Network' ? parked : [];
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    const tell = (status, answer) => { response.statusCode = status; response.end(answer === undefined ? '' : JSON.stringify(answer)); };
    if (!believed(request, service)) return tell(401, { detail: 'no token' });
    if (rest.length === 0) return tell(200, mine);
    if (rest[0] === 'retry') {
      const stays = mine.some(row => row.id === 11);
      const left = stays ? mine.filter(row => row.caseId) : [];
      const settled = mine.length - left.length;
      if (name === 'EenPlan.Network') parked = left;
      return tell(200, { settled, stillParked: left.length });
    }
    const id = Number(rest[0]);
    if (rest[1] !== 'drop' || !JSON.parse(body).reason || !mine.some(row => row.id === id)) return tell(404);
    parked = parked.filter(row => row.id !== id);
    console.log(`dropped ${id}: ${JSON.parse(body).reason}`);
    return tell(204);
  });
  return true;
};
