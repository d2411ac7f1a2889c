-- Questions to a database of reports (gouji import PATH… --db FILE). Amounts are exact decimal text in the base unit (元 of money);
-- what ends in _e4 is the same as an integer of 1/10,000 of it, which can be added without losing anything.

-- How did the reading go?
SELECT state, count(*) AS files FROM v_files GROUP BY state ORDER BY files DESC;

-- Income and spending of every organisation by year, and what is left.
SELECT organisation, year, income, spending, (income_e4 - spending_e4) / 10000.0 AS surplus_yuan
FROM v_income_spending WHERE stage = 'final' ORDER BY organisation, year;

-- Where do budget and account lie furthest apart? In percent of the budget.
SELECT organisation, year, metric_name, budget, final, round(100.0 * (final - budget) / budget, 1) AS percent
FROM v_metrics WHERE unit = 'CNY' AND budget > 0 AND final IS NOT NULL ORDER BY abs(final - budget) / budget DESC LIMIT 10;

-- Which functional categories cost most?
SELECT name, count(DISTINCT organisation) AS organisations, sum(yuan_e4) / 10000 AS yuan
FROM v_functional_spending WHERE level = 1 AND stage = 'final' GROUP BY name ORDER BY yuan DESC LIMIT 10;

-- Which indicators of self-evaluations lost points?
SELECT organisation, year, name, weight, score, note FROM v_indicators WHERE score_e4 < weight_e4 ORDER BY organisation, year;

-- What cannot be true, and where does it stand?
SELECT number, severity, organisation, year, rule, arithmetic, page, quote FROM v_findings ORDER BY severity, number;
