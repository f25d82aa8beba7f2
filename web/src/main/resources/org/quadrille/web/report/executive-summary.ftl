---
title: {en: Executive summary, zh: 经营摘要}
description:
  en: How sales, margin and markets have developed, and which customers and products moved them.
  zh: 销售、毛利与市场的变化，以及推动变化的客户与产品。
paper: A4
parameters: {catalog: "", cube: "", period: "", region: "", product: "", customer: ""}
sections:
  - {name: cockpit, page: cockpit, title: {en: Sales and profit, zh: 销售与利润}}
  - {name: pareto, page: pareto, panels: [ranking], title: {en: Who brings the sales, zh: 销售集中度}}
  - {name: market, page: competitors, panels: [rivals, time, region], title: {en: Market and competitors, zh: 市场与竞争}}
---
<@cover><@contents/></@cover>
<@sections/>
<@how/>
