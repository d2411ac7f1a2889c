import type { KindRules } from '../../rulebook/kinds.js';
import { dense } from '../../model/dense.js';
import { isOrganisation } from './is-organisation.js';

/** 云溪区机构编制委员会办公室（以下简称“区编办”）: the text says once what it calls an agency from then on. */
export interface ShortName {
  readonly full: string;
  readonly short: string;
}

const declaration = /([^，。；：、“”]{3,40})[（(](?:以下|下文)?(?:统一)?简称(?:为)?[:：]?([^（）()]{2,30})[）)]/gu;
const quoted = /[“"「『]([^“”"「」『』]{2,12})[”"」』]/gu;
/** Words that lead to a name and are no part of it. */
const before = /^.*(?:根据|按照|依据|关于|经过|委托|现将|经|由|受|系|是|为|对|将|把)(?=.{3})/u;

/** The name that ends the words: as the rules know places, else without the words that lead to it. */
function nameAtEnd(words: string, rules: KindRules): string | null {
  const bare = words.replace(before, '');
  for (const name of [bare, words]) if (isOrganisation(name, rules)) return name;
  return null;
}

/** The short names that texts declare for agencies, each with the full one, in the order they stand. */
export function shortNamesOf(texts: readonly string[], rules: KindRules): readonly ShortName[] {
  const declaring = texts.filter((text) => text.includes('简称'));
  return declaring.flatMap((text) =>
    [...dense(text).matchAll(declaration)].flatMap(([, words = '', inside = '']): ShortName[] => {
      const full = nameAtEnd(words, rules);
      if (full === null) return [];
      const names = [...inside.matchAll(quoted)].map(([, name = '']) => name);
      return (names.length > 0 ? names : [inside]).map((short) => ({ full, short }));
    }),
  );
}

/** What a document may call its own organisation: its name, then the short ones it declares, longest first. */
export function ownNamesOf(organisation: string | null, declared: readonly ShortName[]): readonly string[] {
  if (organisation === null) return [];
  const short = declared.filter(({ full }) => full.endsWith(organisation) || organisation.endsWith(full));
  const names = [organisation, ...short.flatMap((it) => [it.full, it.short])];
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}
