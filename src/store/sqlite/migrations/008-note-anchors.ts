/** Where a footnote or endnote is referred to; null for all other blocks, and in documents that were stored before. */
export const noteAnchors = `
ALTER TABLE blocks ADD COLUMN anchor_block TEXT;
ALTER TABLE blocks ADD COLUMN anchor_row INTEGER;
ALTER TABLE blocks ADD COLUMN anchor_col INTEGER;
ALTER TABLE blocks ADD COLUMN anchor_at INTEGER;
`;
