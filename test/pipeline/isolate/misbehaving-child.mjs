// A child that does what it is asked, however harmful.
import { GoujiError } from '../../../dist/model/error.js';
import { ownArguments, serve } from '../../../dist/pipeline/isolate/serve.js';

const hoard = [];
const tricks = {
  hang: () => {
    for (;;);
  },
  work: () => {
    for (const end = process.cpuUsage().user + 20_000; process.cpuUsage().user < end;);
  },
  // half a second of processor time
  toil: () => {
    for (const end = process.cpuUsage().user + 500_000; process.cpuUsage().user < end;);
  },
  rest: () => new Promise(() => {}),
  die: () => process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(3),
  hoardBuffers: () => {
    for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  hoardObjects: () => {
    for (;;) hoard.push({ at: hoard.length, words: [`${hoard.length}`] });
  },
  throw: () => {
    throw new TypeError('the reason');
  },
  badRule: () => {
    throw new GoujiError('RULE_INVALID', { file: 'units.yaml', line: 3, issue: 'x' });
  },
  // it is then replaced by a new one
  grow: () => {
    process.memoryUsage.rss = () => 1e12;
  },
};

serve({
  act: async (trick) => {
    await tricks[trick]?.();
    return { pid: process.pid, args: ownArguments() };
  },
  count: (to, sendPart) => {
    for (let number = 1; number <= to; number++) sendPart(Uint8Array.of(number));
    return to;
  },
});
