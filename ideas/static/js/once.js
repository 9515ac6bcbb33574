// A form is sent once: its button rests after the click and wakes when the page is shown again.
const resting = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  // Only afterwards, or a named button would be missing from what is sent.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit]")) {
      button.setAttribute("aria-disabled", "true");
      resting.add(button);
    }
  });
});

window.addEventListener("pageshow", () => {
  for (const button of resting) {
    button.removeAttribute("aria-disabled");
    delete button.form.dataset.sent;
  }
  resting.clear();
});
