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
