/* The console: sends queries to the REST addresses, shows what they answer, completes names. */
(function () {
  'use strict';

  var page = document.querySelector('[data-console]');
  if (!page) { return; }
  var catalog = page.dataset.catalog;
  var role = page.dataset.role || null;
  var language = page.dataset.language;
  var kind = page.dataset.kind;
  var shown = 'grid';
  var answer = null;
  var running = null;
  var mark = null;
  var words = { sql: [], mdx: [] };
  var KEPT = 50;
  var STORE = 'quadrille.console.' + catalog;

  function part(name) { return page.querySelector('[data-' + name + ']'); }
  function text(key, first, second) {
    return page.getAttribute('data-t-' + key).replace('{0}', first).replace('{1}', second);
  }
  function make(tag, content, className) {
    var element = document.createElement(tag);
    if (content !== undefined && content !== null) { element.textContent = content; }
    if (className) { element.className = className; }
    return element;
  }

  /* The editor. */
  var area = document.getElementById('console-text');
  var KEYWORDS = 'select from where group by order having join on as with union all distinct rollup cube grouping sets ' +
    'limit and or not in is null case when then else end between like aggregate count sum min max avg over partition ' +
    'non empty columns rows axis member set crossjoin filter topcount descendants children members properties';
  var editor = CodeMirror.fromTextArea(area, {
    lineNumbers: true,
    lineWrapping: true,
    inputStyle: 'contenteditable',
    mode: { name: 'sql', keywords: set(KEYWORDS), atoms: set('true false null'), operatorChars: /^[*+\-%<>!=\/]/,
      support: new Set() },
    extraKeys: {
      'Ctrl-Enter': run, 'Cmd-Enter': run, 'Ctrl-Space': 'autocomplete', Esc: stop,
      Tab: false, 'Shift-Tab': false
    },
    hintOptions: { hint: hints, completeSingle: false }
  });
  editor.getInputField().setAttribute('aria-label', page.querySelector('label[for="console-text"]').textContent);
  editor.getInputField().setAttribute('aria-describedby', 'console-hint');

  function set(list) {
    var found = {};
    list.split(' ').forEach(function (word) { found[word] = true; });
    return found;
  }

  function hints() {
    var cursor = editor.getCursor();
    var before = editor.getLine(cursor.line).slice(0, cursor.ch);
    var typed = /[\w"\[\].% ]*$/.exec(before)[0];
    var begin = Math.max(typed.lastIndexOf('"'), typed.lastIndexOf('['));
    var token = begin >= 0 && (typed.split('"').length % 2 === 0 || typed[begin] === '[')
      ? typed.slice(begin) : /\w*$/.exec(typed)[0];
    var bare = token.replace(/^["\[]/, '').toLowerCase();
    var list = words[kind].filter(function (word) { return word.name.toLowerCase().indexOf(bare) >= 0; });
    list.sort(function (a, b) {
      return a.name.toLowerCase().indexOf(bare) - b.name.toLowerCase().indexOf(bare) || a.name.localeCompare(b.name);
    });
    return {
      list: list.slice(0, 60).map(function (word) {
        return {
          text: word.text,
          render: function (element) {
            element.appendChild(document.createTextNode(word.name));
            element.appendChild(make('small', word.about));
          }
        };
      }),
      from: CodeMirror.Pos(cursor.line, cursor.ch - token.length),
      to: cursor
    };
  }

  editor.on('inputRead', function (instance, change) {
    if (/["\[]/.test(change.text.join(''))) { instance.showHint(); }
  });
  editor.on('change', clearError);

  /* Asking. */
  function body(extra) {
    var sent = { catalog: catalog, lang: language };
    if (role) { sent.role = role; }
    sent[kind] = editor.getValue();
    Object.keys(extra || {}).forEach(function (key) { sent[key] = extra[key]; });
    return JSON.stringify(sent);
  }

  function post(path, sent, accept, signal) {
    return fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept || 'application/json' },
      body: sent,
      signal: signal
    });
  }

  function busy(now) {
    part('run').disabled = now;
    part('stop').disabled = !now;
    part('status').textContent = now ? text('running') : part('status').textContent;
    part('grid').setAttribute('aria-busy', String(now));
  }

  function run() { ask('/api/v1/' + kind, kind === 'sql', show); }

  function explain() {
    ask(kind === 'sql' ? '/api/v1/sql/explain' : '/api/v1/explain', false, function (plan) {
      var lines = plan.steps ? plan.steps : [plan.statement].concat(plan.notes);
      answer = null;
      part('grid').replaceChildren(make('pre', lines.join('\n')));
      part('status').textContent = text('explained');
      part('how').hidden = true;
      choose('grid');
    });
  }

  function ask(path, named, then) {
    if (running || !editor.getValue().trim()) { return; }
    clearError();
    var id = named ? 'console-' + Date.now() + '-' + Math.random().toString(36).slice(2) : null;
    running = { id: id, abort: new AbortController(), stopped: false };
    var mine = running;
    busy(true);
    post(path, body(named ? { id: id } : {}), null, running.abort.signal)
      .then(function (response) {
        return response.json().then(function (json) { return { ok: response.ok, json: json }; });
      })
      .then(function (result) {
        if (!result.ok) { fail(result.json.error); return; }
        keep();
        then(result.json);
      })
      .catch(function () {
        part('status').textContent = mine.stopped ? text('cancelled') : text('offline');
      })
      .then(function () { running = null; busy(false); });
  }

  function stop() {
    if (!running) { return; }
    running.stopped = true;
    if (running.id) { post('/api/v1/sql/cancel', JSON.stringify({ id: running.id })); }
    running.abort.abort();
  }

  /* Errors, at their place. */
  function fail(error) {
    var place = error.line ? ' ' + text('error-at', error.line, error.column) : '';
    part('error').textContent = error.message + place;
    part('error').hidden = false;
    part('status').textContent = '';
    if (error.line) {
      var line = error.line - 1;
      var from = CodeMirror.Pos(line, error.column - 1);
      var rest = (editor.getLine(line) || '').slice(error.column - 1);
      var word = /^("[^"]*"|\[[^\]]*\]|\w+|.)/.exec(rest);
      mark = editor.markText(from, CodeMirror.Pos(line, error.column - 1 + (word ? word[0].length : 1)),
        { className: 'console-wrong' });
      editor.setCursor(from);
      editor.focus();
    }
  }

  function clearError() {
    part('error').hidden = true;
    if (mark) { mark.clear(); mark = null; }
  }

  /* Answers. A cell set becomes a table: members at the left, the first axis across. */
  function flat(json) {
    if (json.rows) {
      return {
        columns: json.columns.map(function (column) {
          return { name: column.caption || column.name, type: column.type, number: /INT|DEC|DOUB|FLOAT/i.test(column.type) };
        }),
        rows: json.rows, cut: json.cut, millis: json.millis, statement: json.statement
      };
    }
    var axes = json.axes;
    var across = axes.length ? axes[0].tuples : [[{ caption: '' }]];
    var down = [[]];
    for (var a = 1; a < axes.length; a++) {
      var longer = [];
      axes[a].tuples.forEach(function (tuple) {
        down.forEach(function (before) { longer.push(before.concat(tuple)); });
      });
      down = longer;
    }
    var heads = [];
    for (var h = 1; h < axes.length; h++) {
      (axes[h].hierarchies || axes[h].tuples[0] || []).forEach(function (head) {
        heads.push({ name: head.caption || head.name || head.level || '', number: false });
      });
    }
    var columns = heads.concat(across.map(function (tuple) {
      return { name: tuple.map(function (m) { return m.caption; }).join(' / '), number: true };
    }));
    var width = across.length;
    return {
      columns: columns,
      rows: down.map(function (tuple, r) {
        return tuple.map(function (m) { return m.caption; }).concat(across.map(function (x, c) {
          return json.cells[r * width + c];
        }));
      }),
      millis: json.millis, cut: false, statement: null
    };
  }

  function show(json) {
    if (json.steps) { part('grid').replaceChildren(make('pre', json.steps.join('\n'))); return; }
    answer = flat(json);
    part('status').textContent =
      text(answer.cut ? 'cut' : 'rows', answer.rows.length.toLocaleString(language)) + ' · ' +
      text('millis', answer.millis);
    part('how').hidden = !answer.statement;
    part('statement').textContent = answer.statement || '';
    grid();
    if (shown === 'chart') { chart(); }
  }

  function value(cell) { return cell && typeof cell === 'object' ? cell.value : cell; }
  function label(cell) {
    if (cell && typeof cell === 'object') { return cell.formatted; }
    return typeof cell === 'number' ? cell.toLocaleString(language, { maximumFractionDigits: 6 }) : String(cell);
  }

  function grid() {
    if (!answer.rows.length) { part('grid').replaceChildren(make('p', text('no-rows'), 'console-empty')); return; }
    var table = make('table');
    var head = make('tr');
    answer.columns.forEach(function (column) {
      var cell = make('th', column.name, column.number ? 'number' : '');
      cell.scope = 'col';
      if (column.type) { cell.appendChild(make('small', column.type)); }
      head.appendChild(cell);
    });
    var top = make('thead');
    top.appendChild(head);
    table.appendChild(top);
    var rows = make('tbody');
    answer.rows.slice(0, 2000).forEach(function (row) {
      var line = make('tr');
      row.forEach(function (cell, i) {
        var empty = cell === null || cell === undefined;
        var year = /year|年/i.test(answer.columns[i].name);
        line.appendChild(make('td', empty ? '∅' : year ? String(value(cell)) : label(cell),
          (answer.columns[i].number && !year ? 'number' : '') + (empty ? ' null' : '')));
      });
      rows.appendChild(line);
    });
    table.appendChild(rows);
    part('grid').replaceChildren(table);
  }

  function chart() {
    var box = part('drawing');
    var names = answer ? answer.columns.findIndex(function (c) { return !c.number; }) : -1;
    var numbers = [];
    (answer ? answer.columns : []).forEach(function (c, i) { if (c.number && i !== names) { numbers.push(i); } });
    if (names < 0 && numbers.length > 1) { names = numbers.shift(); }
    var old = echarts.getInstanceByDom(box);
    if (old) { old.dispose(); }
    if (!answer || !numbers.length || !answer.rows.length) {
      box.textContent = text('nothing-to-draw');
      return;
    }
    box.textContent = '';
    var style = getComputedStyle(document.documentElement);
    function colour(name) { return style.getPropertyValue(name).trim(); }
    var rows = answer.rows.slice(0, 200);
    box.setAttribute('aria-label', text('chart-label', numbers.map(function (i) { return answer.columns[i].name; }).join(', ')));
    echarts.init(box, null, { renderer: 'svg' }).setOption({
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: ['--chart-current', '--chart-rival-1', '--chart-rival-2', '--chart-rival-3', '--chart-rival-4'].map(colour),
      textStyle: { fontFamily: style.getPropertyValue('--font'), color: colour('--text') },
      tooltip: { trigger: 'axis', backgroundColor: colour('--surface'), textStyle: { color: colour('--text') } },
      legend: { show: numbers.length > 1, textStyle: { color: colour('--text') } },
      grid: { left: 16, right: 16, bottom: 8, top: numbers.length > 1 ? 40 : 16, containLabel: true },
      xAxis: { type: 'category', data: rows.map(function (r) { return names < 0 ? '' : String(value(r[names])); }),
        axisLabel: { color: colour('--muted') }, axisLine: { lineStyle: { color: colour('--line') } } },
      yAxis: { type: 'value', axisLabel: { color: colour('--muted') }, splitLine: { lineStyle: { color: colour('--line') } } },
      series: numbers.slice(0, 5).map(function (i) {
        return { type: 'bar', name: answer.columns[i].name, data: rows.map(function (r) { return value(r[i]); }) };
      })
    });
  }

  function choose(as) {
    shown = as;
    page.querySelectorAll('[data-shown]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.shown === as));
    });
    part('grid').hidden = as !== 'grid';
    part('drawing').hidden = as !== 'chart';
    if (as === 'chart') { chart(); }
  }

  /* The past, in this browser only. */
  function past() {
    try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch (e) { return []; }
  }

  function keep() {
    var query = editor.getValue();
    var list = past().filter(function (each) { return each.query !== query; });
    list.unshift({ kind: kind, query: query, at: Date.now() });
    try { localStorage.setItem(STORE, JSON.stringify(list.slice(0, KEPT))); } catch (e) { /* a browser that keeps nothing */ }
    listPast();
  }

  function listPast() {
    var list = past();
    part('past').replaceChildren.apply(part('past'), list.length ? list.map(function (each) {
      var item = make('li');
      var button = make('button', each.query.length > 160 ? each.query.slice(0, 160) + '…' : each.query);
      button.type = 'button';
      button.appendChild(make('small', ' ' + each.kind.toUpperCase() + ' · ' + new Date(each.at).toLocaleString(language)));
      button.addEventListener('click', function () { speak(each.kind); editor.setValue(each.query); editor.focus(); });
      item.appendChild(button);
      return item;
    }) : [make('li', text('history-empty'))]);
  }

  /* What can be asked: the tree and the words of completion. */
  function quoted(name) { return '"' + name.replace(/"/g, '""') + '"'; }

  function insert(words) {
    editor.replaceSelection(words);
    editor.focus();
  }

  function branch(name, items, about) {
    var details = make('details');
    var summary = make('summary', name);
    if (about) { summary.appendChild(make('small', about)); }
    details.appendChild(summary);
    var list = make('ul');
    items.forEach(function (item) {
      var line = make('li');
      var button = make('button', item.name);
      button.type = 'button';
      if (item.about) { button.appendChild(make('small', item.about)); }
      if (item.title) { button.title = item.title; }
      button.addEventListener('click', function () { insert(item.text); });
      line.appendChild(button);
      list.appendChild(line);
    });
    details.appendChild(list);
    return details;
  }

  function query(path) {
    var parameters = new URLSearchParams({ lang: language });
    if (role) { parameters.set('role', role); }
    return fetch(path + '?' + parameters).then(function (response) { return response.json(); });
  }

  var base = '/api/v1/catalogs/' + encodeURIComponent(catalog);
  var trees = { sql: [], mdx: [] };

  function readTables() {
    return query(base + '/tables').then(function (json) {
      json.tables.forEach(function (table) {
        var items = table.columns.map(function (column) {
          var measure = table.measures.indexOf(column.name) >= 0;
          words.sql.push({ name: column.name, text: measure ? 'AGGREGATE(' + quoted(column.name) + ')' : quoted(column.name),
            about: (measure ? text('measure') : column.type) + ' · ' + table.name });
          return { name: column.name, about: measure ? text('measure') : column.type, title: column.comment,
            text: measure ? 'AGGREGATE(' + quoted(column.name) + ')' : quoted(column.name) };
        });
        words.sql.push({ name: table.name, text: quoted(table.name), about: table.schema });
        items.unshift({ name: table.name, about: text('from'), text: table.schema + '.' + quoted(table.name) });
        trees.sql.push(branch(table.name, items, ' ' + table.schema));
      });
      json.functions.forEach(function (name) { words.sql.push({ name: name, text: name + '(', about: 'f(x)' }); });
    });
  }

  function readCubes() {
    return query(base + '/cubes').then(function (json) {
      return Promise.all(json.cubes.filter(function (cube) { return !cube.fault; }).map(function (cube) {
        return query(base + '/cubes/' + encodeURIComponent(cube.name)).then(function (metadata) {
          var items = [{ name: cube.name, about: text('from'), text: '[' + cube.name + ']' }];
          metadata.measures.forEach(function (measure) {
            items.push({ name: measure.caption, about: text('measure'), text: measure.uniqueName });
          });
          metadata.dimensions.forEach(function (dimension) {
            dimension.hierarchies.forEach(function (hierarchy) {
              items.push({ name: hierarchy.caption, text: hierarchy.uniqueName });
              (hierarchy.levels || []).forEach(function (level) {
                items.push({ name: '– ' + level.caption, text: level.uniqueName + '.Members' });
              });
            });
          });
          items.forEach(function (item) { words.mdx.push({ name: item.text, text: item.text, about: cube.name }); });
          trees.mdx.push(branch(cube.caption || cube.name, items));
        });
      }));
    });
  }

  function speak(next) {
    kind = next;
    page.querySelectorAll('[data-kind-of]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.kindOf === next));
    });
    part('tree').replaceChildren.apply(part('tree'), trees[next]);
  }

  function csv() {
    clearError();
    post('/api/v1/' + kind, body(), 'text/csv').then(function (response) {
      if (!response.ok) { return response.json().then(function (json) { fail(json.error); }); }
      return response.blob().then(function (blob) {
        var link = make('a');
        link.href = URL.createObjectURL(blob);
        link.download = 'quadrille.csv';
        link.click();
        URL.revokeObjectURL(link.href);
      });
    });
  }

  part('run').addEventListener('click', run);
  part('stop').addEventListener('click', stop);
  part('explain').addEventListener('click', explain);
  part('csv').addEventListener('click', csv);
  page.querySelectorAll('[data-kind-of]').forEach(function (button) {
    button.addEventListener('click', function () { speak(button.dataset.kindOf); });
  });
  page.querySelectorAll('[data-shown]').forEach(function (button) {
    button.addEventListener('click', function () { choose(button.dataset.shown); });
  });
  listPast();
  Promise.all([readTables(), readCubes()]).then(function () {
    speak(kind);
    if (editor.getValue().trim() && new URLSearchParams(window.location.search).get('run') === 'yes') { run(); }
  });
})();
