import { visible } from './visible.js';

/** Every code that gouji can say of a file, a store, a rule or a command: one list, words in both languages.
 *  `{name}` stands for a parameter. A message names the thing, says what was met, then what to do. */
export type Language = 'zh' | 'en';
export type Level = 'info' | 'warning' | 'error';

interface Entry {
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  /** Words for parameters that are keys: parameter, key, words. */
  readonly terms?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>>;
}

export const catalogue = {
  // ---- what became of a file
  FILE_NOT_FOUND: {
    level: 'error',
    zh: '没有找到 {path}。请核对路径。',
    en: '{path} does not exist. Check the path.',
  },
  FILE_UNREADABLE: {
    level: 'error',
    zh: '{path} 打不开（{reason}）。请检查读取权限后重试。',
    en: '{path} cannot be opened ({reason}). Check that you may read it, then retry.',
  },
  FILE_EMPTY: {
    level: 'error',
    zh: '{file} 是空文件（0 字节）。请重新取得原件。',
    en: '{file} is empty (0 bytes). Get the original again.',
  },
  FILE_TOO_LARGE: {
    level: 'error',
    zh: '{file} 有 {bytes} 字节，超过上限 {limit}。请拆分后再读。',
    en: '{file} has {bytes} bytes, over the limit of {limit}. Split it and retry.',
  },
  FILE_ENCRYPTED: {
    level: 'error',
    zh: '{file} 设有打开密码。请另存一份无密码的副本再读。',
    en: '{file} needs a password to open. Save a copy without one and retry.',
  },
  FILE_DAMAGED: {
    level: 'error',
    zh: '{file} 已损坏，无法读取（{reason}）。请重新取得原件。',
    en: '{file} is damaged and cannot be read ({reason}). Get the original again.',
  },
  FILE_PART_LOST: {
    level: 'warning',
    zh: '{file} 部分内容已损坏（{reason}），其余照常读出。请对照原件。',
    en: 'A part of {file} is damaged ({reason}); the rest was read. Compare with the original.',
  },
  TYPE_UNSUPPORTED: {
    level: 'error',
    zh: '{file} 的实际类型是 {type}，不是可读的报告格式。请另存为 DOCX、XLSX、PDF 或纯文本。',
    en: '{file} is really {type}, not a report format that can be read. Save it as DOCX, XLSX, PDF or plain text.',
  },
  TYPE_MISNAMED: {
    level: 'info',
    zh: '{file} 的扩展名与内容不符，已按 {type} 读取。',
    en: '{file} is not what its extension says; it was read as {type}.',
  },
  ENCODING_DOUBTFUL: {
    level: 'warning',
    zh: '{file} 的文字编码按 {encoding} 读取，有 {count} 处无法识别的字符。请用 UTF-8 另存后重读。',
    en: '{file} was read as {encoding} with {count} characters that make no sense. Save it as UTF-8 and retry.',
  },
  ENCODING_UNLIKELY: {
    level: 'warning',
    zh: '{file} 的文字编码按 {encoding} 读取，读出的不像报告的文字，可能是另一种编码。请用 UTF-8 另存后重读。',
    en: '{file} was read as {encoding}, which gives no words of a report: it may be in another encoding. Save it as UTF-8 and retry.',
  },
  LIMIT_EXCEEDED: {
    level: 'error',
    zh: '{file} 超过{limit}上限（{met}），已停止读取。',
    en: '{file} went over the limit for {limit} ({met}); reading stopped.',
  },
  TIME_EXCEEDED: {
    level: 'error',
    zh: '{file} 读取用时（处理器时间）超过 {seconds} 秒，已停止。请拆分后再读，或用 --timeout 放宽时限。',
    en: '{file} took more than {seconds} s of processor time and was stopped. Split it, or allow more with --timeout.',
  },
  MEMORY_EXCEEDED: {
    level: 'error',
    zh: '{file} 读取所需内存超过 {megabytes} MB，已停止。请拆分后再读，或用 --max-memory 放宽。',
    en: '{file} needed more than {megabytes} MB of memory and was stopped. Split it, or allow more with --max-memory.',
  },
  READER_DIED: {
    level: 'error',
    zh: '读取 {file} 的进程两次意外退出（{reason}），该文件未读。请把文件反馈给我们。',
    en: 'The process reading {file} died twice ({reason}); the file was not read. Please report it with the file.',
  },
  XML_DOCTYPE: {
    level: 'error',
    zh: '{file} 的 {part} 含有 DOCTYPE 声明，出于安全不予读取。',
    en: '{part} in {file} has a DOCTYPE, which is not read for safety.',
  },
  NO_TEXT_LAYER: {
    level: 'warning',
    zh: '{file} 没有文字层（多半是扫描件），没有读出文字。请先做文字识别。',
    en: '{file} has no text layer (most likely a scan): no words were read. Run text recognition first.',
  },
  PAGE_NO_TEXT: {
    level: 'warning',
    zh: '第 {page} 页没有文字层（多半是扫描页），该页未读。',
    en: 'Page {page} has no text layer (most likely a scan) and was not read.',
  },
  PAGE_UNRELIABLE: {
    level: 'warning',
    zh: '第 {page} 页的文字层不可信（{reason}），该页的数字只作参考。',
    en: 'The text layer of page {page} cannot be trusted ({reason}); its figures are for orientation only.',
  },
  TEXT_UNSEEN: {
    level: 'info',
    zh: '有 {count} 页含看不见的文字（{reason}），未读入；首见于第 {page} 页。',
    en: 'Words that nobody sees ({reason}) were not read: pages with such {count}, the first of them page {page}.',
    terms: {
      reason: {
        unpainted: { zh: '没有着墨', en: 'not painted' },
        layer: { zh: '图层已关闭', en: 'on a layer that is off' },
        white: { zh: '白底白字', en: 'white on white' },
        outside: { zh: '在页面之外', en: 'outside the page' },
      },
    },
  },
  PAGE_FAILED: {
    level: 'warning',
    zh: '第 {page} 页读取失败（{reason}），其余各页照常读出。',
    en: 'Page {page} could not be read ({reason}); the other pages were.',
  },
  TABLE_TOO_WIDE: {
    level: 'warning',
    zh: '表 {table} 有 {columns} 列，超过 {limit} 列：未查找各行的横向合计，其余照常核对。如需核对请拆分该表。',
    en: 'Table {table} has {columns} columns, over {limit}: no totals along its rows were looked for; all else was checked. Split it to have them checked.',
  },
  FIGURES_DISAGREE: {
    level: 'warning',
    zh: '{file} 中的勾稽关系有 {failed} 条不符、{passed} 条相符：数字多半没有按原样读出，或者是虚拟的，因此不逐条提示。请对照原件，或换一种格式的文件。',
    en: 'Of the relations between the figures of {file}, {failed} fail and {passed} hold: most likely they were not read as printed, or are made up, and single findings are not told. Compare with the original, or import another format of it.',
  },
  NO_FIGURES: {
    level: 'info',
    zh: '{file} 中没有可核对的数字。',
    en: '{file} holds no figures to check.',
  },
  TRACKED_CHANGES: {
    level: 'info',
    zh: '{file} 带有修订标记（插入 {inserted} 处、删除 {deleted} 处），按接受修订后的文字读取。',
    en: '{file} has tracked changes ({inserted} inserted, {deleted} deleted); it was read as if all were accepted.',
  },
  PART_IGNORED: {
    level: 'info',
    zh: '{file} 含有未读取的内容：{what}（{count} 处）。',
    en: '{file} holds content that is not read: {what} ({count}).',
    terms: {
      what: {
        pictures: { zh: '图片', en: 'pictures' },
        charts: { zh: '图表', en: 'charts' },
        diagrams: { zh: 'SmartArt 图形', en: 'SmartArt diagrams' },
        sheets: { zh: '嵌入的电子表格', en: 'embedded spreadsheets' },
        formulas: { zh: '公式对象', en: 'formula objects' },
        objects: { zh: '嵌入的文件或对象', en: 'embedded files or objects' },
        comments: { zh: '批注', en: 'comments' },
        imports: { zh: '引入的外部文档', en: 'imported documents' },
        symbols: { zh: '无法辨认的符号', en: 'unknown symbols' },
        struck: { zh: '带删除线的文字', en: 'struck-out text' },
        annotations: { zh: '注释', en: 'annotations' },
        signatures: { zh: '电子签章（未验证）', en: 'signatures (not verified)' },
        macros: { zh: '宏（不运行）', en: 'macros (never run)' },
        'hidden sheets': { zh: '隐藏的工作表', en: 'hidden sheets' },
      },
    },
  },
  CELLS_HIDDEN: {
    level: 'info',
    zh: '工作表“{sheet}”有隐藏的行（{rows}）和列（{columns}）：合计中要用到的已读入，其余未读。',
    en: 'Sheet “{sheet}” has hidden rows ({rows}) and columns ({columns}): those that totals count were read, others were not.',
  },
  NOTE_MISSING: {
    level: 'warning',
    zh: '{file} 的正文引用了 {count} 条脚注或尾注，文件中却没有其内容。请对照原件。',
    en: '{file} refers to {count} footnotes or endnotes that it does not hold. Compare with the original.',
  },
  ARCHIVE_OPENED: {
    level: 'info',
    zh: '{file} 是压缩包，内有 {count} 个文件，已逐个读取。',
    en: '{file} is an archive; the {count} files in it were taken one by one.',
  },
  ARCHIVE_DAMAGED: {
    level: 'warning',
    zh: '{file} 是损坏的压缩包（目录丢失）；找到其中 {count} 个文件，已逐个读取。请与原件核对。',
    en: '{file} is a damaged archive (directory lost); {count} files were found in it and taken. Compare with the original.',
  },
  PATH_SKIPPED: {
    level: 'info',
    zh: '{path} 是 {kind} 文件，不作为报告读取，已跳过。需要时请另存为 DOCX、PDF 或文本，压缩包请解压或改为 ZIP。',
    en: '{path} ({kind}) is not read as a report and was skipped. If it is one, save it as DOCX, PDF or text; unpack an archive, or pack it as ZIP.',
    terms: { kind: { shadow: { zh: '临时', en: 'temporary file' }, other: { zh: '其他', en: 'other' } } },
  },
  CONVERTED: {
    level: 'info',
    zh: '{file}（{type}）由 {engine} 转换后读取；位置以转换后的内容为准。',
    en: '{file} ({type}) was read as {engine} converted it; places point into the converted document.',
  },
  CONVERSION_FAILED: {
    level: 'error',
    zh: 'LibreOffice 未能打开 {file}（{reason}）。请用 Word、WPS 或 Excel 另存为 DOCX 或 XLSX 再读。',
    en: 'LibreOffice could not open {file} ({reason}). Save it as DOCX or XLSX with the program that made it, and retry.',
  },
  ENGINE_MISSING: {
    level: 'error',
    zh: '读取 {file}（{type}）需要 LibreOffice，本机没有找到。请安装（如 apt-get install libreoffice-writer libreoffice-calc），或用 GOUJI_SOFFICE 指明 soffice 的路径。',
    en: '{file} ({type}) is read through LibreOffice, which was not found. Install it (apt-get install libreoffice-writer libreoffice-calc), or name its soffice in GOUJI_SOFFICE.',
  },
  DOC_WITHOUT_TABLES: {
    level: 'warning',
    zh: '本机没有 LibreOffice，{file} 只读出正文，{count} 个表格未读。请安装 LibreOffice 或用 GOUJI_SOFFICE 指明路径，再用 --reprocess all 重读。',
    en: 'Without LibreOffice only the running text of {file} was read; tables not read: {count}. Install it, or name its soffice in GOUJI_SOFFICE, and read again with --reprocess all.',
  },
  FILE_WORDLESS: {
    level: 'warning',
    zh: '{file} 中没有读出文字：页面或段落是空的，或者只有图片。请对照原件。',
    en: 'No words were read in {file}: its pages or paragraphs are blank, or pictures. Compare with the original.',
  },
  FILE_GONE: {
    level: 'info',
    zh: '{path} 已不在原处。所存内容仍保留，不再列出；文件放回后再次导入即恢复。',
    en: '{path} is no more there. What was stored of it is kept and no longer listed; put it back and import again to have it listed.',
  },
  FILE_MOVED: {
    level: 'info',
    zh: '{path} 已移到 {to}，没有重读。',
    en: '{path} was moved to {to} and was not read again.',
  },
  LINK_SKIPPED: {
    level: 'warning',
    zh: '{path} 是符号链接，未跟随。需要时请直接写出它指向的文件。',
    en: '{path} is a symbolic link and was not followed. Name the file that it points to if you want it.',
  },
  SPECIAL_SKIPPED: {
    level: 'warning',
    zh: '{path} 不是普通文件（{type}），未打开。',
    en: '{path} is no ordinary file ({type}) and was not opened.',
  },

  // ---- documents held against each other
  COMPARISON_FAILED: {
    level: 'error',
    zh: '{file} 与 {other} 未能互相核对（{reason}），其余不受影响。请用 --timeout、--max-memory 放宽限制后重试。',
    en: '{file} could not be held against {other} ({reason}); all else was. Retry with a larger --timeout or --max-memory.',
    terms: {
      reason: {
        TIME_EXCEEDED: { zh: '超过时限', en: 'over the time limit' },
        MEMORY_EXCEEDED: {
          zh: '超过内存上限',
          en: 'over the memory limit',
        },
        gone: { zh: '其中一份已不在数据库中', en: 'one of them is no longer stored' },
        STORE_DOCUMENT_DAMAGED: {
          zh: '其中一份与存入时不同，见 gouji db check',
          en: 'one of them is not as it was stored, see gouji db check',
        },
      },
    },
  },

  // ---- the store
  STORE_NOT_FOUND: {
    level: 'error',
    zh: '没有找到数据库 {path}。请先运行 gouji import，或用 --db 指明位置。',
    en: 'There is no database at {path}. Run gouji import first, or name another with --db.',
  },
  STORE_NOT_GOUJI: {
    level: 'error',
    zh: '{path} 不是 gouji 的数据库，未作任何改动。请用 --db 指定别的文件。',
    en: '{path} is not a gouji database; nothing was changed. Name another file with --db.',
  },
  STORE_NEWER: {
    level: 'error',
    zh: '{path} 由更新版本的 gouji 建立（结构版本 {found}，本程序支持到 {supported}），未作任何改动。请升级 gouji。',
    en: '{path} was made by a newer gouji (schema {found}, this one knows {supported}); nothing was changed. Upgrade gouji.',
  },
  STORE_UNWRITABLE: {
    level: 'error',
    zh: '{path} 无法打开或写入（{reason}）。请检查权限和磁盘空间。',
    en: '{path} cannot be opened or written ({reason}). Check permissions and free space.',
  },
  STORE_BUSY: {
    level: 'error',
    zh: '{path} 正被别的程序占用，等待 {seconds} 秒后放弃。请稍后重试。',
    en: '{path} is locked by another program; gave up after {seconds} s. Retry later.',
  },
  STORE_CORRUPT: {
    level: 'error',
    zh: '{path} 已损坏（{reason}），未作任何改动。请保留它和旁边的 -wal 文件：gouji review list --json 可导出其中尚能读出的决定。请恢复备份，或导入到别的数据库。',
    en: '{path} is damaged ({reason}); nothing was changed. Keep it and its -wal file: gouji review list --json prints the decisions that can be read. Restore a backup, or import into another database.',
  },
  STORE_DOCUMENT_DAMAGED: {
    level: 'error',
    zh: '{path} 中文档 {document} 与存入时不同（{reason}）。gouji db check 列出全部受损之处。请恢复备份，或运行 gouji db mend 后重新导入（决定保留）。',
    en: 'Document {document} in {path} is not as it was stored ({reason}). gouji db check lists all damage. Restore a backup, or run gouji db mend and import it again (decisions are kept).',
    terms: { reason: { content: { zh: '内容', en: 'content' }, findings: { zh: '发现', en: 'findings' } } },
  },
  STORE_DECISION_DAMAGED: {
    level: 'error',
    zh: '{path} 中第 {id} 号决定或其前的决定与记录时不同。请保留该文件并恢复备份；gouji db check 列出全部受损之处。',
    en: 'Decision {id} in {path}, or one before it, is not as it was recorded. Keep the file and restore a backup; gouji db check lists all damage.',
  },
  STORE_SCHEMA: {
    level: 'error',
    zh: '{path} 带有 gouji 的标识，但其中的表不是 gouji 的（{reason}），未作任何改动。请用 --db 指定别的文件。',
    en: '{path} bears the mark of gouji, but its tables are not those of gouji ({reason}); nothing was changed. Name another file with --db.',
  },
  STORE_NOT_FILE: {
    level: 'error',
    zh: '{path} 不是普通文件（{type}），未打开。请用 --db 指定数据库文件。',
    en: '{path} is no ordinary file ({type}) and was not opened. Name a database file with --db.',
    terms: { type: { folder: { zh: '文件夹', en: 'folder' } } },
  },
  STORE_LOG_ALONE: {
    level: 'error',
    zh: '没有 {path}，却有它的 {log}：数据库被删除或移走，尚未写回的内容在该文件里。请把数据库放回，或移走该文件后重试；未作任何改动。',
    en: 'There is no {path}, but its {log}: the database was deleted or moved, and that file holds what was not yet written back. Put it back, or move that file away, then retry; nothing was changed.',
  },
  STORE_MOVED: {
    level: 'error',
    zh: '{path} 在写入时被移走，已停止写入。此前存入的（共 {documents} 份文档）在 {kept}。请用 --db 指明要用的数据库后重新导入。',
    en: '{path} was moved away while it was being written; writing stopped. What was stored until then ({documents} documents) is in {kept}. Name the database with --db and import again.',
  },
  STORE_DELETED: {
    level: 'error',
    zh: '{path} 在写入时被删除或取代，已停止写入：其中的 {documents} 份文档一并丢失，报告原件未受影响。请恢复备份，或重新导入。',
    en: '{path} was deleted or replaced while it was being written; writing stopped. Its {documents} documents are lost with it, the reports are untouched. Restore a backup, or import again.',
  },
  STORE_LOG_LARGE: {
    level: 'warning',
    zh: '{log} 已有 {megabytes} MB：另有程序一直在读数据库，无法写回。请关闭那个程序（例如分页查看的 gouji findings、SQL 工具），之后自动缩小。',
    en: '{log} has grown to {megabytes} MB: another program keeps reading the database. End it (gouji findings in a pager, an SQL tool), and the file shrinks by itself.',
  },
  STORE_EXISTS: {
    level: 'error',
    zh: '{path} 已经存在，未作任何改动。请写一个新的文件名。',
    en: '{path} exists already; nothing was changed. Name a new file.',
  },
  STORE_COPY_UNSOUND: {
    level: 'error',
    zh: '{path} 的副本与原库不同或有损（{reason}），已删除。请运行 gouji db check 检查原库。',
    en: 'The copy of {path} is damaged or not the same ({reason}) and was removed. Look at the original with gouji db check.',
  },
  RUN_UNKNOWN: {
    level: 'error',
    zh: '没有第 {run} 次导入。用 gouji status 查看全部导入。',
    en: 'There is no import {run}. gouji status lists them all.',
  },
  DATABASE_INVALID: {
    level: 'error',
    zh: '“{path}”不能作数据库的文件名：gouji 的数据库是一个文件。请用 --db 写出文件名（首尾不带空格）。',
    en: '“{path}” cannot be a database: gouji keeps it in a file. Give --db the name of one (without spaces at either end).',
  },
  DOCUMENT_UNKNOWN: {
    level: 'error',
    zh: '数据库中没有与“{document}”对应的文档。用 gouji findings 查看已有文档。',
    en: 'No document in the database matches “{document}”. See gouji findings for what is there.',
  },
  DOCUMENT_AMBIGUOUS: {
    level: 'error',
    zh: '“{document}”对应 {count} 份文档：{matches}。请写得更完整。',
    en: '“{document}” matches {count} documents: {matches}. Say more of it.',
  },
  FINDING_UNKNOWN: {
    level: 'error',
    zh: '数据库中没有编号为“{finding}”的发现。用 gouji findings 查看编号。',
    en: 'No finding in the database has the number or id “{finding}”. gouji findings shows the numbers.',
  },
  FINDING_AMBIGUOUS: {
    level: 'error',
    zh: '“{finding}”对应 {count} 处发现：{matches}。请写其中一个编号，或用 --document 指明文档。',
    en: '“{finding}” matches {count} findings: {matches}. Write one of these numbers, or name the document with --document.',
  },
  REVIEW_CHANGED: {
    level: 'error',
    zh: '发现 {finding} 在第 {seen} 号记录之后又有人处理（现为第 {last} 号），未作任何改动。请查看后再决定。',
    en: 'Someone reviewed finding {finding} after event {seen} (now {last}); nothing was changed. Look again, then decide.',
  },
  NOTHING_TO_UNDO: {
    level: 'error',
    zh: '发现 {finding} 没有可撤销的处理记录。',
    en: 'There is nothing to undo for finding {finding}.',
  },

  BASELINE_INVALID: {
    level: 'error',
    zh: '基线文件 {path} 第 {line} 行不是发现的清单。请用 findings -f json 或 check --json 的输出。',
    en: 'Baseline {path}, line {line}, is no list of findings. Use the output of findings -f json or of check --json.',
  },

  // ---- rules and command line
  RULE_INVALID: {
    level: 'error',
    zh: '规则文件 {file} 第 {line} 行有误：{issue}。',
    en: 'Rule file {file}, line {line}: {issue}.',
  },
  RULES_MISSING: {
    level: 'error',
    zh: '{path} 中没有规则：应有 checks/ID.yaml 或 metrics/名称.yaml。',
    en: '{path} holds no rules: checks/ID.yaml or metrics/NAME.yaml is expected.',
  },
  RULE_UNKNOWN: {
    level: 'error',
    zh: '没有名为“{rule}”的规则。{suggestion}用 gouji rules 查看全部规则。',
    en: 'There is no rule “{rule}”. {suggestion}gouji rules lists them all.',
  },
  USAGE: {
    level: 'error',
    zh: '命令写法有误：{issue} 用 gouji --help 查看用法。',
    en: '{issue} See gouji --help.',
  },
  QUERY_INVALID: {
    level: 'error',
    zh: '查询不能执行（{reason}）。只接受一条 SELECT；gouji schema --db 列出各表各列。',
    en: 'The query cannot be run ({reason}). One SELECT is taken; gouji schema --db lists tables and columns.',
  },
  QUERY_COSTLY: {
    level: 'error',
    zh: '查询用了超过 {seconds} 秒的处理器时间或 {megabytes} MB 内存，已中止。请缩小范围，或加大 --timeout。',
    en: 'The query took more than {seconds} s of processor time or {megabytes} MB and was stopped. Narrow it, or allow more with --timeout.',
  },
  OUTPUT_UNWRITABLE: {
    level: 'error',
    zh: '{path} 无法写入（{reason}）。请检查文件夹和权限，或写别的文件名。',
    en: '{path} cannot be written ({reason}). Check the folder and permissions, or name another file.',
  },
  OUTPUT_LOST: {
    level: 'error',
    zh: '输出写完 {bytes} 字节后失败（{reason}），其余内容没有写出；已存入数据库的不受影响。请检查磁盘空间。',
    en: 'The output ended after {bytes} bytes ({reason}): the rest is lost; what was stored is stored. Check free space.',
  },
  FOLDER_GONE: {
    level: 'error',
    zh: '当前文件夹已不存在或无法进入（{reason}）。请换到别的文件夹后重试。',
    en: 'The current folder is gone or cannot be entered ({reason}). Change to another folder, then retry.',
  },
  SYSTEM_REFUSED: {
    level: 'error',
    zh: '系统不再提供所需资源：{reason}。请放宽限制后重试。',
    en: 'The system refused what is needed: {reason}. Raise the limit, then retry.',
    terms: {
      reason: {
        EMFILE: {
          zh: '本进程可同时打开的文件太少（EMFILE），可用 ulimit -n 1024 放宽',
          en: 'this process may not open enough files at a time (EMFILE), which ulimit -n 1024 allows',
        },
        ENFILE: { zh: '整个系统打开的文件太多（ENFILE）', en: 'too many files are open on this machine (ENFILE)' },
        ENOMEM: { zh: '内存（ENOMEM），见 ulimit -v', en: 'memory (ENOMEM), see ulimit -v' },
        EAGAIN: { zh: '进程（EAGAIN），见 ulimit -u', en: 'another process (EAGAIN), see ulimit -u' },
      },
    },
  },
  // ---- the review page
  DESK_REFUSED: {
    level: 'error',
    zh: '此请求不是由复核页面本身发出，已拒绝。请只用 gouji serve 给出的地址。',
    en: 'The request does not come from the review page itself and was refused. Use the address that gouji serve gave.',
  },
  DESK_UNINVITED: {
    level: 'error',
    zh: '此地址已经用过或不对。请重新运行 gouji serve，打开它给出的地址。',
    en: 'This address was used before or is wrong. Run gouji serve again and open the address that it gives.',
  },
  DESK_QUERY: {
    level: 'error',
    zh: '请求中的 {field} 不对。请刷新页面。',
    en: 'The {field} of the request is wrong. Reload the page.',
  },
  DESK_NOT_FOUND: {
    level: 'error',
    zh: '没有这个地址。请回到复核页面。',
    en: 'There is no such address. Go back to the review page.',
  },
  DESK_BODY_LARGE: {
    level: 'error',
    zh: '请求过大（上限 {limit} 字节）。请缩短备注。',
    en: 'The request is too large (limit {limit} bytes). Shorten the comment.',
  },
  PORT_TAKEN: {
    level: 'error',
    zh: '端口 {port} 用不了（{reason}）。请用 --port 另选一个，或不指定。',
    en: 'Port {port} cannot be used ({reason}). Choose another with --port, or none.',
  },
  SOURCE_GONE: {
    level: 'warning',
    zh: '原文件已不在原处或已改动，以下按入库时读出的文字显示。',
    en: 'The file is gone or has changed; what follows is the text as it was read.',
  },
  INTERNAL: {
    level: 'error',
    zh: 'gouji 自身出错（{reason}）。请把这条信息连同文件 {file} 一并反馈。',
    en: 'gouji itself failed ({reason}). Please report this together with {file}.',
  },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;
export const codes = Object.keys(catalogue) as readonly Code[];

/** Names between braces in a template: `'{a} of {b}'` gives `'a' | 'b'`. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
export type Params<C extends Code> = { readonly [K in Names<(typeof catalogue)[C]['zh']>]: string | number };

/** Puts parameters into a template; a name without a parameter stays visible in its braces. */
export function fill(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** Puts parameters into words for a person: those that are text come from a file, a name or a command line, and act on no terminal. */
export function fillVisibly(template: string, params: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : visible(String(value)),
  ]);
  return fill(template, Object.fromEntries(shown));
}

/** Parameters of a code for a person: words for those that are keys. */
export function worded(
  code: Code,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, unknown>> {
  const { terms = {} }: Entry = catalogue[code];
  const words = Object.entries(terms)
    .filter(([name]) => name in params)
    .map(([name, keys]) => [name, keys[String(params[name])]?.[language] ?? params[name]]);
  return { ...params, ...Object.fromEntries(words) };
}

/** The words of a code for a person. */
export function say(code: Code, params: Readonly<Record<string, unknown>>, language: Language): string {
  return fillVisibly(catalogue[code][language], worded(code, params, language));
}
