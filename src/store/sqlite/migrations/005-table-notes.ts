/** What stands below a table and speaks of it; null where nothing does, and in documents that were stored before. */
export const tableNotes = `
ALTER TABLE tables ADD COLUMN note TEXT;
`;
