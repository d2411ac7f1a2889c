/** What `gouji doctor` says: a line for each thing that was looked at, and what to do where it is not well. */
export const doctorWords = {
  doctorNodeOk: { zh: 'Node {version}', en: 'Node {version}' },
  doctorNodeFail: {
    zh: 'Node {version} 太旧或不受支持；需要 {wanted}。请安装受支持的版本。',
    en: 'Node {version} is not supported; {wanted} is needed. Install one of those.',
  },
  doctorModulesOk: { zh: '本机模块 {names} 可用', en: 'native modules {names} work' },
  doctorModulesFail: {
    zh: '本机模块 {name} 不能载入（{reason}）。请重新运行 npm ci；换过 Node 版本时用 npm rebuild。',
    en: 'the native module {name} does not load ({reason}). Run npm ci again, or npm rebuild after changing Node.',
  },
  doctorOfficeOk: {
    zh: 'DOC、WPS、RTF、ODT、XLS、ET、ODS 由 {soffice} 转换后读取',
    en: 'DOC, WPS, RTF, ODT, XLS, ET and ODS are read through {soffice}',
  },
  doctorOfficeNone: {
    zh: '没有 LibreOffice：DOC 只读正文，RTF、ODT、XLS、ET、ODS 不读。需要时请安装，或用 GOUJI_SOFFICE 指明路径。',
    en: 'no LibreOffice: of DOC only the running text is read, RTF, ODT, XLS, ET and ODS are not. Install it, or name its soffice in GOUJI_SOFFICE.',
  },
  doctorRulesOk: { zh: '{count} 条规则，已编译', en: '{count} rules, compiled' },
  doctorRulesWarn: {
    zh: '{count} 条规则，其中 {files} 个文件与编译结果不符，启动较慢。请运行 npm run build。',
    en: '{count} rules; {files} files are not as they were compiled, which makes the start slow. Run npm run build.',
  },
  doctorDatabaseOk: {
    zh: '{path}：结构版本 {schema}，完好，日志方式 {journal}',
    en: '{path}: schema {schema}, sound, journal mode {journal}',
  },
  doctorDatabaseNone: { zh: '{path} 还没有，首次导入时建立', en: '{path} is not there yet: the first import makes it' },
  doctorDatabaseOld: {
    zh: '{path} 为旧结构（{schema}，现为 {supported}），下次使用时自动升级。请先用 gouji 旧版或复制文件备份。',
    en: '{path} has an older schema ({schema}, now {supported}) and is brought to it by the next use. Copy the file first.',
  },
  doctorDatabaseJournal: {
    zh: '{path} 的日志方式是 {journal}，不是 wal：读者会等待写者。下次导入时改回。',
    en: '{path} has the journal mode {journal}, not wal: readers wait for writers. The next import puts it right.',
  },
  doctorDatabaseFail: {
    zh: '{path} 已损坏（{fault}）。请运行 gouji db check，并恢复备份。',
    en: '{path} is damaged ({fault}). Run gouji db check, and restore a backup.',
  },
  doctorFolderFail: {
    zh: '{folder} 不能写入（{reason}）。请检查权限，或用 --db 指定别处。',
    en: '{folder} cannot be written ({reason}). Check permissions, or name another place with --db.',
  },
  doctorDiskOk: { zh: '{folder} 所在磁盘有空闲 {free}', en: '{free} free on the disk of {folder}' },
  doctorDiskWarn: {
    zh: '{folder} 所在磁盘只有空闲 {free}，至少应有 {wanted}。请腾出空间，或用 --db 指定别处。',
    en: 'only {free} free on the disk of {folder}, {wanted} are wanted. Make room, or name another place with --db.',
  },
  doctorFilesystemOk: { zh: '数据库在本机磁盘上', en: 'the database is on a disk of this machine' },
  doctorFilesystemWarn: {
    zh: '{folder} 在网络文件系统（{type}）上，SQLite 的锁在那里不可靠。请把数据库放在本机磁盘，用 --db 指定。',
    en: '{folder} is on a network file system ({type}), where the locks of SQLite do not hold. Keep the database on a disk of this machine with --db.',
  },
  doctorTmpOk: {
    zh: '临时文件夹 {folder} 可写，空闲 {free}',
    en: 'the temporary folder {folder} can be written, {free} free',
  },
  doctorTmpWarn: {
    zh: '临时文件夹 {folder} 只有空闲 {free}。请腾出空间，或设 TMPDIR。',
    en: 'only {free} free in the temporary folder {folder}. Make room, or set TMPDIR.',
  },
  doctorTmpFail: {
    zh: '临时文件夹 {folder} 不能写入（{reason}）。请设 TMPDIR。',
    en: 'the temporary folder {folder} cannot be written ({reason}). Set TMPDIR.',
  },
  doctorLocaleOk: { zh: '区域设置 {locale}', en: 'locale {locale}' },
  doctorLocaleWarn: {
    zh: '区域设置 {locale} 不是 UTF-8：输出始终是 UTF-8，终端可能显示乱码。请设 LANG=zh_CN.UTF-8 或 C.UTF-8。',
    en: 'the locale {locale} is not UTF-8: output always is, and the terminal may show it garbled. Set LANG=C.UTF-8 or another UTF-8 locale.',
  },
  doctorMemoryOk: {
    zh: '内存 {memory}，够 {jobs} 个进程同时读取',
    en: '{memory} of memory, enough for {jobs} processes that read',
  },
  doctorMemoryWarn: {
    zh: '内存只有 {memory}：{jobs} 个进程各可用到 {each}。请用 --jobs {fit}。',
    en: 'only {memory} of memory: {jobs} processes may take {each} each. Use --jobs {fit}.',
  },
  doctorProcessorsOk: { zh: '处理器 {count} 个', en: '{count} processors' },
  doctorFilesOk: { zh: '可同时打开 {count} 个文件', en: '{count} files may be open at a time' },
  doctorFilesWarn: {
    zh: '只能同时打开 {count} 个文件，可能不够。请用 ulimit -n 1024 放宽。',
    en: 'only {count} files may be open at a time, which may be too few. Allow more with ulimit -n 1024.',
  },
  doctorUnknown: { zh: '未能查看（{reason}）', en: 'could not be looked at ({reason})' },
  doctorWell: { zh: '一切正常。', en: 'All is well.' },
  doctorUnwell: { zh: '警告 {warn} 项，故障 {fail} 项。', en: '{warn} warnings, {fail} failures.' },
} as const;
