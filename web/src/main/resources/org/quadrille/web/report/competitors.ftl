---
title: {en: Competitors, zh: 竞争分析}
description:
  en: Market shares, prices and bids beside those of the competitors.
  zh: 与竞争对手相比的市场份额、价格与投标。
paper: A4
parameters: {catalog: "", period: "", region: "", product: ""}
sections:
  - {name: competitors, page: competitors}
---
<@cover><@contents/></@cover>
<@sections/>
<@how/>
