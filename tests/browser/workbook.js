// The rows of the first sheet of an .xlsx file: enough of ZIP (APPNOTE 4.3.12) and of ECMA-376 part 1, 18.3 to look at an export.

import { inflateRawSync } from 'node:zlib';

/**
 * @param {Buffer} bytes of the file
 * @returns {string[][]} the texts of the cells, row after row; empty cells that are not written are left out
 */
export function rowsOf(bytes) {
  const parts = partsOf(bytes);
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<(?:x:)?si>(.*?)<\/(?:x:)?si>/gs)].map(([, item]) => textOf(item));
  const sheet = parts.get([...parts.keys()].find(name => /^xl\/worksheets\/[^/]+\.xml$/.test(name)));
  return [...sheet.matchAll(/<(?:x:)?row\b[^>]*>(.*?)<\/(?:x:)?row>/gs)].map(([, row]) =>
    [...row.matchAll(/<(?:x:)?c\b([^>]*)>(.*?)<\/(?:x:)?c>/gs)].map(([, attributes, cell]) => /\bt="s"/.test(attributes) ? shared[Number(textOf(cell))] : textOf(cell)));
}

const textOf = xml => xml.replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function partsOf(bytes) {
  const parts = new Map();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }

  return parts;
}
