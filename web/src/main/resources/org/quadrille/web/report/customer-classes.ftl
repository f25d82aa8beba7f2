---
title: {en: Customer classes and alarms, zh: 客户等级与预警}
description:
  en: Which good customers have stopped buying, who rose and fell between the classes, and what to do.
  zh: 哪些客户升级、降级，哪些重点客户停止采购，以及应对措施。
paper: A4
parameters: {catalog: "", cube: "", period: "", region: "", product: "", customer: "", month: "", against: "", by: "", cut: "", near: ""}
sections:
  - name: alarms
    page: classes
    panels: [figures, alarms, plans]
    title: {en: Alarms and plans, zh: 预警与措施}
  - name: moves
    page: classes
    panels: [matrix, bridge]
    title: {en: Rises and falls, zh: 等级变动}
  - name: sizes
    page: classes
    panels: [sizes, contribution]
    title: {en: The classes over time, zh: 各等级的走势}
  - name: near
    page: classes
    panels: [near]
    title: {en: Who is about to move, zh: 即将变动的客户}
---
<@cover><@contents/></@cover>
<@sections/>
<@how/>
