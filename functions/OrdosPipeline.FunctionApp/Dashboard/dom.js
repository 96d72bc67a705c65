// Builds elements. Text always becomes text nodes, so that nothing that a department wrote is ever read as markup.

/**
 * @param {string} tag name of the element, with classes after dots: 'p.note'
 * @param {...(object|Node|string|number|Array|null|undefined|false)} rest attributes as a plain object, then children;
 *   an attribute named on… is a listener, one that is false, null or undefined is left out, one that is true is empty
 */
export function h(tag, ...rest) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const part of rest) add(element, part);
  return element;
}

function add(element, part) {
  if (part === null || part === undefined || part === false) return;
  if (Array.isArray(part)) part.forEach(each => add(element, each));
  else if (part instanceof Node) element.append(part);
  else if (typeof part === 'object') Object.entries(part).forEach(([name, value]) => set(element, name, value));
  else element.append(String(part));
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'value') element.value = value;
  // The page's security policy forbids style attributes, but not styles set by script.
  else if (name === 'style') element.style.cssText = value;
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Puts children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/**
 * @typedef {object} Column
 * @property {string|Node} head
 * @property {(row: object) => *} cell
 * @property {boolean} [number] whether it stands to the right
 * @property {(row: object) => (string|number|null|undefined)} [key] makes it sortable
 * @property {string} [tone] a class of its cells
 */

/**
 * A table with a caption, in a region that scrolls by itself where the screen is too narrow. Long ones are drawn in steps.
 * @param {string} caption always there for screen readers
 * @param {Column[]} columns
 * @param {object[]} rows
 * @param {object} [options]
 * @param {string} [options.empty] stands there when there are no rows
 * @param {boolean} [options.hideCaption]
 * @param {number} [options.most] rows drawn at first; the rest on demand
 * @param {(rest: number) => string} [options.more] text of the button that draws the rest
 * @param {(row: object) => object} [options.rowAttributes]
 */
export function table(caption, columns, rows, options = {}) {
  let sorted = { column: null, descending: false };
  let most = options.most ?? Infinity;
  const body = h('tbody');
  const more = h('p.more');
  const heads = columns.map(column => h('th', { scope: 'col', class: column.number ? 'number' : null }, column.key
    ? h('button.sort', { type: 'button', onclick: () => sortBy(column) }, column.head)
    : column.head));

  function sortBy(column) {
    sorted = { column, descending: sorted.column === column && !sorted.descending };
    columns.forEach((other, index) => {
      if (other === column) heads[index].setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
      else heads[index].removeAttribute('aria-sort');
    });
    draw();
  }

  function draw() {
    const { column, descending } = sorted;
    const ordered = column ? [...rows].sort((a, b) => compare(column.key(a), column.key(b)) * (descending ? -1 : 1)) : rows;
    fill(body, ordered.length > 0
      ? ordered.slice(0, most).map(row => h('tr', options.rowAttributes?.(row) ?? {}, columns.map((each, index) =>
        h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, { class: [each.number && 'number', each.tone].filter(Boolean).join(' ') || null }, each.cell(row)))))
      : h('tr', h('td.none', { colspan: columns.length }, options.empty ?? '—')));
    fill(more, ordered.length > most && h('button', { type: 'button', onclick: () => { most = Infinity; draw(); } }, options.more(ordered.length - most)));
  }

  draw();
  return h('div', h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', h('caption', { class: options.hideCaption ? 'unseen' : null }, caption), h('thead', h('tr', heads)), body)), options.most && more);
}

// What has no value sorts as the smallest.
function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}

/** A field of a filter: a label with a select. Options are [value, text] pairs. */
export function choice(label, value, options, onchange) {
  return h('label.field', h('span', label), h('select', { onchange: event => onchange(event.target.value) },
    options.map(([each, text]) => h('option', { value: each, selected: each === value }, text))));
}
