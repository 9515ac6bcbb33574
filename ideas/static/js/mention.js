// Mentioning somebody: “@” or the button opens a search field that offers names; choosing one sets the handle.
const WAIT = 200;

function setUp(frame) {
  const textarea = frame.querySelector("textarea");
  const box = frame.querySelector("[data-mention-box]");
  const field = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  let timer = 0;
  let asked = 0;
  let caret = 0;
  let byKey = false;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function offer(html) {
    list.innerHTML = html;
    const some = options().length > 0;
    list.hidden = !some;
    field.setAttribute("aria-expanded", String(some));
    status.textContent = field.value.trim().length < 2 ? "" : some ? status.dataset.some : status.dataset.none;
    mark(some ? options()[0] : null);
  }

  function mark(option) {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  async function search() {
    const mine = ++asked;
    const url = new URL(frame.dataset.mentionUrl, location.href);
    url.searchParams.set("suche", field.value);
    try {
      const answer = await fetch(url, { headers: { "X-Fragment": "1" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (mine === asked && !box.hidden) offer(html);
    } catch {
      if (mine === asked) status.textContent = status.dataset.failed;
    }
  }

  function open(fromKey) {
    caret = textarea.selectionStart;
    byKey = fromKey;
    field.value = "";
    box.hidden = false;
    offer("");
    field.focus();
  }

  function close(inserted) {
    clearTimeout(timer);
    asked += 1;
    box.hidden = true;
    textarea.focus();
    textarea.setRangeText(inserted, caret, caret, "end");
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function choose(option) {
    // The sign that opened the list stands in the text already.
    const before = textarea.value.slice(0, caret);
    const gap = byKey || !before || /\s$/.test(before) ? "" : " ";
    close(`${gap}${byKey ? "" : "@"}${option.dataset.handle} `);
  }

  textarea.addEventListener("input", (event) => {
    const before = textarea.value.slice(0, textarea.selectionStart);
    if (event.data === "@" && /(^|\s)@$/.test(before)) open(true);
  });

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });

  field.addEventListener("keydown", (event) => {
    const all = options();
    const here = all.indexOf(chosen());
    const steps = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length };
    if (event.key in steps && all.length) mark(all[steps[event.key] % all.length]);
    else if (event.key === "Enter" && chosen()) choose(chosen());
    else if (event.key === "Escape") close(byKey ? field.value : "");
    else if (event.key !== "Enter") return;
    event.preventDefault();
  });

  // Before the field loses the focus.
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    choose(option);
  });

  frame.closest("form").querySelector("[data-mention-button]")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (box.hidden) open(false);
    else close("");
  });
}

for (const frame of document.querySelectorAll("[data-mention-url]")) setUp(frame);
