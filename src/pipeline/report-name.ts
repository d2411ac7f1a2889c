/** True for the kinds of name that reports have; a file of another name is taken only if its bytes are a report's. */
export const hasReportName = (name: string): boolean =>
  /\.(docx|xlsx|xlsm|html?|mht|mhtml|pdf|txt|doc|wps|rtf|odt|ods|xls|et|ofd|zip)$/i.test(name);

/** True for what Word and macOS leave beside a file of the same name. */
export const isShadow = (name: string): boolean => /^(~\$|\._)/.test(name);

/** What a file that is no report is called by people: its extension in capitals, `shadow` or `other`. */
export function kindOf(name: string): string {
  if (isShadow(name)) return 'shadow';
  return /[^.].*\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toUpperCase() ?? 'other';
}
