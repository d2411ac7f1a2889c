/** The subject (功能分类, 经济分类, 政府收入分类) that a fact is a part of, and what the codes are called in which years. */
export const accounts = `
ALTER TABLE facts ADD COLUMN account_list TEXT;
ALTER TABLE facts ADD COLUMN account_code TEXT;
ALTER TABLE facts ADD COLUMN account_level INTEGER;
ALTER TABLE facts ADD COLUMN account_name TEXT;
CREATE INDEX facts_by_account ON facts (account_list, account_code, period) WHERE account_code IS NOT NULL;

CREATE TABLE accounts (
  list  TEXT NOT NULL,
  code  TEXT NOT NULL,
  level INTEGER NOT NULL,
  name  TEXT NOT NULL,
  since INTEGER,
  until INTEGER,
  PRIMARY KEY (list, code, name)
) STRICT, WITHOUT ROWID;
`;
