// Stands in for the reader process: does what the name of the file says.
import { watchThisProcess } from '../../../dist/pipeline/isolate/watch.js';

watchThisProcess(Number(process.argv[2]));

const hoard = [];
const tricks = {
  hang: () => {
    for (;;);
  },
  die: () => process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(3),
  hoardBuffers: () => {
    for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  hoardObjects: () => {
    for (;;) hoard.push({ at: hoard.length, words: [`${hoard.length}`] });
  },
};

process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', ({ fileName, bytes }) => {
  tricks[fileName]?.();
  const residentBytes = fileName === 'old' ? 1e12 : 0;
  const answers = {
    throw: { defect: 'TypeError: the reason\n    at somewhere.js:1:1' },
    badRule: { fault: { code: 'RULE_INVALID', params: { file: 'units.yaml', line: 3, issue: 'x' } } },
  };
  const report = { file: fileName, size: bytes.length, pid: process.pid };
  process.send({ answer: answers[fileName] ?? { report }, residentBytes });
});
process.send({ ready: true });
