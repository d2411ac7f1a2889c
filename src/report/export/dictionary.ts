import { columnName, type ExportTable, type ExportValue, type Naming } from './table.js';

/** What every column of every table means: a table beside the others. */
export const dictionaryTable: ExportTable = {
  name: 'dictionary',
  about: { zh: '各表各列的含义', en: 'what every column means' },
  columns: [
    { name: 'table', zh: '表', type: 'text', about: { zh: '表名', en: 'name of the table' } },
    { name: 'column', zh: '列', type: 'text', about: { zh: '列名', en: 'name of the column' } },
    { name: 'type', zh: '类型', type: 'text', about: { zh: 'text、integer、decimal', en: 'text, integer, decimal' } },
    { name: 'name_zh', zh: '中文名', type: 'text', about: { zh: '中文列名', en: 'Chinese name' } },
    { name: 'meaning', zh: '含义', type: 'text', about: { zh: '含义', en: 'what it means' } },
  ],
};

export const dictionaryRows = (tables: readonly ExportTable[], naming: Naming): ExportValue[][] =>
  tables.flatMap((table) =>
    table.columns.map((column) => [table.name, columnName(column, naming), column.type, column.zh, column.about.en]),
  );
