---
title: {en: Profitability, zh: 盈利分析}
description:
  en: Which customers, products and employees bring the profit, and which cost it.
  zh: 哪些客户、产品与员工创造利润，哪些侵蚀利润。
paper: A4
parameters: {catalog: "", cube: "", period: "", region: "", product: "", customer: "", view: ""}
sections:
  - {name: profit, page: profit}
---
<@cover><@contents/></@cover>
<@sections/>
<@how/>
