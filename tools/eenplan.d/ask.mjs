// Small questions that bash answers badly: ports, HTTP, JSON. Only what Node itself has.
import http from 'node:http';
import net from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';

const [question, ...rest] = process.argv.slice(2);

/** Tries to listen; null when it works, else the error code. */
const listen = (port, host) => new Promise(resolve => {
  const server = net.createServer();
  server.once('error', error => resolve({ code: error.code }));
  server.listen({ port, host, exclusive: true }, () => {
    const got = server.address().port;
    server.close(() => resolve({ code: null, port: got }));
  });
});

const get = (url, wait = 3000) => new Promise((resolve, reject) => {
  const request = http.get(url, { timeout: wait, headers: { accept: 'application/json' } }, answer => {
    let body = '';
    answer.setEncoding('utf8');
    answer.on('data', part => { body += part; });
    answer.on('end', () => resolve({ status: answer.statusCode, body }));
    answer.on('error', reject);
  });
  request.on('timeout', () => request.destroy(new Error('no answer in time')));
  request.on('error', reject);
});

const answers = url => async () => {
  try { return (await get(url)).status === 200; } catch { return false; }
};
const connects = port => () => new Promise(resolve => {
  const socket = net.connect(port, '127.0.0.1');
  socket.setTimeout(2000);
  socket.on('connect', () => { socket.destroy(); resolve(true); });
  for (const event of ['error', 'timeout']) socket.on(event, () => { socket.destroy(); resolve(false); });
});

const questions = {
  // A port is free when both loopback addresses are; a machine without IPv6 has only one.
  async 'port-free'(port, quiet = false) {
    for (const host of ['127.0.0.1', '::1']) {
      const { code } = await listen(Number(port), host);
      if (code && code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
        if (!quiet) console.log(code);
        return 1;
      }
    }
    return 0;
  },
  // The first that is free, from this one on.
  async 'free-from'(port) {
    let candidate = Number(port);
    while (await questions['port-free'](candidate, true)) candidate++;
    console.log(candidate);
    return 0;
  },
  async 'free-ports'(count) {
    const held = [];
    for (let i = 0; i < Number(count); i++) {
      const server = net.createServer();
      await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
      held.push(server);
    }
    console.log(held.map(server => server.address().port).join(' '));
    held.forEach(server => server.close());
    return 0;
  },
  // Asks these (1,2,3) in turn until each is ready. 0 all are, 2 one of these processes (1,2,3) is gone, 100 and more: too late, and which one (100 the first).
  // A port instead of an address is ready when it can be connected to.
  async 'wait-ready'(targets, pids, seconds) {
    const until = Date.now() + Number(seconds) * 1000;
    const waiting = targets.split(',').map(target => (target.startsWith('http') ? answers(target) : connects(Number(target))));
    for (const [place, ready] of waiting.entries()) {
      while (!await ready()) {
        try { pids.split(',').forEach(pid => process.kill(Number(pid), 0)); } catch { return 2; }
        if (Date.now() >= until) return 100 + place;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
    return 0;
  },
  // A start needs the product, not its tests: everything in the solution that is not under tests/.
  async 'product-filter'(solution, file) {
    const all = [...readFileSync(solution, 'utf8').matchAll(/<Project Path="([^"]+)"/g)].map(match => match[1]);
    const projects = all.filter(project => !project.startsWith('tests/'));
    writeFileSync(file, JSON.stringify({ solution: { path: '../EenPlan.slnx', projects } }));
    return 0;
  },
  async people(url) {
    const { status, body } = await get(url, 10000);
    if (status !== 200) return 1;
    const { items } = JSON.parse(body);
    const width = Math.max(...items.map(one => one.name.length));
    for (const one of items) console.log(`    ${one.name.padEnd(width)}  ${one.description?.nl ?? ''}`);
    return items.length > 0 ? 0 : 1;
  },
  // The server's address differs per machine; the committed description must not.
  async document(url, file) {
    const { status, body } = await get(url, 20000);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    writeFileSync(file, `${JSON.stringify(JSON.parse(body), null, 2)}\n`);
    return 0;
  },
};

try {
  process.exitCode = await questions[question](...rest);
} catch (error) {
  console.error(String(error.message ?? error));
  process.exitCode = 1;
}
