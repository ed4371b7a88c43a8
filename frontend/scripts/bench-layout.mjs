// How long it takes to place everybody of a network in the picture. Prints the median and the slowest twentieth of some sizes; judges nothing.
import { createServer } from 'vite';

const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } });
const { layout } = await server.ssrLoadModule('/src/features/network/picture/layout.ts');
const { networkPlan, toItem, wedges } = await server.ssrLoadModule('/src/features/network/picture/networkPlan.ts');

const names = ['Ali', 'Oma Halina', 'Juf Mila Voorbeeld', 'عبد الرحمن بن عبد العزيز الخوارزمي', 'ገብረመድህን ወልደጊዮርጊስ ተስፋማርያም'];
const frequencies = ['often', 'sometimes', 'sometimes', 'rarely', 'rarely', null];
const network = (size, turn) =>
  Array.from({ length: size }, (_, number) => ({
    id: `p${number}`, name: names[(number + turn) % names.length], relation: 'woont in de straat', sector: wedges[(number * 7 + turn) % 6].code,
    frequency: frequencies[(number + Math.floor(number / 6) + turn) % 6], domains: ['raising', 'money'].slice(0, number % 3),
  }));

for (const size of [15, 40, 60, 120]) {
  const times = [];
  const before = process.cpuUsage();
  for (let turn = 0; turn < 240; turn++) {
    const items = network(size, turn).map(toItem);
    const begin = performance.now();
    layout(items, networkPlan);
    times.push(performance.now() - begin);
  }
  const used = process.cpuUsage(before);
  const sorted = times.slice(40).sort((a, b) => a - b);
  const of = (part) => sorted[Math.floor(sorted.length * part)].toFixed(2);
  console.log(`${String(size).padStart(4)} people: median ${of(0.5)} ms, 95% ${of(0.95)} ms, the very first ${times[0].toFixed(2)} ms; processor ${((used.user + used.system) / 1000 / times.length).toFixed(2)} ms each`);
}
await server.close();
