// Ctrl+Up and Ctrl+Down in a prompt's text make what is marked, or the phrase around the cursor, heavier or lighter,
// as A1111's WebUI does.

const STEP = 0.1;
const FIELD = '[class*="st-key-prompt_"] textarea';

export default function () {
  document.addEventListener("keydown", listen, true);
  return () => document.removeEventListener("keydown", listen, true);
}

const listen = (event) => {
  const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
  const field = event.target.closest?.(FIELD);
  if (!by || !field || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  weigh(field, by);
};

const weigh = (field, by) => {
  const text = field.value;
  const weighed = around(text, field.selectionStart, field.selectionEnd);
  const { start, end, words, weight } = weighed ?? plain(text, field.selectionStart, field.selectionEnd);
  if (!words) return;
  const to = Math.min(2, Math.max(0.1, Math.round((weight + by) * 100) / 100));
  const said = to === 1 ? words : `(${words}:${to})`;
  // React hears of a change only through the element's own setter.
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  setter.call(field, text.slice(0, start) + said + text.slice(end));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const first = start + (to === 1 ? 0 : 1);
  field.setSelectionRange(first, first + words.length);
};

// The nearest brackets with a weight that hold the cursor: "(words:1.2)".
const around = (text, from, to) => {
  const found = [...text.matchAll(/\(([^()]*):\s*([\d.]+)\)/g)].find(
    (match) => match.index <= from && to <= match.index + match[0].length,
  );
  if (!found) return null;
  return { start: found.index, end: found.index + found[0].length, words: found[1], weight: Number(found[2]) };
};

// What is marked, without the spaces around it; else the phrase between two commas.
const plain = (text, from, to) => {
  let [start, end] = [from, to];
  if (start === end) {
    start = Math.max(text.lastIndexOf(",", from - 1), text.lastIndexOf("\n", from - 1)) + 1;
    end = start + text.slice(start).search(/[,\n]|$/);
  }
  const marked = text.slice(start, end);
  start += marked.length - marked.trimStart().length;
  return { start, end: start + marked.trim().length, words: marked.trim(), weight: 1 };
};
