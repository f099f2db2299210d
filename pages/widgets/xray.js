// The words of one prompt as chips: drag them, weigh them, strike them; above them the tokens they take.
//
// `data` is what the server knows; `seq` in it echoes the last edit that it has carried out. While newer edits are
// on their way, the chips show what this hand has done and not what the server still thinks.

const GLYPHS = { character: "person", scene: "landscape", style: "palette", gpt2: "auto_awesome", user: "edit" };
const STEP = 0.1;
const kept = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".xray");
  const state = kept.get(root) ?? { seq: 0, sent: 0, selected: null, words: [] };
  kept.set(root, state);
  state.component = component;
  if (data.seq < state.sent && data.panel === state.panel && state.comic === data.comic) return;
  // What stands here already stays: drawing it anew would take a word out of the hand that is dragging it.
  const told = JSON.stringify({ ...data, seq: 0 });
  if (state.told === told && !state.sent) return;
  if (state.comic !== data.comic) state.selected = null;
  Object.assign(state, { told, sent: 0, comic: data.comic, panel: data.panel });
  state.words = data.words.map((word) => ({ ...word }));

  const send = () => {
    state.sent = Math.max(state.sent, state.component.data.seq) + 1;
    const words = state.words.filter((word) => word.index !== null);
    // A state and no trigger: of several in a row the last one counts, and none is lost.
    state.component.setStateValue("edit", {
      seq: state.sent,
      words: words.map(({ index, bare, weight }) => ({ index, bare, weight })),
    });
  };
  const edit = (change) => {
    change();
    draw();
    send();
  };
  const own = () => state.words.filter((word) => word.index !== null).length;
  const move = (from, to) => {
    if (to < 0 || to >= own() || from === to) return;
    edit(() => {
      const [word] = state.words.splice(from, 1);
      state.words.splice(to, 0, word);
      state.selected = to;
    });
  };
  const weigh = (at, by) =>
    edit(() => {
      const word = state.words[at];
      const [least, most] = word.lora ? [-4, 4] : [0.1, 2];
      word.weight = Math.min(most, Math.max(least, Math.round((word.weight + by) * 100) / 100));
    });
  const strike = (at) => {
    if (own() < 2) return;
    edit(() => {
      state.words.splice(at, 1);
      state.selected = null;
    });
  };

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const glyph = (name) => {
    const icon = make("span", "glyph", name);
    icon.setAttribute("aria-hidden", "true");
    return icon;
  };

  const bar = () => {
    const line = make("div", "bar");
    line.setAttribute("role", "img");
    line.setAttribute("aria-label", data.labels.tokens);
    line.title = data.labels.counted;
    const slots = make("div", "slots");
    data.chunks.forEach((_, chunk) => {
      const slot = make("div", "slot");
      for (const word of data.words.filter((each) => each.chunk === chunk)) {
        const segment = make("span", `segment ${word.group}`);
        segment.style.width = `${(100 * word.tokens) / data.size}%`;
        segment.title = `${word.text} · ${word.tokens}`;
        slot.append(segment);
      }
      slots.append(slot);
    });
    line.append(slots, make("span", "count", data.labels.tokens));
    return line;
  };

  const chip = (word, at) => {
    const button = make("button", `chip ${word.group}${word.chunk ? " behind" : ""}`);
    button.type = "button";
    button.title = word.title;
    button.setAttribute("aria-label", word.title);
    button.setAttribute("aria-pressed", String(state.selected === at));
    button.append(glyph(GLYPHS[word.group]), make("span", "text", word.shown));
    if (word.weight !== 1) button.append(make("span", "weight", `×${word.weight}`));
    if (word.drawn) button.append(make("span", "drawn", `→ ${word.drawn}`));
    button.addEventListener("click", () => {
      state.selected = state.selected === at ? null : at;
      draw();
    });
    if (word.index === null || data.disabled) return button;
    button.addEventListener("keydown", (event) => {
      const go = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
      if (go && event.altKey) move(at, at + go);
      else if (go) focus(at + go);
      else if (by && (event.ctrlKey || event.metaKey)) weigh(at, by);
      else if (event.key === "Delete" || event.key === "Backspace") strike(at);
      else return;
      event.preventDefault();
      if (event.altKey || by) focus(state.selected ?? at);
    });
    draggable(button, at);
    return button;
  };

  const draggable = (button, at) => {
    button.draggable = true;
    button.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", state.words[at].text);
      event.dataTransfer.effectAllowed = "move";
      state.dragged = at;
      button.classList.add("dragged");
    });
    button.addEventListener("dragend", () => {
      state.dragged = undefined;
      draw();
    });
    button.addEventListener("dragover", (event) => {
      if (state.dragged === undefined) return;
      event.preventDefault();
      button.classList.toggle("before", !isAfter(button, event));
      button.classList.toggle("after", isAfter(button, event));
    });
    button.addEventListener("dragleave", () => button.classList.remove("before", "after"));
    button.addEventListener("drop", (event) => {
      if (state.dragged === undefined) return;
      event.preventDefault();
      const from = state.dragged;
      const gap = at + (isAfter(button, event) ? 1 : 0);
      state.dragged = undefined;
      move(from, gap > from ? gap - 1 : gap);
    });
  };
  const isAfter = (button, event) => {
    const box = button.getBoundingClientRect();
    return event.clientX > box.left + box.width / 2;
  };

  const tool = (name, icon, label, act, disabled) => {
    const button = make("button", `tool ${name}`);
    button.type = "button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.disabled = disabled;
    button.append(glyph(icon));
    button.addEventListener("click", act);
    return button;
  };

  const toolbar = () => {
    const row = make("div", "toolbar");
    row.setAttribute("role", "toolbar");
    const at = state.selected;
    const word = state.words[at];
    if (!word) return row;
    row.append(make("span", "note", word.title));
    if (word.index === null || data.disabled) return row;
    const { labels } = data;
    row.append(
      tool("earlier", "arrow_back", labels.earlier, () => move(at, at - 1), at === 0),
      tool("later", "arrow_forward", labels.later, () => move(at, at + 1), at >= own() - 1),
      tool("lighter", "remove", labels.lighter, () => weigh(at, -STEP), false),
      tool("heavier", "add", labels.heavier, () => weigh(at, STEP), false),
      tool("strike", "close", labels.strike, () => strike(at), own() < 2),
    );
    return row;
  };

  const chips = () => {
    const list = make("div", "chips");
    let chunk = 0;
    state.words.forEach((word, at) => {
      if (word.chunk > chunk) {
        chunk = word.chunk;
        const border = make("span", "border", `${chunk * data.size}`);
        border.title = data.labels.border;
        list.append(border);
      }
      list.append(chip(word, at));
    });
    return list;
  };

  const focus = (at) => root.querySelectorAll(".chip")[at]?.focus();
  const draw = () => {
    const held = [...root.querySelectorAll("button")].indexOf(root.getRootNode().activeElement);
    root.replaceChildren(bar(), chips(), toolbar());
    if (held >= 0) root.querySelectorAll("button")[held]?.focus();
  };
  draw();
}
