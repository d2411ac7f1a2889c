/** Characters that would act on a terminal or turn text around instead of being seen: controls, line separators, bidirectional overrides. */
const acting = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Text from a file or a name, safe to print on one line: what would act is shown as its escape. */
export function visible(text: string): string {
  return text.replace(acting, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    return `\\u{${character.charCodeAt(0).toString(16).padStart(2, '0')}}`;
  });
}
