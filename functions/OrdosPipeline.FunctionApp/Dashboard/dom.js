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
 * A table with a caption. A column is {head, cell(row), number?, key?(row)}; a key makes it sortable.
 * @param {string} caption always there for screen readers
 * @param {Array} columns
 * @param {Array} rows
 * @param {object} [options] empty: text when there are no rows; hideCaption; rowAttributes(row)
 */
export function table(caption, columns, rows, options = {}) {
  let sorted = { column: null, descending: false };
  const body = h('tbody');
  const heads = columns.map(column => h('th', { scope: 'col', class: column.number ? 'number' : null }, column.key
    ? h('button.sort', { type: 'button', onclick: () => sortBy(column) }, column.head, h('span', { 'aria-hidden': 'true' }, ' ↕'))
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
      ? ordered.map(row => h('tr', options.rowAttributes?.(row) ?? {}, columns.map((column, index) =>
        h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, { class: column.number ? 'number' : null, 'data-head': column.head }, column.cell(row)))))
      : h('tr', h('td', { colspan: columns.length }, options.empty ?? '—')));
  }

  draw();
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', h('caption', { class: options.hideCaption ? 'unseen' : null }, caption), h('thead', h('tr', heads)), body));
}

// What has no value comes last in either direction's natural reading: it sorts as the smallest.
function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}

/** A field of a filter: a label with a select. Options are [value, text] pairs. */
export function choice(label, value, options, onchange) {
  return h('label.field', h('span', label), h('select', { value: undefined, onchange: event => onchange(event.target.value) },
    options.map(([each, text]) => h('option', { value: each, selected: each === value }, text))));
}
