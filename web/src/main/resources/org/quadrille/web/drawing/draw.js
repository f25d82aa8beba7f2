/*
 * Draws a chart without a browser. chartText: the JSON of a chart; themeText: the JSON of a theme, in which
 * colours is a map; both sizes in pixels. Returns the text of an SVG.
 */
function draw(chartText, themeText, width, height) {
  'use strict';
  var theme = JSON.parse(themeText);
  var palette = theme.colours;
  theme.colours = function (name) {
    if (!Object.prototype.hasOwnProperty.call(palette, name)) {
      throw new Error('the theme has no colour ' + name);
    }
    return palette[name];
  };
  var option = quadrilleCharts.option(JSON.parse(chartText), theme, width);
  option.animation = false;
  var instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
  try {
    instance.setOption(option);
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

/* ECharts puts off what only an animation needs; without a browser nothing moves. */
function setTimeout() { return 0; }
function clearTimeout() {}

/* Measures texts by the widths of letters in thousandths of their size; without a canvas ECharts would guess. */
function measureBy(widthsText) {
  'use strict';
  var widths = JSON.parse(widthsText);
  echarts.setPlatformAPI({
    measureText: function (text, font) {
      var size = /(\d+(?:\.\d+)?)px/.exec(font || '');
      var em = 0;
      for (var i = 0; i < text.length; i++) {
        var code = text.charCodeAt(i);
        em += code < widths.length ? widths[code] : code < 0x2e80 ? 600 : 1000;
      }
      var bold = /bold|[6-9]00/.test(font || '') ? 1.07 : 1;
      return { width: em / 1000 * bold * (size ? parseFloat(size[1]) : 12) };
    }
  });
}
