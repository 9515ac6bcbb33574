// Shows similar ideas while a draft is typed: the server looks for them, the texts stay in the house.
const box = document.querySelector("[data-hints-url]");
const form = box?.closest("form");
const FIELDS = ["title", "problem", "audience", "proposal", "benefit"];
const PAUSE = 500;
const FEWEST_WORDS = 3;
let waiting = null;
let asked = "";
let turn = 0;
let counted = false;

function typed() {
  return FIELDS.map((name) => form.elements.namedItem(name)?.value ?? "");
}

async function look() {
  const texts = typed();
  const all = texts.join(" ").trim();
  if (all === asked || all.split(/\s+/).length < FEWEST_WORDS) return;
  asked = all;
  const mine = (turn += 1);
  const body = new URLSearchParams(FIELDS.map((name, at) => [name, texts[at]]));
  body.set("csrf_token", form.elements.namedItem("csrf_token")?.value ?? "");
  if (!counted) body.set("erstmals", "1");
  try {
    const answer = await fetch(box.dataset.hintsUrl, { method: "POST", body, headers: { "X-Fragment": "1" } });
    // An answer that came too late, or none at all, changes nothing: hints never stand in the way.
    if (!answer.ok || answer.redirected || mine !== turn) return;
    const hints = (await answer.text()).trim();
    if (box.contains(document.activeElement)) return;
    box.innerHTML = hints;
    counted ||= hints !== "";
  } catch {
    asked = "";
  }
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});
