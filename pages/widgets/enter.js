// Enter hands a line in, as in any field of one line, though its field grows with the words. (Streamlit's growing field
// asks for Ctrl+Enter.) While letters are still being put together (Hangul), Enter belongs to the keyboard.

const LINES = '[class*="st-key-script_line_"] textarea, [class*="st-key-line_"] textarea, .st-key-script_title textarea';

export default function () {
  document.addEventListener("keydown", listen, true);
  document.querySelectorAll(LINES).forEach(catchUp);
  return () => document.removeEventListener("keydown", listen, true);
}

const listen = (event) => {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
  if (!event.target.closest?.(LINES)) return;
  event.preventDefault();
  handIn(event.target);
};

// An Enter that came before this script did has broken the line; no line of a script ends with a break otherwise.
const catchUp = (field) => {
  if (field.value.endsWith("\n")) handIn(field);
};

const handIn = (field) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
