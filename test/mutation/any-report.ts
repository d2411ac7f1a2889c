import { columns, share } from '../instruments/columns.js';
import { documentsAt } from '../instruments/documents.js';
import { measureAny, type AnyTrial } from './any.js';

export interface AnyOptions {
  /** So many slips a document. */
  readonly most: number;
  /** Lists the slips that were not caught though a relation may show them, and the alarms elsewhere. */
  readonly misses: boolean;
}

function describe({ file, slip, elsewhere }: AnyTrial): string {
  const { block, cell } = slip.edit.spot;
  const { text } = cell ?? block;
  const { start, end } = slip.edit;
  const near = `${text.slice(Math.max(0, start - 30), start)}【${text.slice(start, end)}→${slip.edit.text}】${text.slice(end, end + 24)}`;
  const where = cell ? `${block.id} ${cell.row}:${cell.col}` : block.id;
  const others = elsewhere.map((it) => `\n      ${it.severity} ${it.rule} ${it.arithmetic || it.message}`);
  return `${file}: ${slip.kind} ${where} ${near.replace(/\s+/g, ' ')}${others.join('')}`;
}

function line(name: string, trials: readonly AnyTrial[]): string[] {
  const count = (holds: (it: AnyTrial) => boolean): number => trials.filter(holds).length;
  const [caught, elsewhere] = [count((it) => it.caught), count((it) => it.elsewhere.length > 0)];
  return [
    name,
    String(trials.length),
    String(caught),
    share(caught, trials.length),
    String(count((it) => it.named === 'it')),
    String(count((it) => it.named === 'another')),
    String(elsewhere),
    share(elsewhere, trials.length),
  ];
}

/** Prints how often one slip in any figure of the reports at some paths is reported, and how often another figure is accused of it. */
export async function printAny(paths: readonly string[], { most, misses }: AnyOptions): Promise<void> {
  const trials: AnyTrial[] = [];
  for await (const read of documentsAt(paths))
    if ('document' in read) trials.push(...measureAny(read.file, read.document, most));
  const [shown, unseen] = [trials.filter((it) => it.shown), trials.filter((it) => !it.shown)];
  if (misses) {
    console.log('missed though a relation was judged over the figure');
    for (const it of shown.filter((trial) => !trial.caught)) console.log(`  ${describe(it)}`);
    console.log('\nalarms elsewhere');
    for (const it of trials.filter((trial) => trial.elsewhere.length > 0)) console.log(`  ${describe(it)}`);
    console.log();
  }
  console.log(
    columns([
      ['one slip in any figure', 'tried', 'caught', '', 'it named', 'another named', 'elsewhere', ''],
      line('a relation was judged over it', shown),
      line('none was', unseen),
      line('all', trials),
    ]),
  );
}
