import type { KindRules, ReportKind } from '../../rulebook/kinds.js';
import { isDate } from './date.js';
import { dense } from '../../model/dense.js';
import { valuesOf } from './field.js';
import { isOrganisation } from './is-organisation.js';
import type { ShortName } from './short-names.js';
import type { Sources } from './sources.js';

/** Without a note in brackets that belongs to the form: `（盖章）`. */
const bare = (text: string): string =>
  text.replace(/[（(](?:公章|盖章|签章|全称|章|[印监]?制|编制|填报|填表)[）)]/gu, '').replace(/[。，,;；：:]+$/u, '');

/** 以下简称“我局”: what only the agency that reports calls itself. */
const ownWord = /^[我本][局办委院所站校馆处厅部队会司镇乡县区市街]|^本?(?:公司|单位|部门)$/u;

/** What follows an agency's name in a title: a year, the subject, the kind of report. */
const behindName =
  /(?=[（(]?(?:19|20)\d{2}年?|[（(]?二[〇○零]|关于|(?:部门|单位)(?:整体|决算|预算)|(?:整体|项目)支出|绩效(?:自评|评价|自我)|第[一二三四]季度|政府信息公开|(?<!人民)政府工作报告|(?<=人民政府)工作报告|(?<!政府)工作报告|国民经济|统计公报)/u;

/** The agency's name at the start of a title, or behind its year: `某某局2024年度部门决算`, `2024年某某局工作报告`. */
function inTitle(title: string, rules: KindRules): string | null {
  const text = title.replace(/^(?:19|20)\d{2}年度?/u, '').replace(/^关于/u, '');
  const at = text.slice(1).search(behindName);
  const head = text.slice(0, at + 1);
  return at >= 0 && isOrganisation(head, rules) ? head : null;
}

function inFields(sources: Sources, keys: readonly RegExp[], rules: KindRules): string | null {
  for (const key of keys) {
    const value = valuesOf(sources, key, rules.next_key)
      .map(bare)
      .find((text) => isOrganisation(text, rules));
    if (value !== undefined) return value;
  }
  return null;
}

/** The name with the places that a fuller printing elsewhere in the text puts before it; the most frequent one, then the first. */
function fullest(name: string, texts: readonly string[], rules: KindRules): string {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const longer = new RegExp(`(${rules.place.source}{1,3})${literal}`, 'gu');
  const seen = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(longer)) seen.set(match[0], (seen.get(match[0]) ?? 0) + 1);
  }
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? name;
}

/** The name above the date with which a report is signed. */
function signed(sources: Sources, rules: KindRules): string | null {
  const { closing } = sources;
  const at = closing.findLastIndex((text) => isDate(dense(text)));
  const name = at > 0 ? bare(dense(closing[at - 1] ?? '')) : '';
  return isOrganisation(name, rules) ? name : null;
}

/** The agency or company that reports, as printed in full. */
export function organisationOf(
  sources: Sources,
  title: string | null,
  kind: ReportKind | undefined,
  declared: readonly ShortName[],
  rules: KindRules,
): string | null {
  if (kind?.organisation) {
    const values = valuesOf(sources, kind.organisation.key, rules.next_key)
      .map(bare)
      .filter((text) => isOrganisation(text, rules));
    const value = values.at(kind.organisation.take === 'last' ? -1 : 0);
    if (value !== undefined) return value;
  }
  const spelledOut = (name: string): string => declared.find(({ short }) => short === name)?.full ?? name;
  const field = inFields(sources, rules.organisation_keys, rules);
  if (field !== null) return spelledOut(field);
  const texts = [...sources.opening, ...sources.closing, ...sources.headers].map(dense);
  const titled = title === null ? null : inTitle(dense(title), rules);
  // a line that ends in a colon names whom the report is for
  const alone = sources.front
    .filter((line) => !/[:：]$/u.test(line.dense))
    .map((line) => bare(line.dense))
    .find((text) => isOrganisation(text, rules));
  const found =
    titled ??
    inFields(sources, rules.other_organisation_keys, rules) ??
    signed(sources, rules) ??
    alone ??
    sources.headers.find((text) => isOrganisation(text, rules)) ??
    declared.find(({ short }) => ownWord.test(short))?.full;
  return found === undefined ? null : fullest(spelledOut(found), texts, rules);
}
