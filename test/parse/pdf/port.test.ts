import { expect, it } from 'vitest';
import { Port } from '../../../src/parse/pdf/port.js';

function ear(port: Port): unknown[] {
  const heard: unknown[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data));
  return heard;
}

it('carries messages to the other end in order, after the sender has gone on', async () => {
  const [one, other] = Port.pair();
  const [near, far] = [ear(one), ear(other)];
  one.postMessage(1, []);
  one.postMessage(2, []);
  other.postMessage('back', []);
  expect([near, far]).toEqual([[], []]);
  await Promise.resolve();
  expect([near, far]).toEqual([['back'], [1, 2]]);
});

it('delivers lists as they were when they were sent', async () => {
  const [one, other] = Port.pair();
  const far = ear(other);
  const chunk = { items: ['甲'], styles: {} };
  one.postMessage({ stream: 1, chunk }, []);
  chunk.items.length = 0;
  chunk.items.push('乙');
  await Promise.resolve();
  expect(far).toEqual([{ stream: 1, chunk: { items: ['甲'], styles: {} } }]);
});

it('delivers nothing to a listener that was taken away, aborted or ended', async () => {
  const [one, other] = Port.pair();
  const heard: unknown[] = [];
  const listener = ({ data }: { readonly data: unknown }): number => heard.push(data);
  const abort = new AbortController();
  other.addEventListener('message', listener, { signal: abort.signal });
  abort.abort();
  one.postMessage('after abort', []);
  await Promise.resolve();
  other.addEventListener('message', listener);
  other.removeEventListener('message', listener);
  one.postMessage('after removal', []);
  await Promise.resolve();
  other.addEventListener('message', listener);
  other.terminate();
  one.postMessage('after end', []);
  await Promise.resolve();
  expect(heard).toEqual([]);
});
