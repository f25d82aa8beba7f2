/*
 * Makes an option of ECharts out of a chart's JSON: fills in the colours of a theme and the number
 * formats of a language. Pure: no page, no browser, so that charts on paper are made by it too.
 */
var quadrilleCharts = (function () {
  'use strict';

  var UNITS = {
    en: [[1e9, 'B', 999.5e6], [1e6, 'M', 999.5e3], [1e3, 'K', 9999.5]],
    zh: [[1e8, '亿', 9999.5e4], [1e4, '万', 9999.5]]
  };

  function grouped(value, places) {
    var fixed = Math.abs(value).toFixed(places);
    var parts = fixed.split('.');
    var whole = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    var text = parts.length > 1 ? whole + '.' + parts[1] : whole;
    return value < 0 && /[1-9]/.test(text) ? '−' + text : text;
  }

  function trimmed(text) {
    return text.indexOf('.') < 0 ? text : text.replace(/0+$/, '').replace(/\.$/, '');
  }

  function compact(value, language, onAxis) {
    var size = Math.abs(value);
    var units = UNITS[language] || UNITS.en;
    for (var i = 0; i < units.length; i++) {
      if (size >= units[i][2]) {
        var scaled = value / units[i][0];
        var near = Math.abs(scaled);
        var places = near >= 99.95 ? 0 : near >= 9.995 ? 1 : 2;
        var text = grouped(scaled, places);
        return (onAxis ? trimmed(text) : text) + units[i][1];
      }
    }
    var few = size >= 100 || Math.round(value) === value ? 0 : 1;
    return onAxis ? trimmed(grouped(value, few)) : grouped(value, few);
  }

  function formatter(format, language, onAxis, rounded) {
    return function (exact) {
      /* Ticks of a logarithmic axis are powers of two: two figures are enough. */
      var value = rounded && exact ? Number(Number(exact).toPrecision(2)) : exact;
      if (value === null || value === undefined || value === '' || isNaN(value)) {
        return '–';
      }
      if (format === 'percent') {
        var share = grouped(100 * value, 1);
        return (onAxis ? trimmed(share) : share) + '%';
      }
      if (format === 'decimal') {
        return onAxis ? trimmed(grouped(value, 2)) : grouped(value, 2);
      }
      if (format === 'index') {
        /* The data are differences from 100. */
        return onAxis ? trimmed(grouped(value + 100, 1)) : grouped(value + 100, 1);
      }
      return compact(Number(value), language, onAxis);
    };
  }

  /* Replaces var(--chart-…) by the theme's colours, everywhere in a tree. */
  function coloured(node, theme) {
    if (typeof node === 'string') {
      var match = /^var\((--[a-z0-9-]+)\)$/.exec(node);
      return match ? theme.colours(match[1]) : node;
    }
    if (Array.isArray(node)) {
      return node.map(function (child) { return coloured(child, theme); });
    }
    if (node !== null && typeof node === 'object') {
      var copy = {};
      Object.keys(node).forEach(function (key) { copy[key] = coloured(node[key], theme); });
      return copy;
    }
    return node;
  }

  function dressAxis(axis, theme, language, vertical) {
    axis.axisLabel = Object.assign({ color: theme.muted, hideOverlap: true, fontSize: 12 }, axis.axisLabel);
    axis.nameTextStyle = { color: theme.muted };
    if (axis.name) {
      axis.nameGap = axis === vertical ? 44 : 28;
    }
    axis.axisTick = { show: false };
    if (axis.type === 'value' || axis.type === 'log') {
      axis.axisLabel.formatter = formatter(axis.format, language, true, axis.type === 'log');
      axis.splitLine = Object.assign({ lineStyle: { color: theme.line } }, axis.splitLine);
      axis.axisLine = { show: false };
      axis.splitNumber = 4;
      delete axis.format;
    } else {
      axis.axisLine = { lineStyle: { color: theme.line } };
      axis.axisLabel.width = 130;
      axis.axisLabel.overflow = 'truncate';
    }
  }

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function tooltip(formats, language) {
    return function (items) {
      var list = Array.isArray(items) ? items : [items];
      var curve = list.length > 0 && Array.isArray(list[0].value);
      var head = curve ? formatter('percent', language, true)(list[0].value[0]) : list[0].name;
      return list.reduce(function (html, item) {
        if (formats[item.seriesIndex] === 'spacer') {
          return html;
        }
        var value = curve ? item.value[1] : item.value;
        var text = formatter(formats[item.seriesIndex], language, false)(value);
        return html + '<br>' + item.marker + escaped(item.seriesName) + ' <b>' + text + '</b>';
      }, escaped(head));
    };
  }

  function bubbleTip(dimensions, language) {
    return function (item) {
      return dimensions.reduce(function (html, dimension, i) {
        var text = formatter(dimension.format, language, false)(item.value[i]);
        return html + '<br>' + escaped(dimension.name) + ' <b>' + text + '</b>';
      }, item.marker + escaped(item.name) + '<br>' + escaped(item.seriesName));
    };
  }

  /* Names of the quadrants, in the corners of the drawing. */
  function cornerTexts(names, theme, grid) {
    return names.map(function (name, i) {
      var right = i % 2 === 1;
      return {
        type: 'text', silent: true, z: 0,
        left: right ? undefined : grid.left + 58, right: right ? grid.right + 8 : undefined,
        top: i < 2 ? grid.top + 6 : undefined, bottom: i < 2 ? undefined : grid.bottom + 30,
        style: { text: name, fill: theme.muted, font: '600 12px ' + theme.font }
      };
    });
  }

  /* Rows that a legend takes at a width; letters are taken for wide rather than narrow. */
  function legendRows(names, width) {
    var rows = 1;
    var used = 0;
    names.forEach(function (name) {
      var needed = 34;
      for (var i = 0; i < name.length; i++) {
        needed += name.charCodeAt(i) > 0x2e7f ? 12.5 : 7.4;
      }
      if (used > 0 && used + needed > width) {
        rows++;
        used = 0;
      }
      used += needed;
    });
    return rows;
  }

  /*
   * chart: the JSON of a chart; theme: {colours: name → colour, text, muted, line, surface, font};
   * width: of the drawing in pixels.
   */
  function option(chart, theme, width) {
    var made = coloured(chart.option, theme);
    var narrow = width < 480;
    [].concat(made.xAxis, made.yAxis).forEach(function (axis) {
      dressAxis(axis, theme, chart.language, made.yAxis);
      if (narrow && axis.type === 'category') {
        axis.axisLabel.width = 88;
      }
    });
    var names = made.series.map(function (one) { return one.name; });
    var legend = made.legend.show ? 16 + 22 * legendRows(names, width - 8) : 14;
    made.legend = Object.assign(made.legend, {
      type: 'plain', itemGap: 10, top: 0, left: 0, itemWidth: 14, itemHeight: 10, icon: 'roundRect', textStyle: { color: theme.text }
    });
    var marked = made.series.some(function (one) { return one.markLine; });
    var named = [].concat(made.xAxis).some(function (axis) { return axis.name; });
    made.grid = {
      left: named ? 26 : made.yAxis.type === 'category' ? 20 : 12, right: marked ? 34 : made.yAxis.type === 'category' ? 30 : 16, top: legend + (marked ? 10 : 0),
      bottom: named ? 22 : 4, containLabel: true
    };
    var floating = chart.formats.indexOf('spacer') >= 0;
    if (floating) {
      made.xAxis.axisLabel.interval = 0;
      made.xAxis.axisLabel.width = Math.max(40, (width - 70) / made.xAxis.data.length - 4);
      made.xAxis.axisLabel.overflow = 'break';
      made.xAxis.axisLabel.hideOverlap = false;
    }
    if (chart.corners && chart.corners.length > 0) {
      made.grid.right = Math.max(made.grid.right, 24);
      made.graphic = cornerTexts(chart.corners, theme, made.grid);
    }
    made.series.forEach(function (one) {
      if (narrow && chart.dimensions) {
        one.data.forEach(function (datum) { datum.symbolSize = Math.max(6, datum.symbolSize * 0.6); });
      }
      one.emphasis = one.type === 'line' ? { focus: 'none' } : { focus: 'none', itemStyle: { opacity: 0.8 } };
      one.cursor = chart.links.length > 0 ? 'pointer' : 'default';
      if (floating && one.itemStyle.color !== 'transparent' && !narrow) {
        one.label = {
          show: true, position: 'top', color: theme.text, fontSize: 12,
          formatter: function (item) { return item.value === null || item.value === undefined ? '' : formatter('compact', chart.language)(item.value); }
        };
      }
      if (one.markLine) {
        one.markLine.data.forEach(function (line) { line.label.color = theme.text; });
      }
    });
    made.tooltip = Object.assign(made.tooltip, {
      formatter: chart.dimensions ? bubbleTip(chart.dimensions, chart.language) : tooltip(chart.formats, chart.language),
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.text, fontSize: 13 },
      axisPointer: { type: made.series.some(function (s) { return s.type === 'bar'; }) ? 'shadow' : 'line' }
    });
    made.textStyle = { fontFamily: theme.font, color: theme.text };
    made.animationDuration = 350;
    made.aria = { enabled: false };
    return made;
  }

  return { option: option, formatter: formatter };
})();
