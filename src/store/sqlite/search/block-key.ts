/** A block's row in the search index is document × this + seq. No file that is read has so many bytes, much less blocks. */
export const blockKeys = 2 ** 28;
