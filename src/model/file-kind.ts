import type { Stats } from 'node:fs';

type Asked = Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice' | 'isDirectory'>;

/** What something that is no ordinary file is, as messages name it; `unknown` for an ordinary file too. */
export function fileKind(entry: Asked): 'FIFO' | 'socket' | 'device' | 'folder' | 'unknown' {
  if (entry.isFIFO()) return 'FIFO';
  if (entry.isSocket()) return 'socket';
  if (entry.isBlockDevice() || entry.isCharacterDevice()) return 'device';
  return entry.isDirectory() ? 'folder' : 'unknown';
}
