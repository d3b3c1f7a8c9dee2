import {createHash} from 'node:crypto';

/**
 * The page's only script: remembers the language, and sorts tables by a click or Enter on the head of a
 * column. Written without the
 * two characters that HTML and XML read differently inside a script (less-than and ampersand).
 */
export const SCRIPT = `(function () {
  'use strict';
  document.documentElement.classList.add('js');
  ['zh', 'en'].forEach(function (lang) {
    var choice = document.getElementById('lang-' + lang);
    choice.addEventListener('change', function () {
      try { localStorage.setItem('guantong-lang', lang); } catch (nowhere) { return; }
    });
    try { if (localStorage.getItem('guantong-lang') === lang) choice.checked = true; } catch (nowhere) { return; }
  });
  document.querySelectorAll('table.sortable').forEach(function (table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var body = table.tBodies[0];
    heads.forEach(function (head, i) {
      function compare(a, b) {
        if (head.dataset.kind === 'number') return Number(a) - Number(b);
        return a.localeCompare(b, 'zh');
      }
      function sort() {
        var up = head.getAttribute('aria-sort') !== 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        var rows = Array.from(body.rows);
        rows.sort(function (a, b) {
          var x = a.cells[i].dataset.v;
          var y = b.cells[i].dataset.v;
          if (x === '' || y === '') return (x === '' ? 1 : 0) - (y === '' ? 1 : 0);
          return up ? compare(x, y) : compare(y, x);
        });
        rows.forEach(function (row) { body.appendChild(row); });
      }
      head.tabIndex = 0;
      head.addEventListener('click', sort);
      head.addEventListener('keydown', function (event) {
        if (event.key !== 'Enter') { if (event.key !== ' ') return; }
        event.preventDefault();
        sort();
      });
    });
  });
})();`;

/** Content-Security-Policy of the page: nothing from anywhere but its own style and that script. */
export function contentPolicy(): string {
  const hash = createHash('sha256').update(SCRIPT, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
