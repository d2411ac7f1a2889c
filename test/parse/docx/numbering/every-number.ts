import { abstractNum, lvl, num, numPr, p, type LevelSpec, type Parts } from '../make-docx.js';

/** Formats that Word and WPS offer in Chinese, with those that other lists of the standard bring into Chinese files. */
const formats = [
  'decimal',
  'decimalHalfWidth',
  'decimalFullWidth',
  'decimalFullWidth2',
  'decimalZero',
  'decimalEnclosedCircle',
  'decimalEnclosedCircleChinese',
  'decimalEnclosedParen',
  'decimalEnclosedFullstop',
  'numberInDash',
  'ordinal',
  'ordinalText',
  'cardinalText',
  'chicago',
  'hex',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'chineseCounting',
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'taiwaneseDigital',
  'ideographDigital',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'ideographLegalTraditional',
  'ideographEnclosedCircle',
  'japaneseCounting',
  'koreanDigital2',
  'none',
  'bullet',
] as const;

const values = [
  0, 1, 2, 3, 9, 10, 11, 12, 13, 20, 21, 27, 30, 36, 50, 51, 60, 61, 99, 100, 101, 110, 111, 120, 1000, 1001, 1010,
  1111, 10_001, 12_345,
];

/** A stretch of the document: numberings of its own, and paragraphs that each say where they stand. */
interface Section {
  readonly name: string;
  readonly numbering: string;
  readonly body: string;
}

/** Ids are the document's, so each section counts on from the last one's. */
class Ids {
  private list = 0;
  private numbering = 0;
  readonly nextList = (): number => ++this.list;
  readonly nextNumbering = (): number => ++this.numbering;
}

const override = (ilvl: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

function formatSection(format: string, ids: Ids): Section {
  const list = ids.nextList();
  const numberings = values.map((value) => ({ value, id: ids.nextNumbering() }));
  return {
    name: format,
    numbering:
      abstractNum(list, [{ format, text: format === 'bullet' ? '•' : '%1、' }]) +
      numberings.map(({ value, id }) => num(id, list, override(0, value))).join(''),
    body: numberings.map(({ value, id }) => p(`@${value}`, numPr(id))).join(''),
  };
}

/** Levels of lists, further `w:num` of each beside the plain one, and the numbered paragraphs: [numbering, level]. */
interface Spec {
  readonly lists: readonly (readonly LevelSpec[])[];
  /** By numbering, counted from 0: its list and its overrides. The plain numbering of each list unless given. */
  readonly numberings?: readonly (readonly [list: number, overrides: string])[];
  readonly used: readonly (readonly [numbering: number, level: number])[];
}

function listSection(name: string, { lists, numberings, used }: Spec, ids: Ids): Section {
  const listIds = lists.map(ids.nextList);
  const plain = lists.map((_, list): readonly [number, string] => [list, '']);
  const own = (numberings ?? plain).map(([list, overrides]) => ({ id: ids.nextNumbering(), list, overrides }));
  return {
    name,
    numbering:
      lists.map((levels, i) => abstractNum(listIds[i] ?? 0, levels)).join('') +
      own.map(({ id, list, overrides }) => num(id, listIds[list] ?? 0, overrides)).join(''),
    body: used.map(([numbering, level], i) => p(`@${i + 1}`, numPr(own[numbering]?.id ?? 0, level))).join(''),
  };
}

const official: readonly LevelSpec[] = [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimal', text: '（%4）' },
  { format: 'decimalEnclosedCircle', text: '%5' },
  { format: 'lowerLetter', text: '%6)' },
  { format: 'lowerRoman', text: '%7.' },
  { format: 'upperLetter', text: '%8．' },
  { format: 'ideographTraditional', text: '%9、' },
];
const outline: readonly LevelSpec[] = [
  { format: 'decimal', text: '%1' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'decimal', text: '%1.%2.%3' },
];
const counting = (count: number, level = 0): (readonly [number, number])[] =>
  Array.from({ length: count }, () => [0, level] as const);
const at = (...levels: readonly number[]): (readonly [number, number])[] => levels.map((level) => [0, level]);

const restart = (level: number): string => `<w:lvlRestart w:val="${level}"/>`;
const suffix = (kind: string): string => `<w:suff w:val="${kind}"/>`;

const lists: readonly (readonly [name: string, spec: Spec])[] = [
  [
    'nine levels, in and out again',
    { lists: [official], used: at(0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 5, 4, 2, 3, 1, 2, 0, 1, 2, 3) },
  ],
  ['past ten and twenty', { lists: [official], used: counting(23) }],
  [
    'past a hundred',
    { lists: [[{ format: 'chineseCountingThousand', text: '第%1条', start: 98 }]], used: counting(5) },
  ],
  ['levels that were skipped', { lists: [outline], used: at(1, 1, 0, 2, 1, 2, 0, 2) }],
  [
    'start values',
    {
      lists: [
        [
          { format: 'chineseCounting', text: '%1、', start: 3 },
          { format: 'decimal', text: '%2.', start: 0 },
          { format: 'upperLetter', text: '%3.', start: 5 },
        ],
      ],
      used: at(0, 1, 1, 2, 2, 0, 1, 2),
    },
  ],
  [
    'numberings of one list count together',
    {
      lists: [official],
      numberings: [
        [0, ''],
        [0, ''],
      ],
      used: [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ],
    },
  ],
  [
    'two lists in turn count apart',
    {
      lists: [official, outline],
      used: [
        [0, 0],
        [1, 0],
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [1, 1],
      ],
    },
  ],
  [
    'a start override counts once',
    {
      lists: [official],
      numberings: [
        [0, ''],
        [0, override(0, 1)],
        [0, override(0, 5)],
      ],
      used: [
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 0],
        [2, 0],
        [2, 0],
        [1, 0],
      ],
    },
  ],
  [
    'a start override of an inner level',
    {
      lists: [official],
      numberings: [
        [0, ''],
        [0, override(1, 4)],
      ],
      used: [
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 1],
        [0, 0],
        [0, 1],
      ],
    },
  ],
  [
    'a start override that the level begins at each time',
    { lists: [official], numberings: [[0, override(0, 2) + override(1, 4)]], used: at(0, 1, 1, 0, 1) },
  ],
  [
    'overrides of every level, as Word writes them to start a list anew',
    {
      lists: [official],
      numberings: [
        [0, ''],
        [0, [0, 1, 2].map((level) => override(level, 1)).join('')],
      ],
      used: [
        [0, 0],
        [0, 1],
        [0, 1],
        [1, 0],
        [1, 1],
        [0, 0],
        [1, 1],
        [1, 0],
        [1, 1],
      ],
    },
  ],
  [
    'a level of its own in place of the list’s',
    {
      lists: [official],
      numberings: [
        [0, ''],
        [
          0,
          `<w:lvlOverride w:ilvl="0">${lvl({ format: 'decimalFullWidth', text: '第%1项', start: 1 }, 0)}</w:lvlOverride>`,
        ],
      ],
      used: [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    },
  ],
  [
    'never starting again',
    {
      lists: [
        [
          { format: 'chineseCounting', text: '第%1章' },
          { format: 'chineseCounting', text: '第%2条', extra: restart(0) },
        ],
      ],
      used: at(0, 1, 1, 0, 1, 0, 1),
    },
  ],
  [
    'starting again only under the first level',
    {
      lists: [[...outline.slice(0, 2), { format: 'decimal', text: '（%3）', extra: restart(1) }]],
      used: at(0, 1, 2, 1, 2, 2, 0, 1, 2),
    },
  ],
  [
    'legal numbering',
    {
      lists: [
        [
          { format: 'chineseCountingThousand', text: '第%1章' },
          { format: 'decimal', text: '%1.%2', extra: '<w:isLgl/>' },
          { format: 'chineseCountingThousand', text: '%1.%2.%3', extra: '<w:isLgl/>' },
        ],
      ],
      used: at(0, 1, 1, 2, 0, 1, 2),
    },
  ],
  [
    'formats of higher levels inside a label',
    {
      lists: [
        [
          { format: 'chineseCountingThousand', text: '%1、' },
          { format: 'decimal', text: '%1.%2' },
          { format: 'upperRoman', text: '%1-%2-%3' },
        ],
      ],
      used: at(0, 1, 2, 2, 0, 1, 2),
    },
  ],
  [
    'what stands behind the label',
    {
      lists: [
        [
          { format: 'chineseCounting', text: '%1、', extra: suffix('nothing') },
          { format: 'decimal', text: '%2.', extra: suffix('space') },
          { format: 'decimal', text: '（%3）', extra: suffix('tab') },
        ],
      ],
      used: at(0, 1, 2, 2, 1, 0),
    },
  ],
  [
    'words around and in place of a number',
    {
      lists: [
        [
          { format: 'chineseCounting', text: '第%1部分 ' },
          { format: 'none', text: '注：' },
          { format: 'decimal', text: '附件%3：' },
          { format: 'decimal', text: '' },
        ],
      ],
      used: at(0, 1, 2, 2, 3, 0),
    },
  ],
  [
    'bullets between numbers',
    {
      lists: [
        [
          { format: 'decimal', text: '%1.' },
          { format: 'bullet', text: '' },
          { format: 'decimal', text: '%1.%3' },
        ],
      ],
      used: at(0, 1, 1, 2, 0, 1),
    },
  ],
];

const style = (id: string, name: string, pPr: string, basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${pPr}</w:pPr></w:style>`;
const styled = (id: string, text: string, more = ''): string => p(text, `<w:pStyle w:val="${id}"/>${more}`);
const ofStyle = (numId: number, ilvl: number): string =>
  `<w:numPr>${ilvl === 0 ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;

/** Numbering that styles bring, tied to levels, inherited, taken back and overruled. */
function styleSection(ids: Ids): Section & { readonly styles: string } {
  const list = ids.nextList();
  const id = ids.nextNumbering();
  const tied = official.slice(0, 3).map((level, i) => ({ ...level, extra: `<w:pStyle w:val="t${i + 1}"/>` }));
  return {
    name: 'numbers of styles',
    numbering: abstractNum(list, tied) + num(id, list),
    styles:
      style('t1', '一级标题', ofStyle(id, 0)) +
      style('t2', '二级标题', ofStyle(id, 1)) +
      style('t3', '三级标题', ofStyle(id, 2), 't2') +
      style('t2own', '二级标题甲', '', 't2') +
      style('t1none', '无编号标题', '<w:numPr><w:numId w:val="0"/></w:numPr>', 't1'),
    body:
      styled('t1', '@1') +
      styled('t2', '@2') +
      styled('t3', '@3') +
      styled('t3', '@4') +
      styled('t2own', '@5') +
      styled('t1none', '@6') +
      styled('t1', '@7', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled('t2', '@8', numPr(id, 2)) +
      styled('t1', '@9') +
      styled('t2', '@10'),
  };
}

/** A list that is only a link to a style of lists. */
function linkSection(ids: Ids): Section & { readonly styles: string } {
  const [link, list] = [ids.nextList(), ids.nextList()];
  const [linked, own] = [ids.nextNumbering(), ids.nextNumbering()];
  return {
    name: 'a style of lists',
    numbering:
      `<w:abstractNum w:abstractNumId="${link}"><w:numStyleLink w:val="gongwen"/></w:abstractNum>` +
      abstractNum(list, official, '<w:styleLink w:val="gongwen"/>') +
      num(linked, link) +
      num(own, list),
    styles: `<w:style w:type="numbering" w:styleId="gongwen"><w:name w:val="公文编号"/><w:pPr><w:numPr><w:numId w:val="${own}"/></w:numPr></w:pPr></w:style>`,
    body: p('@1', numPr(linked)) + p('@2', numPr(own)) + p('@3', numPr(linked, 1)) + p('@4', numPr(linked)),
  };
}

/** Serial numbers down the first column of a table, and a list that goes on behind it. */
function cellSection(ids: Ids): Section {
  const list = ids.nextList();
  const id = ids.nextNumbering();
  const cell = (content: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const row = (n: number): string => `<w:tr>${cell(p(`@${n}`, numPr(id)))}${cell(p(`金额${n}`))}</w:tr>`;
  const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>';
  return {
    name: 'cells of a table',
    numbering: abstractNum(list, [{ format: 'decimal', text: '%1' }]) + num(id, list),
    body: `<w:tbl><w:tblPr/>${grid}${[1, 2, 3].map(row).join('')}</w:tbl>${p('@4', numPr(id))}`,
  };
}

/** Paragraphs of one list with others, empty and deleted ones between. */
function betweenSection(ids: Ids): Section {
  const list = ids.nextList();
  const id = ids.nextNumbering();
  const gone = `<w:p><w:pPr>${numPr(id)}<w:rPr><w:del w:id="900" w:author="x"/></w:rPr></w:pPr><w:del w:id="901" w:author="x"><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>`;
  return {
    name: 'other paragraphs between',
    numbering: abstractNum(list, official) + num(id, list),
    body:
      p('@1', numPr(id)) +
      p('正文一段。') +
      p('@2', numPr(id)) +
      p('', numPr(id)) +
      p('@3', numPr(id)) +
      gone +
      p('@4', numPr(id)),
  };
}

/** The document that LibreOffice printed to `libreoffice.txt`. Each section begins with its name behind a `#`. */
export function everyNumber(): Parts {
  const ids = new Ids();
  const sections: readonly (Section & { readonly styles?: string })[] = [
    ...formats.map((format) => formatSection(format, ids)),
    ...lists.map(([name, spec]) => listSection(name, spec, ids)),
    styleSection(ids),
    linkSection(ids),
    cellSection(ids),
    betweenSection(ids),
  ];
  const numbering = sections.map((it) => it.numbering).join('');
  // the schema wants all lists before all numberings
  const parts = numbering.match(/<w:(abstractNum|num) .*?<\/w:\1>/gs) ?? [];
  const [abstract, numbers] = [
    parts.filter((it) => it.startsWith('<w:abstractNum')),
    parts.filter((it) => it.startsWith('<w:num ')),
  ];
  return {
    body: sections.map(({ name, body }) => p(`# ${name}`) + body).join(''),
    numbering: abstract.join('') + numbers.join(''),
    styles: sections.map((it) => it.styles ?? '').join(''),
  };
}

export type LabelsBySection = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Labels by section and paragraph of a text whose lines are `# section` and `label @paragraph`. */
export function labelsIn(lines: readonly string[]): LabelsBySection {
  const found = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of lines) {
    const name = /^# (.*)$/.exec(line)?.[1];
    if (name !== undefined) found.set(name, (section = new Map<string, string>()));
    const numbered = /^\s*(.*?)\s*@(\d+)$/.exec(line);
    if (numbered) section.set(numbered[2] ?? '', numbered[1] ?? '');
  }
  return found;
}
