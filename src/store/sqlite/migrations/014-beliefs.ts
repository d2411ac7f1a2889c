/** Why a claim that words and numbers make was believed to be meant; null for all others, and in documents that were stored before. */
export const beliefs = `
ALTER TABLE findings ADD COLUMN belief TEXT;
`;
