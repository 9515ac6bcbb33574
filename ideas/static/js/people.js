// Finds colleagues while a name is typed; without it the button beside the field does the same.
const search = document.querySelector("form[data-people]");
const found = document.querySelector("[data-people-found]");
const PAUSE = 250;
let waiting = null;
let newest = 0;

async function find() {
  const asked = ++newest;
  const query = new URLSearchParams(new FormData(search));
  try {
    const answer = await fetch(`${search.action}?${query}`, { headers: { "X-Fragment": "1" } });
    if (!answer.ok || asked !== newest) return;
    const typed = [...found.querySelectorAll("textarea")].map((field) => [field.name, field.value]);
    found.innerHTML = await answer.text();
    for (const [name, text] of typed) {
      const field = found.querySelector(`textarea[name="${name}"]`);
      if (field) field.value = text;
    }
  } catch {
    // The button still works.
  }
}

if (search && found) {
  search.elements.namedItem("suche").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
}
