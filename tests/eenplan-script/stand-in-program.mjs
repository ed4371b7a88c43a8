// Stands in for one program of EenPlan: listens where the real one would, or loads "the demo" and leaves.
import http from 'node:http';
import path from 'node:path';
import { answerOrganisations } from './stand-in-organisations.mjs';
import { answerParked } from './stand-in-parked.mjs';

const name = path.basename(process.argv[2], '.dll');
if (name === 'EenPlan.Demo') {
  console.log(`loaded into ${process.argv[4]}`);
  process.exit(0);
}
if (name === 'EenPlan.Load') {
  console.log(`made ${process.argv.slice(3).join(' ')}`);
  process.exit(process.argv.includes('13') ? 1 : 0);
}
const port = process.env.ASPNETCORE_URLS ? new URL(process.env.ASPNETCORE_URLS).port : process.env.PORT;
const people = { items: [{ account: 'a', name: 'Anna de Vries', description: { nl: 'moeder', en: 'mother' } }] };
const server = http.createServer((request, response) => {
  if (answerParked(name, request, response) || answerOrganisations(request, response)) return;
  response.setHeader('content-type', 'application/json');
  if (request.url === '/settings') response.end(JSON.stringify(process.env));
  else response.end(JSON.stringify(request.url === '/session/demo-accounts' ? people : { status: 'Healthy' }));
});
server.listen(Number(port), '127.0.0.1');
if (!process.env.ASPNETCORE_URLS) http.createServer((_, response) => response.end('{}')).listen(Number(port), '::1').on('error', () => {});
process.on('SIGTERM', () => { console.log('stopped in order'); process.exit(0); });
