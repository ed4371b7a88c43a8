import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';

// Written and held true by tests of the programs that send them.
const written = import.meta.glob<Sample[]>('../../../contracts/cloudevents/*.json', { eager: true, import: 'default' });
type Sample = Record<string, unknown> & { id: string; source: string; type: string; sequence: string; time: string };
const lists = new Map(Object.entries(written).map(([path, list]) => [path.slice(path.lastIndexOf('/') + 1), list]));
const files = [...lists.keys()];
const read = (name: string): Sample[] => lists.get(name) ?? [];
const samples = files.flatMap((name) => read(name).map((sample) => [`${name} ${sample.type}`, sample] as const));
const structured = 'application/cloudevents+json';
const mostBytes = 64 * 1024;
// What may stand in attributes, which everybody on the way may log: ids, numbers, moments and codes.
const harmless: Record<string, RegExp> = {
  specversion: /^1\.0$/,
  id: /^(withdrawn-)?[0-9a-f-]{36}(-\d{10})?$/,
  source: /^urn:nld:eenplan:[a-z0-9-]+:(directory|organisation:[0-9a-f-]{36})$/,
  type: /^nl\.eenplan\.[a-z]+(-[a-z]+)*$/,
  subject: /^[0-9a-f-]{36}$/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|\+00:00)$/,
  sequence: /^\d{10}$/,
  datacontenttype: /^application\/json$/,
};

describe('every event that leaves the product', () => {
  it('is there: of the feed and of a directory', () => {
    expect(files).toEqual(['directory.json', 'feed.json']);
    expect(samples.length).toBeGreaterThan(16);
  });

  it.each(samples)('is understood by the SDK, alone and unchanged: %s', (_, sample) => {
    const event = HTTP.toEvent({ headers: { 'content-type': structured }, body: JSON.stringify(sample) }) as CloudEvent<unknown>;
    expect(event.validate()).toBe(true);
    expect([event.id, event.source, event.type, event.sequence]).toEqual([sample.id, sample.source, sample.type, sample.sequence]);
    expect(new Date(event.time ?? '').getTime()).toBe(new Date(sample.time).getTime());
    expect(event.data).toEqual(sample.data);
  });

  it.each(samples)('holds to the Dutch profile: %s', (_, sample) => {
    const attributes = Object.keys(sample).filter((name) => name !== 'data');
    expect(attributes.filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
    for (const required of ['specversion', 'id', 'source', 'type', 'time', 'sequence']) expect(attributes).toContain(required);
    for (const name of attributes) expect(String(sample[name]), name).toMatch(harmless[name] ?? /never/);
    expect(Object.values(sample)).not.toContain(null);
    expect('data' in sample).toBe('datacontenttype' in sample);
    expect(new TextEncoder().encode(JSON.stringify(sample)).length).toBeLessThanOrEqual(mostBytes);
  });

  it.each(files)('comes in an order that can be sorted, each once: %s', (name) => {
    const list = read(name);
    const sequences = list.map((sample) => sample.sequence);
    expect([...sequences].sort()).toEqual(sequences);
    expect(new Set(list.map((sample) => `${sample.source} ${sample.id}`)).size).toBe(list.length);
  });

  it('is understood as a batch too', () => {
    for (const name of files) expect(HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(read(name)) })).toHaveLength(read(name).length);
  });

  it('carries references only on the feed of an organisation', () => {
    for (const sample of read('feed.json')) expect(Object.keys((sample.data as object | undefined) ?? {}).filter((key) => key !== 'caseId' && key !== 'itemId')).toEqual([]);
  });
});
