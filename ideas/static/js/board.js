// Dragging a card within its phase presses the same form as its buttons. Only with a mouse: touch keeps scrolling.
const form = document.querySelector("form[data-board]");
const withMouse = matchMedia("(min-width: 60rem) and (pointer: fine)").matches;
let dragged = null;
let home = null;

function isBelowMiddle(card, event) {
  const box = card.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
}

function press() {
  const { previousElementSibling: above, nextElementSibling: below } = dragged;
  const beside = below ? `before:${below.dataset.card}` : `after:${above.dataset.card}`;
  const move = document.createElement("input");
  move.type = "hidden";
  move.name = "move";
  move.value = `${dragged.dataset.card}:${beside}`;
  form.append(move);
  form.requestSubmit();
}

if (form && withMouse) {
  for (const card of form.querySelectorAll("[data-card]")) card.draggable = true;

  form.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-card]");
    if (!dragged) return;
    home = { lane: dragged.parentElement, below: dragged.nextElementSibling };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.card);
  });

  form.addEventListener("dragover", (event) => {
    // Another phase is reached by “Move …” alone: it takes a release or a reason.
    if (!dragged || !home.lane.contains(event.target)) return;
    event.preventDefault();
    const card = event.target.closest("[data-card]");
    if (card && card !== dragged) home.lane.insertBefore(dragged, isBelowMiddle(card, event) ? card.nextSibling : card);
  });

  form.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    if (dragged.nextElementSibling !== home.below) press();
    dragged = null;
  });

  form.addEventListener("dragend", () => {
    if (dragged) home.lane.insertBefore(dragged, home.below);
    dragged = null;
  });
}
