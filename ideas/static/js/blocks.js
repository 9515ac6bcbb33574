// Puts a building block into its field at once and selects its first gap.
const GAP = /\[[^[\]\n]*\]/;

function insert(textarea, text) {
  const before = textarea.value.trimEnd();
  const start = before ? before.length + 2 : 0;
  textarea.value = before ? `${before}\n\n${text}` : text;
  const gap = GAP.exec(textarea.value.slice(start));
  const from = gap ? start + gap.index : textarea.value.length;
  textarea.focus();
  textarea.setSelectionRange(from, gap ? from + gap[0].length : from);
}

for (const list of document.querySelectorAll("[data-blocks-of]")) {
  const textarea = document.getElementById(list.dataset.blocksOf);
  for (const button of list.querySelectorAll("button[data-text]")) {
    button.type = "button";
    button.addEventListener("click", () => insert(textarea, button.dataset.text));
  }
}
