/** Text without white space of any kind, the ideographic space included: what words are compared by, however they are set. */
export const dense = (text: string): string => text.replace(/\s+/g, '');
