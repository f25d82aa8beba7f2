/* Fields are dragged between the list and the shelves; menus do the same without a mouse. */
(function () {
  'use strict';

  var dragged = null;

  function shelf(event) { return event.target.closest ? event.target.closest('[data-shelf]') : null; }

  function index(list, event) {
    var chips = Array.prototype.slice.call(list.querySelectorAll('.chip'));
    var at = 0;
    chips.forEach(function (chip) {
      var box = chip.getBoundingClientRect();
      var after = event.clientY > box.bottom || (event.clientY > box.top && event.clientX > box.left + box.width / 2);
      if (after && chip.getAttribute('data-field') !== dragged) {
        at++;
      }
    });
    return at;
  }

  function clear() {
    document.querySelectorAll('.over, .dragging').forEach(function (element) {
      element.classList.remove('over', 'dragging');
    });
    document.documentElement.classList.remove('carrying');
  }

  document.addEventListener('dragstart', function (event) {
    var field = event.target.closest && event.target.closest('[data-field]');
    if (!field) {
      return;
    }
    dragged = field.getAttribute('data-field');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged);
    field.classList.add('dragging');
    document.documentElement.classList.add('carrying');
    document.querySelectorAll('.explorer details.drop[open]').forEach(function (menu) { menu.open = false; });
  });

  document.addEventListener('dragover', function (event) {
    var target = shelf(event) || (event.target.closest && event.target.closest('[data-fields]'));
    if (dragged && target) {
      event.preventDefault();
      document.querySelectorAll('.over').forEach(function (old) {
        if (old !== target) { old.classList.remove('over'); }
      });
      target.classList.add('over');
    }
  });

  document.addEventListener('drop', function (event) {
    var target = shelf(event);
    var back = event.target.closest && event.target.closest('[data-fields]');
    if (!dragged || (!target && !back)) {
      return;
    }
    event.preventDefault();
    var field = dragged;
    dragged = null;
    clear();
    if (target) {
      var place = target.getAttribute('data-shelf');
      var measure = field.indexOf('[Measures].') === 0;
      if (place === 'measures' && !measure) {
        return;
      }
      quadrilleExplorer.gesture('move|' + place + '|' + index(target, event) + '|' + field);
    } else if (document.querySelector('.chip[data-field="' + CSS.escape(field) + '"]')) {
      quadrilleExplorer.gesture('remove|' + field);
    }
  });

  document.addEventListener('dragend', function () {
    dragged = null;
    clear();
  });
})();
