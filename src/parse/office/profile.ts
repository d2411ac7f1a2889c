const item = (path: string, name: string, value: string | number | boolean): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const scripting = 'Office.Common/Security/Scripting';
const inet = 'Inet/Settings';

/** Settings of LibreOffice under which a file runs no macro, follows no link and reaches no network: a proxy that nobody answers for. */
export const lockedDown = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  item(scripting, 'MacroSecurityLevel', 3),
  item(scripting, 'DisableMacrosExecution', true),
  item(scripting, 'BlockUntrustedRefererLinks', true),
  item('Office.Writer/Content/Update', 'Link', 2),
  item('Office.Calc/Content/Update', 'Link', 2),
  item(inet, 'ooInetProxyType', 2),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((protocol) => [
    item(inet, `ooInet${protocol}ProxyName`, '127.0.0.1'),
    item(inet, `ooInet${protocol}ProxyPort`, 9),
  ]),
  '</oor:items>',
].join('\n');
