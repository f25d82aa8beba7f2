/* Draws charts, switches the theme, submits choices; everything else is links, forms and htmx. */
(function () {
  'use strict';

  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  root.classList.add('scripted');
  var calm = window.matchMedia('(prefers-reduced-motion: reduce)');

  function theme() {
    var style = getComputedStyle(root);
    function colour(name) { return style.getPropertyValue(name).trim(); }
    return {
      colours: colour,
      text: colour('--text'),
      muted: colour('--muted'),
      line: colour('--line'),
      surface: colour('--surface'),
      font: style.getPropertyValue('--font').trim()
    };
  }

  function draw(element) {
    var source = element.querySelector('script');
    var chart = element.quadrilleChart || JSON.parse(source.textContent);
    element.quadrilleChart = chart;
    var instance = echarts.getInstanceByDom(element);
    if (!instance) {
      element.textContent = '';
      instance = echarts.init(element, null, { renderer: 'svg' });
      instance.on('click', function (event) {
        var address = (chart.links[event.seriesIndex] || [])[event.dataIndex];
        if (address) {
          window.location.assign(address);
        }
      });
    }
    var option = quadrilleCharts.option(chart, theme(), element.clientWidth);
    option.animation = !calm.matches;
    instance.setOption(option, true);
  }

  function drawAll(within) {
    within.querySelectorAll('[data-chart]').forEach(draw);
  }

  function drawNew(within) {
    within.querySelectorAll('[data-chart]').forEach(function (element) {
      if (!echarts.getInstanceByDom(element)) {
        draw(element);
      }
    });
  }

  function forget(within) {
    within.querySelectorAll('[data-chart]').forEach(function (element) {
      var instance = echarts.getInstanceByDom(element);
      if (instance) {
        instance.dispose();
      }
    });
  }

  function chosen() {
    return root.getAttribute('data-theme') || 'auto';
  }

  function choose(name) {
    root.setAttribute('data-theme', name);
    document.cookie = 'quadrille_theme=' + name + '; Path=/; Max-Age=31536000; SameSite=Lax';
    var button = document.querySelector('[data-theme-switch]');
    button.querySelector('[data-theme-name]').textContent = button.getAttribute('data-' + name);
    drawAll(document);
  }

  function showPages(open) {
    document.querySelector('[data-pages]').classList.toggle('open', open);
    document.querySelector('[data-pages-switch]').setAttribute('aria-expanded', String(open));
  }

  document.addEventListener('click', function (event) {
    var pages = event.target.closest('[data-pages-switch]');
    if (pages) {
      showPages(pages.getAttribute('aria-expanded') !== 'true');
    }
    if (event.target.closest('[data-theme-switch]')) {
      var order = ['auto', 'light', 'dark'];
      choose(order[(order.indexOf(chosen()) + 1) % order.length]);
    }
    document.querySelectorAll('details.menu[open]').forEach(function (open) {
      if (!open.contains(event.target)) {
        open.open = false;
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var pages = document.querySelector('[data-pages-switch][aria-expanded=true]');
      if (pages) {
        showPages(false);
        pages.focus();
      }
      document.querySelectorAll('details.menu[open]').forEach(function (open) {
        open.open = false;
        open.querySelector('summary').focus();
      });
    }
  });

  document.addEventListener('change', function (event) {
    var form = event.target.closest('form[data-submit-on-change]');
    if (form) {
      /* Another catalog has other cubes and roles. */
      if (event.target.name === 'catalog') {
        ['cube', 'role'].forEach(function (name) {
          if (form.elements[name]) {
            form.elements[name].disabled = true;
          }
        });
      }
      form.submit();
    }
  });

  document.addEventListener('htmx:beforeSwap', function (event) {
    forget(event.detail.target);
  });
  document.addEventListener('htmx:afterSettle', function () {
    document.querySelectorAll('.panel.waiting').forEach(function (panel) {
      if (!panel.querySelector('[aria-busy]')) {
        panel.classList.remove('waiting');
      }
    });
    drawNew(document);
  });

  dark.addEventListener('change', function () { drawAll(document); });
  window.addEventListener('beforeprint', function () { drawAll(document); });
  var due = 0;
  window.addEventListener('resize', function () {
    window.clearTimeout(due);
    due = window.setTimeout(function () {
      document.querySelectorAll('[data-chart]').forEach(function (element) {
        var instance = echarts.getInstanceByDom(element);
        if (instance) {
          instance.resize();
          draw(element);
        }
      });
    }, 120);
  });
})();
