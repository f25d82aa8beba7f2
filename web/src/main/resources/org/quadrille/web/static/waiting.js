/* Panels that take long: how long they have taken, a button to stop, and a way to try again. */
(function () {
  'use strict';

  /* Milliseconds after which a reader is told that it takes long. */
  var PATIENCE = 2500;

  function place(event) {
    return event.target.closest && event.target.closest('[data-panel-place]');
  }

  function begin(panel) {
    end(panel);
    var patience = panel.querySelector('[data-patience]');
    var words = patience.querySelector('[data-text]');
    var started = Date.now();
    panel.setAttribute('aria-busy', 'true');
    panel.classList.remove('offline');
    panel.querySelector('.loading').hidden = false;
    panel.querySelector('[data-stopped]').hidden = true;
    panel.quadrilleClock = window.setInterval(function () {
      var passed = Date.now() - started;
      if (passed >= PATIENCE) {
        words.textContent = words.getAttribute('data-text').replace('{0}', Math.round(passed / 1000));
        patience.hidden = false;
      }
    }, 500);
  }

  function end(panel) {
    window.clearInterval(panel.quadrilleClock);
    panel.querySelector('[data-patience]').hidden = true;
  }

  /* why: the name of the text that says it. */
  function stop(panel, why) {
    end(panel);
    panel.removeAttribute('aria-busy');
    panel.closest('.panel').classList.remove('waiting');
    panel.querySelector('.loading').hidden = true;
    var stopped = panel.querySelector('[data-stopped]');
    var words = stopped.querySelector('[role=status]');
    stopped.hidden = false;
    words.textContent = words.getAttribute('data-' + why);
  }

  document.addEventListener('htmx:beforeRequest', function (event) {
    var panel = place(event);
    if (panel) {
      begin(panel);
    }
  });
  document.addEventListener('htmx:sendError', function (event) {
    var panel = place(event);
    if (panel) {
      stop(panel, 'offline');
    }
  });
  document.addEventListener('htmx:sendAbort', function (event) {
    var panel = place(event);
    if (panel) {
      stop(panel, 'cancelled');
    }
  });
  document.addEventListener('htmx:beforeCleanupElement', function (event) {
    if (event.target.quadrilleClock) {
      window.clearInterval(event.target.quadrilleClock);
    }
  });

  /* A page that gives way to another one needs its panels no more. */
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.detail.target.id === 'content') {
      event.detail.target.querySelectorAll('[data-panel-place][aria-busy]').forEach(function (panel) {
        htmx.trigger(panel, 'htmx:abort');
      });
    }
  });

  document.addEventListener('click', function (event) {
    var panel = place(event);
    if (panel && event.target.closest('[data-cancel]')) {
      htmx.trigger(panel, 'htmx:abort');
    } else if (panel && event.target.closest('[data-retry]')) {
      htmx.trigger(panel, 'retry');
    }
  });
})();
