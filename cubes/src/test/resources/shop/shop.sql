-- A small shop for tests of analyses: two calendar years, of which the second has data until March.
create table dim_date as
  select cast(strftime(d, '%Y%m%d') as integer) as date_key,
         cast(year(d) as integer) as "year", cast(quarter(d) as integer) as quarter,
         'Q' || quarter(d) as quarter_en, '第' || quarter(d) || '季度' as quarter_zh,
         cast(month(d) as integer) as "month", strftime(d, '%B') as month_en,
         month(d) || '月' as month_zh, cast(day(d) as integer) as "day"
  from (select cast(range as date) as d from range(timestamp '2024-01-01', timestamp '2026-01-01', interval 1 day));

create table dim_region as
  select cast(i as integer) as region_key,
         case when i <= 4 then 'China' else 'Germany' end as country_en,
         case when i <= 4 then '中国' else '德国' end as country_zh,
         case when i <= 4 then 'City ' else 'Stadt ' end || i as city_en,
         '城市' || i as city_zh
  from range(1, 7) as t(i);

create table dim_product as
  select cast(i as integer) as product_key,
         case when i % 2 = 0 then 'Tea & Coffee' else 'Paper' end as category_en,
         case when i % 2 = 0 then '茶和咖啡' else '纸张' end as category_zh,
         'Product ' || i as name_en, '商品' || i as name_zh
  from range(1, 13) as t(i);

create table dim_customer as
  select cast(i as integer) as customer_key,
         case when i % 3 = 0 then 'School' else 'Shop' end as industry_en,
         case when i % 3 = 0 then '学校' else '商店' end as industry_zh,
         'Customer ' || i as name_en, '客户' || i as name_zh
  from range(1, 121) as t(i);

-- Few customers buy most; every 97th line is a return; customer 120 only returns, 119 never buys.
create table fact_sales as
  select cast(strftime(date '2024-01-01' + cast((i * 7919) % 456 as integer), '%Y%m%d') as integer) as date_key,
         cast(case when i % 1499 = 7 then 120 else 1 + floor(118 * power(((i * 31) % 1000) / 1000.0, 3)) end as integer)
           as customer_key,
         cast(1 + i % 12 as integer) as product_key,
         cast(i // 3 as bigint) as order_id,
         cast(case when i % 97 = 0 or i % 1499 = 7 then -1 else 1 end * (1 + i % 5) as integer) as quantity
  from range(0, 6000) as t(i);
alter table fact_sales add column region_key integer;
update fact_sales set region_key = 1 + customer_key % 6;
alter table fact_sales add column amount decimal(14, 2);
update fact_sales set amount = quantity * (10 + product_key * 1.25);
alter table fact_sales add column cost decimal(14, 2);
update fact_sales set cost = amount * (0.6 + 0.02 * (product_key % 5));

-- Who sold it; the fourth gives everything away at cost.
create table dim_employee as
  select cast(i as integer) as employee_key, case when i % 2 = 0 then 'North' else 'South' end as team_en,
         case when i % 2 = 0 then '北区' else '南区' end as team_zh,
         'Employee ' || i as name_en, '员工' || i as name_zh
  from range(1, 6) as t(i);
alter table fact_sales add column employee_key integer;
update fact_sales set employee_key = 1 + order_id % 5;
update fact_sales set cost = amount where employee_key = 4 and product_key = 3;

-- First orders are known for all but the last customer; promotions with their first days.
alter table dim_customer add column first_order_date date;
update dim_customer set first_order_date = date '2020-01-01' + customer_key where customer_key < 120;
create table dim_promotion as
  select * from (values (1, 'None', '无', date '2024-01-01'), (2, 'Spring Sale', '春季促销', date '2025-02-01'))
    as t(promotion_key, name_en, name_zh, start_date);
alter table fact_sales add column promotion_key integer;
update fact_sales set promotion_key = case when date_key >= 20250201 and product_key % 3 = 0 then 2 else 1 end;

create table dim_competitor as
  select * from (values (1, 'We', '我们'), (2, 'Rival A', '对手甲'), (3, 'Rival B', '对手乙'))
    as t(competitor_key, name_en, name_zh);

-- Months until March 2025, six products; Rival B sells only the first four.
create table fact_competitor as
  select cast(strftime(date '2024-01-01' + to_months(cast(m as integer)), '%Y%m01') as integer) as date_key,
         cast(r as integer) as region_key, cast(p as integer) as product_key, cast(c as integer) as competitor_key,
         cast(20 + (m * 3 + r * 5 + p * 7 + c * 11) % 17 + case when c = 1 then m else 0 end as integer) as units,
         cast(0 as decimal(16, 2)) as market_value,
         cast(100 + (m * r + p * c) % 29 + c * 10 as decimal(14, 2)) as advertising
  from range(0, 15) as a(m), range(1, 7) as b(r), range(1, 7) as d(p), range(1, 4) as e(c)
  where not (c = 3 and p > 4);
update fact_competitor
  set market_value = units * (10 + product_key * 2 + case competitor_key when 1 then 1.5 when 2 then 0.5 else 0 end);

alter table fact_competitor add column rating decimal(3, 2);
update fact_competitor set rating = 3 + (competitor_key * 7 + product_key * 3 + region_key) % 20 / 10.0;
alter table fact_competitor add column on_promotion integer;
update fact_competitor set on_promotion = case when (product_key + region_key + competitor_key) % 4 = 0 then 1 else 0 end;
alter table fact_competitor add column channels integer;
update fact_competitor set channels = 1 + (product_key + competitor_key) % 5;

create table fact_bid as
  select cast(strftime(date '2024-01-01' + cast((i * 53) % 456 as integer), '%Y%m%d') as integer) as date_key,
         cast(1 + i % 6 as integer) as region_key, cast(1 + i % 12 as integer) as product_key,
         cast(2 + i % 2 as integer) as competitor_key, cast(i as integer) as bid_id,
         cast(1000 + (i * 37) % 900 as decimal(14, 2)) as amount,
         cast(case when i % 10 < 4 then 1 else 0 end as integer) as won,
         cast(case when i % 10 >= 4 and i % 10 < 9 then 1 else 0 end as integer) as lost
  from range(0, 400) as t(i);
alter table fact_bid add column won_amount decimal(14, 2);
alter table fact_bid add column lost_amount decimal(14, 2);
update fact_bid set won_amount = won * amount, lost_amount = lost * amount;

create table dim_reason as
  select * from (values (1, 'Price', '价格'), (2, 'Delivery', '交货'), (3, 'Quality', '质量'))
    as t(reason_key, name_en, name_zh);
alter table fact_bid add column reason_key integer;
update fact_bid set reason_key = 1 + bid_id % 3;
