---
title: {en: 80/20 analysis, zh: 二八分析}
description:
  en: How few members bring most of a measure, and which they are.
  zh: 少数成员贡献了多少业绩，分别是谁。
paper: A4
parameters: {catalog: "", cube: "", period: "", region: "", product: "", customer: "", level: "", measure: "", threshold: ""}
sections:
  - {name: pareto, page: pareto}
---
<@cover><@contents/></@cover>
<@sections/>
<@how/>
