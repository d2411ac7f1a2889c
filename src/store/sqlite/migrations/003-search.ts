import { blockKeys } from '../search/block-key.js';

/** Full-text search over blocks: each letter, digit or Chinese character is a token, so that words of two characters are found. */
export const search = `
CREATE VIRTUAL TABLE block_search USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO block_search (rowid, tokens) SELECT document * ${blockKeys} + seq, gouji_indexed(text) FROM blocks WHERE kind <> 'furniture';
`;
