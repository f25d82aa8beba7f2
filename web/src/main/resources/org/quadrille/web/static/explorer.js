/*
 * The explorer without whole pages: what its forms and links ask for is fetched and put in place,
 * can be cancelled, and stands in the history. Everything works without this file, only slower.
 */
var quadrilleExplorer = (function () {
  'use strict';

  var running = null;
  var depth = (window.history.state && window.history.state.depth) || 0;
  var deepest = depth;

  function explorer() { return document.getElementById('explorer'); }

  function say(text) {
    var place = document.querySelector('[data-say]');
    if (place) {
      place.textContent = text;
    }
  }

  function busy(on) {
    var here = explorer();
    if (!here) {
      return;
    }
    here.setAttribute('aria-busy', String(on));
    var progress = here.querySelector('[data-progress]');
    if (progress) {
      progress.hidden = !on;
    }
  }

  /* What had the focus, so that the same has it again. */
  function mark() {
    var active = document.activeElement;
    if (!active || !explorer() || !explorer().contains(active)) {
      return null;
    }
    var cell = active.closest('[data-row]');
    return {
      value: active.value || '', name: active.name || '', text: active.textContent,
      chip: (active.closest('[data-field]') || active).getAttribute('data-field'),
      row: cell ? cell.getAttribute('data-row') : null,
      column: cell && active.closest('td, th') ? active.closest('td, th').cellIndex : -1
    };
  }

  function restore(marked) {
    if (!marked) {
      return;
    }
    var found = null;
    if (marked.row !== null) {
      var row = document.querySelector('.pivot [data-row="' + marked.row + '"]');
      var at = row && row.cells[Math.min(marked.column, row.cells.length - 1)];
      found = at && (at.querySelector('.name') || at.querySelector('button'));
    }
    if (!found && marked.value) {
      document.querySelectorAll('#explorer button[name=do]').forEach(function (button) {
        if (!found && button.value === marked.value && button.offsetParent) {
          found = button;
        }
      });
    }
    if (!found && marked.chip) {
      document.querySelectorAll('#explorer [data-field]').forEach(function (chip) {
        if (!found && chip.getAttribute('data-field') === marked.chip) {
          found = chip.querySelector('summary, button');
        }
      });
    }
    (found || document.getElementById('content')).focus({ preventScroll: true });
  }

  function replace(html, marked) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var fresh = page.getElementById('content');
    if (!fresh) {
      return false;
    }
    var here = document.getElementById('content');
    var fields = here.querySelector('[data-fields]');
    var wasOpen = fields ? fields.open : true;
    var typed = here.querySelector('[data-find]');
    var find = typed ? typed.value : '';
    var scroll = here.querySelector('[data-grid]');
    var left = scroll ? scroll.scrollLeft : 0;
    var listed = fields ? fields.scrollTop : 0;
    document.dispatchEvent(new CustomEvent('htmx:beforeSwap', { detail: { target: here } }));
    here.replaceWith(document.adoptNode(fresh));
    ['pages', 'languages'].forEach(function (id) {
      var old = document.getElementById(id);
      var other = page.getElementById(id);
      if (old && other) {
        old.replaceWith(document.adoptNode(other));
      }
    });
    document.title = page.title;
    fields = document.querySelector('[data-fields]');
    if (fields) {
      fields.open = wasOpen;
      fields.querySelector('[data-find]').value = find;
      filterFields(find);
      fields.scrollTop = listed;
    }
    var grid = document.querySelector('[data-grid]');
    if (grid) {
      grid.scrollLeft = left;
    }
    begin();
    restore(marked);
    return true;
  }

  /* Fetches a page of the explorer; a later wish cancels an earlier one. */
  function go(address, how) {
    var marked = mark();
    if (running) {
      running.abort();
    }
    var mine = new AbortController();
    running = mine;
    busy(true);
    window.fetch(address, { signal: mine.signal, headers: { Accept: 'text/html' }, credentials: 'same-origin' })
      .then(function (response) {
        return response.text().then(function (html) {
          if (running !== mine) {
            return;
          }
          running = null;
          var target = response.url.replace(window.location.origin, '');
          if (!replace(html, marked)) {
            window.location.assign(address);
            return;
          }
          if (how !== 'back') {
            deepest = ++depth;
            window.history.pushState({ depth: depth }, '', target);
          }
          history();
          focusHash(address);
          var size = document.querySelector('.grid-head .panel-subtitle');
          say(size ? size.textContent : '');
        });
      })
      .catch(function (error) {
        if (error.name === 'AbortError') {
          return;
        }
        running = null;
        busy(false);
        say(explorer().getAttribute('data-failed'));
        var progress = explorer().querySelector('[data-progress]');
        if (progress) {
          progress.hidden = false;
          progress.classList.add('failed');
          progress.textContent = explorer().getAttribute('data-failed');
        }
      });
  }

  function focusHash(address) {
    var id = document.getElementById('picker') ? 'picker' : address.indexOf('do=cell') >= 0 || address.indexOf('#facts') >= 0 ? 'facts' : '';
    var part = id && document.getElementById(id);
    if (part) {
      part.focus({ preventScroll: true });
      part.scrollIntoView({ block: 'nearest' });
    }
  }

  function history() {
    document.querySelectorAll('[data-undo]').forEach(function (b) { b.disabled = depth === 0; });
    document.querySelectorAll('[data-redo]').forEach(function (b) { b.disabled = depth >= deepest; });
  }

  function cancel() {
    if (running) {
      running.abort();
      running = null;
      busy(false);
    }
  }

  function gesture(words) {
    var query = new URLSearchParams({ state: explorer().getAttribute('data-state'), do: words });
    go('/explore?' + query.toString());
  }

  function filterFields(text) {
    var wanted = text.trim().toLowerCase();
    document.querySelectorAll('[data-find-text]').forEach(function (item) {
      item.hidden = wanted !== '' && item.getAttribute('data-find-text').toLowerCase().indexOf(wanted) < 0;
    });
  }

  function closeMenus(except) {
    document.querySelectorAll('.explorer details.drop[open]').forEach(function (menu) {
      if (menu !== except && !menu.contains(except)) {
        menu.open = false;
      }
    });
    var popup = document.querySelector('.popup');
    if (popup && !(except && popup.contains(except))) {
      popup.remove();
    }
  }

  /* The menu of a member stands where it was asked for. */
  function memberMenu(button) {
    closeMenus(button);
    var query = '/panels/explorer/menu?' + explorer().getAttribute('data-state') + '&' +
      new URLSearchParams({ member: button.getAttribute('data-menu') }).toString();
    window.fetch(query, { credentials: 'same-origin' }).then(function (response) {
      return response.text();
    }).then(function (html) {
      var popup = document.createElement('div');
      popup.className = 'sheet popup';
      popup.setAttribute('role', 'group');
      popup.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
      explorer().append(popup);
      var at = button.getBoundingClientRect();
      var width = popup.offsetWidth;
      var height = popup.offsetHeight;
      popup.style.left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8)) + window.scrollX + 'px';
      var below = at.bottom + height + 8 < window.innerHeight;
      popup.style.top = (below ? at.bottom + 4 : Math.max(8, at.top - height - 4)) + window.scrollY + 'px';
      popup.quadrilleOpener = button;
      var first = popup.querySelector('button');
      if (first) {
        first.focus({ preventScroll: true });
      }
    });
  }

  /* Sheets that would leave the window at the right turn round. */
  function place(menu) {
    var sheet = menu.querySelector('.sheet');
    sheet.classList.remove('turned');
    if (sheet.getBoundingClientRect().right > document.documentElement.clientWidth - 8) {
      sheet.classList.add('turned');
    }
  }

  document.addEventListener('submit', function (event) {
    if (!event.target.matches('form[data-explore]')) {
      return;
    }
    event.preventDefault();
    var data = new FormData(event.target);
    if (event.submitter && event.submitter.name) {
      data.append(event.submitter.name, event.submitter.value);
    }
    closeMenus(null);
    go('/explore?' + new URLSearchParams(data).toString());
  });

  document.addEventListener('click', function (event) {
    if (!explorer()) {
      return;
    }
    var link = event.target.closest('a[data-go]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      closeMenus(null);
      go(link.getAttribute('href'));
      return;
    }
    var menu = event.target.closest('[data-menu]');
    if (menu) {
      memberMenu(menu);
      return;
    }
    if (event.target.closest('[data-undo]')) {
      window.history.back();
    } else if (event.target.closest('[data-redo]')) {
      window.history.forward();
    } else if (event.target.closest('[data-cancel]')) {
      cancel();
    }
    var copy = event.target.closest('[data-copy]');
    if (copy) {
      var text = document.getElementById(copy.getAttribute('data-copy')).textContent;
      navigator.clipboard.writeText(text).then(function () {
        say(copy.getAttribute('data-done'));
        copy.textContent = copy.getAttribute('data-done');
      });
    }
    closeMenus(event.target.closest('details.drop') || event.target.closest('.popup'));
  });

  document.addEventListener('toggle', function (event) {
    if (event.target.matches && event.target.matches('details.drop') && event.target.open) {
      closeMenus(event.target);
      place(event.target);
    }
  }, true);

  document.addEventListener('contextmenu', function (event) {
    var head = event.target.closest('.pivot th');
    var button = head && head.querySelector('[data-menu]');
    if (button) {
      event.preventDefault();
      memberMenu(button);
    }
  });

  document.addEventListener('keydown', function (event) {
    if (!explorer()) {
      return;
    }
    var typing = event.target.matches('input, select, textarea');
    if (event.key === 'Escape') {
      var popup = document.querySelector('.popup');
      var menu = event.target.closest('details.drop[open]');
      if (popup) {
        popup.quadrilleOpener.focus();
        popup.remove();
      } else if (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      } else {
        cancel();
      }
    } else if (!typing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) { window.history.forward(); } else if (depth > 0) { window.history.back(); }
    } else if (!typing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') {
      event.preventDefault();
      window.history.forward();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      inList(event);
    }
  });

  /* Up and down inside an open menu. */
  function inList(event) {
    var sheet = event.target.closest('.sheet');
    var menu = event.target.closest('details.drop[open]');
    if (!sheet && menu) {
      sheet = menu.querySelector('.sheet');
    }
    if (!sheet || event.target.matches('input, select')) {
      return;
    }
    var items = Array.prototype.slice.call(sheet.querySelectorAll('button, a'));
    var at = items.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    items[(at + items.length) % items.length].focus();
  }

  document.addEventListener('input', function (event) {
    if (event.target.matches('[data-find]')) {
      filterFields(event.target.value);
    }
  });

  window.addEventListener('popstate', function (event) {
    if (explorer()) {
      depth = (event.state && event.state.depth) || 0;
      go(window.location.pathname + window.location.search, 'back');
    }
  });

  function begin() {
    if (!explorer()) {
      return;
    }
    document.documentElement.classList.add('scripted');
    if (window.matchMedia('(max-width: 820px)').matches && !explorer().quadrilleSeen) {
      var fields = explorer().querySelector('[data-fields]');
      if (!deepest) {
        fields.open = false;
      }
    }
    if (!explorer().quadrilleSeen) {
      document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    }
    explorer().quadrilleSeen = true;
    history();
    document.dispatchEvent(new CustomEvent('quadrille:explorer'));
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', begin);
  } else {
    window.setTimeout(begin, 0);
  }
  return { gesture: gesture };
})();
