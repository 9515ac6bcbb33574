// A draft saves itself a moment after the last key; the same form, sent by its button, always works too.
const PAUSE = 3000;
const status = document.querySelector("[data-autosave]");
const form = status?.form ?? status?.closest("form");
let waiting = null;
let running = null;
let stopped = false;

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

function body() {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
  return sent;
}

function post(url) {
  return fetch(url, { method: "POST", body: body(), headers: { "X-Fragment": "1" } });
}

function take(answer) {
  form.elements.namedItem("seen").value = answer.seen;
  if (answer.token) for (const field of document.getElementsByName("csrf_token")) field.value = answer.token;
  if (status.dataset.autosave === answer.autosave) return;
  status.dataset.autosave = answer.autosave;
  form.action = answer.url;
  history.replaceState(null, "", answer.url);
}

async function save() {
  const arrived = await post(status.dataset.autosave);
  const answer = await arrived.json().catch(() => ({}));
  if (answer.seen) take(answer);
  if (arrived.ok || answer.token) return say(answer.message);
  if (arrived.status === 409) {
    stopped = true;
    return say(status.dataset.conflict);
  }
  if (arrived.status === 401 || arrived.status === 400) return say(answer.seen ? status.dataset.kept : status.dataset.signedOut);
  say(answer.message ?? status.dataset.failed);
}

function soon() {
  clearTimeout(waiting);
  if (!stopped) waiting = setTimeout(now, PAUSE);
}

async function now() {
  clearTimeout(waiting);
  waiting = null;
  if (running) return soon();
  running = save().catch(() => {
    say(status.dataset.failed);
    waiting = setTimeout(now, 5 * PAUSE);
  });
  await running;
  running = null;
}

async function ask() {
  const answer = await post(status.dataset.questionsUrl);
  if (answer.ok) document.querySelector("[data-questions]").outerHTML = await answer.text();
}

if (form) {
  form.addEventListener("input", soon);
  form.elements.namedItem("campaign").addEventListener("change", () => ask().catch(() => say(status.dataset.failed)));
  // The button must not overtake a saving that is under way: it would meet its own text as a conflict.
  form.addEventListener("submit", async (event) => {
    clearTimeout(waiting);
    stopped = true;
    if (!running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await running;
    form.requestSubmit(event.submitter);
  }, { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && waiting && !stopped) now();
  });
  window.addEventListener("pageshow", () => {
    stopped = false;
  });
}
