/** Pages beyond which a PDF is not read, unless more are allowed. */
export const usualMostPages = 5000;
