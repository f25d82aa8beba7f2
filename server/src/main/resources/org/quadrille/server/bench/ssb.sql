-- Makes the tables of the Star Schema Benchmark (O'Neil, O'Neil, Chen: Star Schema Benchmark, revision 3).
-- ${scale} is the scale factor: 6,000,000 lines, 30,000 customers, 2,000 suppliers at 1; 200,000 parts
-- at 1, growing by the logarithm above it. Every value is a hash of its row's number, so that the same
-- scale gives the same rows. Prices are in cents. At the smallest scales a table still has a row for each
-- city or brand.
CREATE TEMP MACRO pick(i, salt, n) AS (hash(i, salt) % n::UBIGINT)::INTEGER;

-- A permutation of 0 .. n - 1 in every n consecutive numbers: values are even at any scale.
CREATE TEMP MACRO even(i, salt, n) AS ((i + pick(i // n, salt, n)) % n)::INTEGER;

CREATE TEMP MACRO word(i, salt, words) AS words[1 + pick(i, salt, len(words))];

CREATE TEMP TABLE nation AS
SELECT row_number() OVER (ORDER BY region, nation) - 1 AS id, region, nation
FROM (
  VALUES
    ('AFRICA', 'ALGERIA'), ('AFRICA', 'ETHIOPIA'), ('AFRICA', 'KENYA'), ('AFRICA', 'MOROCCO'), ('AFRICA', 'MOZAMBIQUE'),
    ('AMERICA', 'ARGENTINA'), ('AMERICA', 'BRAZIL'), ('AMERICA', 'CANADA'), ('AMERICA', 'PERU'), ('AMERICA', 'UNITED STATES'),
    ('ASIA', 'CHINA'), ('ASIA', 'INDIA'), ('ASIA', 'INDONESIA'), ('ASIA', 'JAPAN'), ('ASIA', 'VIETNAM'),
    ('EUROPE', 'FRANCE'), ('EUROPE', 'GERMANY'), ('EUROPE', 'ROMANIA'), ('EUROPE', 'RUSSIA'), ('EUROPE', 'UNITED KINGDOM'),
    ('MIDDLE EAST', 'EGYPT'), ('MIDDLE EAST', 'IRAN'), ('MIDDLE EAST', 'IRAQ'), ('MIDDLE EAST', 'JORDAN'), ('MIDDLE EAST', 'SAUDI ARABIA')
) AS nations (region, nation);

CREATE TABLE customer AS
SELECT
  i::INTEGER AS c_custkey,
  'Customer#' || lpad(i::VARCHAR, 9, '0') AS c_name,
  substr(md5('c' || i), 1, 10 + pick(i, 'c address', 16)) AS c_address,
  rpad(n.nation, 9, ' ') [1:9] || (city % 10) AS c_city,
  n.nation AS c_nation,
  n.region AS c_region,
  (10 + n.id) || '-' || (100 + pick(i, 'c phone a', 900)) || '-' || (100 + pick(i, 'c phone b', 900)) || '-'
    || (1000 + pick(i, 'c phone c', 9000)) AS c_phone,
  word(i, 'c segment', ['AUTOMOBILE', 'BUILDING', 'FURNITURE', 'HOUSEHOLD', 'MACHINERY']) AS c_mktsegment
FROM (SELECT i, even(i, 'c city', 250) AS city FROM range(1, greatest(250, round(30000 * ${scale}))::BIGINT + 1) AS r (i))
JOIN nation AS n ON n.id = city // 10
ORDER BY i;

CREATE TABLE supplier AS
SELECT
  i::INTEGER AS s_suppkey,
  'Supplier#' || lpad(i::VARCHAR, 9, '0') AS s_name,
  substr(md5('s' || i), 1, 10 + pick(i, 's address', 16)) AS s_address,
  rpad(n.nation, 9, ' ') [1:9] || (city % 10) AS s_city,
  n.nation AS s_nation,
  n.region AS s_region,
  (10 + n.id) || '-' || (100 + pick(i, 's phone a', 900)) || '-' || (100 + pick(i, 's phone b', 900)) || '-'
    || (1000 + pick(i, 's phone c', 9000)) AS s_phone
FROM (SELECT i, even(i, 's city', 250) AS city FROM range(1, greatest(250, round(2000 * ${scale}))::BIGINT + 1) AS r (i))
JOIN nation AS n ON n.id = city // 10
ORDER BY i;

CREATE TABLE part AS
SELECT
  i::INTEGER AS p_partkey,
  word(i, 'p name', ['almond', 'azure', 'beige', 'blush', 'chiffon', 'coral', 'cream', 'drab', 'firebrick', 'ghost']) || ' ' || color AS p_name,
  'MFGR#' || (1 + brand // 200) AS p_mfgr,
  'MFGR#' || (1 + brand // 200) || (1 + brand // 40 % 5) AS p_category,
  'MFGR#' || (1 + brand // 200) || (1 + brand // 40 % 5) || (1 + brand % 40) AS p_brand1,
  color AS p_color,
  word(i, 'p type a', ['STANDARD', 'SMALL', 'MEDIUM', 'LARGE', 'ECONOMY', 'PROMO']) || ' '
    || word(i, 'p type b', ['ANODIZED', 'BURNISHED', 'PLATED', 'POLISHED', 'BRUSHED']) || ' '
    || word(i, 'p type c', ['TIN', 'NICKEL', 'BRASS', 'STEEL', 'COPPER']) AS p_type,
  1 + pick(i, 'p size', 50) AS p_size,
  word(i, 'p box a', ['SM', 'LG', 'MED', 'JUMBO', 'WRAP']) || ' '
    || word(i, 'p box b', ['CASE', 'BOX', 'BAG', 'JAR', 'PKG', 'PACK', 'CAN', 'DRUM']) AS p_container
FROM (
  SELECT
    i,
    even(i, 'p brand', 1000) AS brand,
    word(i, 'p color', ['black', 'blue', 'brown', 'cyan', 'forest', 'gold', 'green', 'grey', 'ivory', 'lemon', 'lime', 'linen',
      'maroon', 'navy', 'olive', 'orange', 'peach', 'pink', 'plum', 'purple', 'red', 'rose', 'salmon', 'sky', 'tan', 'white', 'yellow']) AS color
  FROM range(1, greatest(1000, round(200000 * CASE WHEN ${scale} > 1 THEN floor(1 + log2(${scale})) ELSE ${scale} END))::BIGINT + 1) AS r (i)
)
ORDER BY i;

-- 2,556 days: seven years without their very last day, as the paper counts.
CREATE TABLE date AS
SELECT
  strftime(d, '%Y%m%d')::INTEGER AS d_datekey,
  strftime(d, '%B %-d, %Y') AS d_date,
  dayname(d) AS d_dayofweek,
  monthname(d) AS d_month,
  year(d)::INTEGER AS d_year,
  strftime(d, '%Y%m')::INTEGER AS d_yearmonthnum,
  strftime(d, '%b%Y') AS d_yearmonth,
  (1 + dayofweek(d))::INTEGER AS d_daynuminweek,
  day(d)::INTEGER AS d_daynuminmonth,
  dayofyear(d)::INTEGER AS d_daynuminyear,
  month(d)::INTEGER AS d_monthnuminyear,
  (1 + (dayofyear(d) - 1) // 7)::INTEGER AS d_weeknuminyear,
  CASE
    WHEN month(d) = 12 OR (month(d) = 11 AND day(d) >= 20) THEN 'Christmas'
    WHEN month(d) IN (1, 2) THEN 'Winter'
    WHEN month(d) IN (3, 4, 5) THEN 'Spring'
    WHEN month(d) IN (6, 7, 8) THEN 'Summer'
    ELSE 'Fall'
  END AS d_sellingseason,
  (dayofweek(d) = 6)::INTEGER AS d_lastdayinweekfl,
  (d = last_day(d))::INTEGER AS d_lastdayinmonthfl,
  (strftime(d, '%m-%d') IN ('01-01', '05-01', '07-04', '12-25', '12-26'))::INTEGER AS d_holidayfl,
  (dayofweek(d) BETWEEN 1 AND 5)::INTEGER AS d_weekdayfl
FROM (SELECT DATE '1992-01-01' + i::INTEGER AS d FROM range(2556) AS r (i))
ORDER BY d;

-- Seven orders of one to seven lines are 28 lines; order o of such a block starts at line o(o + 1) / 2.
CREATE TEMP TABLE line_of_block AS
SELECT w, o, w - o * (o + 1) // 2 + 1 AS line
FROM range(28) AS r (w)
JOIN range(7) AS orders (o) ON w BETWEEN o * (o + 1) // 2 AND (o + 1) * (o + 2) // 2 - 1;

CREATE TABLE lineorder AS
WITH
  sizes AS (
    SELECT
      (SELECT count(*) FROM customer) AS customers,
      (SELECT count(*) FROM supplier) AS suppliers,
      (SELECT count(*) FROM part) AS parts
  ),
  keys AS (
    SELECT
      i,
      i // 28 * 7 + o + 1 AS orderkey,
      line,
      1 + pick(i, 'l part', parts) AS partkey,
      1 + pick(i, 'l supplier', suppliers) AS suppkey,
      1 + pick(i, 'l quantity', 50) AS quantity,
      pick(i, 'l discount', 11) AS discount,
      customers
    FROM range(round(6000000 * ${scale})::BIGINT) AS r (i)
    JOIN line_of_block ON w = i % 28
    CROSS JOIN sizes
  ),
  priced AS (
    SELECT
      *,
      90000 + partkey // 10 % 20001 + 100 * (partkey % 1000) AS price,
      -- Orders end 151 days before the last date, so that all can be delivered.
      DATE '1992-01-01' + pick(orderkey, 'o date', 2405) AS ordered
    FROM keys
  )
SELECT
  orderkey::BIGINT AS lo_orderkey,
  line::INTEGER AS lo_linenumber,
  1 + pick(orderkey, 'o customer', customers) AS lo_custkey,
  partkey AS lo_partkey,
  suppkey AS lo_suppkey,
  (year(ordered) * 10000 + month(ordered) * 100 + day(ordered))::INTEGER AS lo_orderdate,
  word(orderkey, 'o priority', ['1-URGENT', '2-HIGH', '3-MEDIUM', '4-NOT SPECI', '5-LOW']) AS lo_orderpriority,
  0 AS lo_shippriority,
  quantity AS lo_quantity,
  (quantity * price)::INTEGER AS lo_extendedprice,
  (sum(quantity * price) OVER (PARTITION BY orderkey))::INTEGER AS lo_ordtotalprice,
  discount AS lo_discount,
  (quantity * price::BIGINT * (100 - discount) // 100)::INTEGER AS lo_revenue,
  (price * 6 // 10)::INTEGER AS lo_supplycost,
  pick(i, 'l tax', 9) AS lo_tax,
  strftime(ordered + 30 + pick(i, 'l commit', 61), '%Y%m%d')::INTEGER AS lo_commitdate,
  word(i, 'l mode', ['REG AIR', 'AIR', 'RAIL', 'SHIP', 'TRUCK', 'MAIL', 'FOB']) AS lo_shipmode
FROM priced;

DROP TABLE nation;

DROP TABLE line_of_block;
