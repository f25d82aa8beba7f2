<#-- What the templates of reports can use: document, cover, contents, section, sections, panel, how. -->

<#macro document>
<!DOCTYPE html>
<html lang="${language}">
<head>
  <meta charset="utf-8"/>
  <title>${title}</title>
  <meta name="description" content="${description?has_content?then(description, title)}"/>
  <meta name="subject" content="${description?has_content?then(description, title)}"/>
  <meta name="author" content="${product}"/>
  <style>
<#assign margin = "font-family: QuadrilleLatin, QuadrilleHan; font-size: 8pt; color: #51606f;">
@page {
  size: ${paper}; margin: 22mm 16mm 20mm;
  @top-left { content: ${runningTitle?no_esc}; vertical-align: bottom; padding-bottom: 4mm; ${margin?no_esc} }
  @bottom-right { content: ${pageOf?no_esc}; vertical-align: top; padding-top: 4mm; ${margin?no_esc} }
}
@page cover { size: ${paper}; margin: 22mm 16mm 20mm; @top-left { content: ""; } @bottom-right { content: ""; } }
${style?no_esc}
  </style>
  <bookmarks>
    <#list parts as one>
    <bookmark name="${one.title}" href="#part-${one?index}">
      <#list one.panels as panel><#if panel.title?has_content><bookmark name="${panel.title}" href="#panel-${one?index}-${panel?index}"/></#if></#list>
    </bookmark>
    </#list>
  </bookmarks>
</head>
<body>
<#nested>
</body>
</html>
</#macro>

<#-- A page of its own with title and contents. -->
<#macro cover>
<div class="cover">
  <p class="maker">${product}</p>
  <h1>${title}</h1>
  <#if description?has_content><p class="lead">${description}</p></#if>
  <#if parts?has_content && parts[0].subtitle?has_content><p class="scope">${parts[0].subtitle}</p></#if>
  <p class="made">${t.get("report.made", made)}<#if parts?has_content && parts[0].catalog?has_content> · ${t.get("report.catalog", parts[0].catalog)}</#if></p>
  <#nested>
</div>
</#macro>

<#macro contents>
<div class="contents">
  <h2 class="contents-title">${t.get("report.contents")}</h2>
  <table class="toc">
    <tbody>
    <#list parts as one>
    <tr class="toc-part"><td><a href="#part-${one?index}">${one.title}</a></td><td class="toc-page"><a class="page-number" href="#part-${one?index}"></a></td></tr>
    <#if parts?size <= 6><#list one.panels as panel><#if panel.title?has_content && panel.title != one.title>
    <tr class="toc-panel"><td><a href="#panel-${one?index}-${panel?index}">${panel.title}</a></td><td class="toc-page"><a class="page-number" href="#panel-${one?index}-${panel?index}"></a></td></tr>
    </#if></#list></#if>
    </#list>
    </tbody>
  </table>
</div>
</#macro>

<#-- All parts, each beginning on a new page but the first. -->
<#macro sections><#list parts as one><@section one/></#list></#macro>

<#-- A part: one of parts, or part.NAME. -->
<#macro section one>
<#local number = parts?seq_index_of(one)>
<div class="part">
  <h2 id="part-${number}">${one.title}</h2>
  <#if one.subtitle?has_content><p class="subtitle">${one.subtitle}</p></#if>
  <#list one.panels as each><@panel each "panel-" + number + "-" + each?index each.title == one.title/></#list>
</div>
</#macro>

<#macro panel panel id="" untitled=false>
<#local long = panel.blocks?filter(b -> b.kind() == "table" && (b.table.lines?size > 16))?has_content>
<div class="panel<#if long> long</#if>"<#if id?has_content> id="${id}"</#if>>
  <#-- What opens the panel stays with its first chart, tiles or short table. -->
  <#local opening = 0>
  <#list panel.blocks as block><#if opening == block?index && block.kind() == "sentence"><#local opening = opening + 1></#if></#list>
  <#if opening < panel.blocks?size && (panel.blocks[opening].kind() != "table" || panel.blocks[opening].table.lines?size <= 16)><#local opening = opening + 1></#if>
  <div class="together">
  <div class="panel-head">
  <#if panel.title?has_content && !untitled><h3>${panel.title}</h3></#if>
  <#if panel.subtitle?has_content><p class="panel-subtitle">${panel.subtitle}</p></#if>
  </div>
  <#list panel.blocks[0..<opening] as block><@blockOf block/></#list>
  </div>
  <#list panel.blocks[opening..] as block><@blockOf block/></#list>
</div>
</#macro>

<#macro blockOf block>
<#switch block.kind()>
<#case "chart">
<#local short = block.table.lines?has_content && block.table.lines?size <= underChart>
<div class="figure">
<div class="chart">
  <img src="${drawings.source(block)}" alt="${block.label}" style="width: ${drawings.width(block)}px; height: ${drawings.height(block)}px"/>
</div>
<#if short><@tableOf block.table false/></#if>
</div>
<#break>
<#case "table"><@tableOf block.table block.captioned/><#break>
<#case "sentence"><p class="sentence">${block.text}</p><#break>
<#case "notes"><ul class="notes"><#list block.notes as note><li>${note}</li></#list></ul><#break>
<#case "tiles"><@tilesOf block.tiles/><#break>
<#case "pager"><p class="more">${block.text}</p><#break>
<#case "empty"><p class="empty">${block.text}</p><#break>
</#switch>
</#macro>

<#macro shown value><#compress>
<#if value.tone == "up"><span class="up">▲ ${value.text}</span>
<#elseif value.tone == "down"><span class="down">▼ ${value.text}</span>
<#elseif value.tone?has_content><span class="class-${value.tone}">${value.text}</span>
<#elseif value.text?matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")><span class="date">${value.text}</span>
<#else>${value.text}</#if>
</#compress></#macro>

<#macro tableOf table captioned>
<#local short = table.lines?size <= 16>
<#if short><div class="short"></#if>
<#if captioned && table.caption?has_content><p class="caption">${table.caption}</p></#if>
<table class="data<#if (table.columns?size > 7)> many</#if>">
  <thead><tr><#list table.columns as column><th scope="col"<#if column.numeric> class="number"</#if>>${column.title}</th></#list></tr></thead>
  <tbody>
  <#list table.lines as line>
  <tr<#if line.own> class="own"</#if>><#list line.values as value><#local number = table.columns[value?index].numeric><#if value?index == 0><th scope="row"<#if number> class="number"</#if>><@shown value/></th><#else><td<#if number> class="number"</#if>><@shown value/></td></#if></#list></tr>
  </#list>
  </tbody>
</table>
<#if short></div></#if>
</#macro>

<#macro tilesOf tiles>
<#local across = wide?then(5, (tiles?size == 4)?then(4, 3))>
<table class="tiles">
  <tbody>
  <#list tiles?chunk(across) as row>
  <tr>
    <#list row as tile>
    <td class="tile">
      <p class="tile-label">${tile.label}</p>
      <p class="tile-value">${tile.value}</p>
      <#if tile.change?has_content><p class="tile-change ${tile.tone}">${(tile.tone == "up")?then("▲", (tile.tone == "down")?then("▼", "■"))} ${tile.change}</p></#if>
      <p class="tile-before">${tile.comparison}</p>
    </td>
    </#list>
    <#if row?size < across && (tiles?size > across)><#list row?size..<across as nothing><td class="tile none"></td></#list></#if>
  </tr>
  </#list>
  </tbody>
</table>
</#macro>

<#-- How the figures of all parts are made. -->
<#macro how>
<#local any = false><#list parts as one><#list one.panels as panel><#if panel.how?has_content><#local any = true></#if></#list></#list>
<#if any>
<div class="part how">
  <h2>${t.get("report.how")}</h2>
  <#local said = []>
  <#list parts as one><#list one.panels as panel>
  <#local fresh = panel.how?filter(p -> !said?seq_contains(p))>
  <#if fresh?has_content>
  <h3>${panel.title?has_content?then(panel.title, one.title)}</h3>
  <#list fresh as paragraph><p>${paragraph}</p></#list>
  <#local said = said + fresh>
  </#if>
  </#list></#list>
</div>
</#if>
</#macro>
