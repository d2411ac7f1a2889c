const set =
  (digits: string) =>
  (text: string): string =>
    text.replace(/\d/g, (digit) => digits.charAt(Number(digit)));

/** Digits raised above the line: 10 and a raised 8 must not become 108. */
export const raised = set('⁰¹²³⁴⁵⁶⁷⁸⁹');
/** Digits set below the line. */
export const lowered = set('₀₁₂₃₄₅₆₇₈₉');
