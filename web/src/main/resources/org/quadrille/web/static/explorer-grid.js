/*
 * The grid: rows are fetched in parts as they come into view and let go again, so that a hundred
 * thousand cells scroll like a hundred; arrow keys move through heads and cells.
 */
(function () {
  'use strict';

  var KEPT = 5;

  function Grid(box) {
    this.box = box;
    this.body = box.querySelector('tbody');
    this.total = Number(box.getAttribute('data-rows'));
    this.size = Number(box.getAttribute('data-part'));
    this.state = document.getElementById('explorer').getAttribute('data-state');
    this.parts = new Map();
    this.asked = new Map();
    this.rowHeight = 0;
    this.before = this.spacer();
    this.after = this.spacer();
    this.parts.set(0, Array.prototype.slice.call(this.body.rows));
    this.measure();
    this.lay();
    var self = this;
    var due = false;
    box.addEventListener('scroll', function () {
      if (!due) {
        due = true;
        window.requestAnimationFrame(function () { due = false; self.look(); });
      }
    }, { passive: true });
    this.rove(this.firstCell());
  }

  Grid.prototype.spacer = function () {
    var row = document.createElement('tr');
    row.className = 'spacer';
    row.setAttribute('aria-hidden', 'true');
    row.append(document.createElement('td'));
    return row;
  };

  Grid.prototype.measure = function () {
    var rows = this.parts.get(0);
    if (rows.length > 0) {
      this.rowHeight = rows[rows.length - 1].offsetHeight || 33;
    }
  };

  /* Which parts are in view, with one more at each side. */
  Grid.prototype.wanted = function () {
    var first = Math.floor(Math.max(0, this.box.scrollTop - 200) / this.rowHeight / this.size);
    var last = Math.floor((this.box.scrollTop + this.box.clientHeight + 200) / this.rowHeight / this.size);
    var most = Math.max(0, Math.ceil(this.total / this.size) - 1);
    var list = [];
    for (var part = Math.min(first, most); part <= Math.min(last, most); part++) {
      list.push(part);
    }
    return list;
  };

  Grid.prototype.look = function () {
    if (this.total <= this.size || !document.body.contains(this.box)) {
      return;
    }
    var self = this;
    var wanted = this.wanted();
    this.asked.forEach(function (asking, part) {
      if (wanted.indexOf(part) < 0) {
        asking.abort();
        self.asked.delete(part);
      }
    });
    wanted.forEach(function (part) {
      if (!self.parts.has(part) && !self.asked.has(part)) {
        self.fetch(part);
      }
    });
    this.lay();
  };

  Grid.prototype.fetch = function (part) {
    var self = this;
    var asking = new AbortController();
    this.asked.set(part, asking);
    window.fetch('/panels/explorer/rows?' + this.state + '&from=' + part * this.size,
      { signal: asking.signal, credentials: 'same-origin' })
      .then(function (response) {
        return response.ok ? response.text() : Promise.reject(new Error(response.status));
      })
      .then(function (html) {
        self.asked.delete(part);
        var table = document.createElement('table');
        table.innerHTML = '<tbody></tbody>';
        var holder = document.createElement('template');
        holder.innerHTML = html;
        self.parts.set(part, Array.prototype.slice.call(holder.content.querySelectorAll('tr')));
        self.quiet(part);
        self.lay();
      })
      .catch(function () { self.asked.delete(part); });
  };

  Grid.prototype.quiet = function (part) {
    this.parts.get(part).forEach(function (row) {
      row.querySelectorAll('button').forEach(function (button) { button.tabIndex = -1; });
    });
  };

  /* Puts the parts that are in view between two empty rows as high as what is not. */
  Grid.prototype.lay = function () {
    var wanted = this.wanted();
    var self = this;
    var known = wanted.filter(function (part) { return self.parts.has(part); });
    var key = known.join();
    /* What is there stays until what is wanted came. */
    if (key === this.laid || known.length === 0) {
      return;
    }
    this.laid = key;
    var first = known[0];
    var shown = [];
    known.forEach(function (part) { shown = shown.concat(self.parts.get(part)); });
    var top = first * this.size * this.rowHeight;
    var bottom = Math.max(0, this.total * this.rowHeight - top - shown.length * this.rowHeight);
    var scrolled = this.box.scrollTop;
    this.before.firstChild.style.height = top + 'px';
    this.after.firstChild.style.height = bottom + 'px';
    this.before.hidden = top === 0;
    this.after.hidden = bottom === 0;
    var cells = this.box.querySelector('tr[data-row]') || shown[0];
    if (cells) {
      this.before.firstChild.colSpan = cells.cells.length;
      this.after.firstChild.colSpan = cells.cells.length;
    }
    var focused = document.activeElement;
    this.body.replaceChildren.apply(this.body, [this.before].concat(shown, [this.after]));
    /* Taking out the row with the focus lays the empty table out, which scrolls it to the top. */
    this.box.scrollTop = scrolled;
    if (focused && this.body.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
    this.fulfil();
    this.parts.forEach(function (rows, part) {
      if (self.parts.size > KEPT && known.indexOf(part) < 0) {
        self.parts.delete(part);
      }
    });
  };

  /* One cell of the grid is in the order of the tab key, the others are reached by arrows. */
  Grid.prototype.rove = function (target) {
    this.box.querySelectorAll('table button').forEach(function (button) { button.tabIndex = -1; });
    if (target) {
      target.tabIndex = 0;
    }
  };

  Grid.prototype.firstCell = function () {
    return this.box.querySelector('tbody td button');
  };

  function main(cell) {
    return cell && (cell.querySelector('button.name') || cell.querySelector('button'));
  }

  Grid.prototype.move = function (from, down, right) {
    var cell = from.closest('td, th');
    var row = cell.parentElement;
    if (down === 0) {
      var beside = cell;
      do {
        beside = right > 0 ? beside.nextElementSibling : beside.previousElementSibling;
      } while (beside && !main(beside));
      return this.focus(main(beside));
    }
    var index = row.hasAttribute('data-row') ? Number(row.getAttribute('data-row')) : -1;
    var next = Math.max(0, Math.min(this.total - 1, index + down));
    if (index === 0 && down === -1) {
      var heads = this.box.querySelector('thead tr:last-child');
      return this.focus(main(heads.cells[heads.cells.length - (row.cells.length - cell.cellIndex)]));
    }
    var wanted = this.body.querySelector('tr[data-row="' + next + '"]');
    var column = index < 0 && this.body.querySelector('tr[data-row]') ?
      this.body.querySelector('tr[data-row]').cells.length - (row.cells.length - cell.cellIndex) : cell.cellIndex;
    if (wanted) {
      return this.focus(main(wanted.cells[column]) || main(wanted.cells[wanted.cells.length - 1]));
    }
    /* Not there yet: scroll to it; it gets the focus when it came. */
    this.wish = { row: next, column: column };
    this.box.scrollTop = Math.max(0, next * this.rowHeight - this.box.clientHeight / 2);
    this.look();
  };

  Grid.prototype.fulfil = function () {
    var row = this.wish && this.body.querySelector('tr[data-row="' + this.wish.row + '"]');
    if (row) {
      var column = this.wish.column;
      this.wish = null;
      this.focus(main(row.cells[column]));
    } else if (!this.box.querySelector('table button[tabindex="0"]')) {
      var first = this.firstCell();
      if (first) {
        first.tabIndex = 0;
      }
    }
  };

  Grid.prototype.focus = function (button) {
    if (button) {
      this.rove(button);
      button.focus();
    }
  };

  var grid = null;

  document.addEventListener('quadrille:explorer', function () {
    var box = document.querySelector('[data-grid]');
    grid = box ? new Grid(box) : null;
  });

  document.addEventListener('keydown', function (event) {
    if (!grid || !event.target.closest('.pivot') || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var page = Math.max(1, Math.floor(grid.box.clientHeight / grid.rowHeight) - 2);
    var moves = {
      ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
      PageDown: [page, 0], PageUp: [-page, 0], Home: [-1e9, 0], End: [1e9, 0]
    };
    var head = event.target.closest('th');
    var twist = head && head.querySelector('.twist');
    if (moves[event.key]) {
      event.preventDefault();
      grid.move(event.target, moves[event.key][0], moves[event.key][1]);
    } else if (twist && (event.key === '+' || event.key === '-')) {
      event.preventDefault();
      if ((event.key === '+') !== (twist.getAttribute('aria-expanded') === 'true')) {
        twist.click();
      }
    } else if (head && (event.key === 's' || event.key === 'S') && head.querySelector('.sort')) {
      head.querySelector('.sort').click();
    }
  });
})();
