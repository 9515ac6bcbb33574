// Shows how a text will look: the server renders it, so that page and preview never differ.
async function show(textarea, output) {
  const form = textarea.form;
  const body = new URLSearchParams({ text: textarea.value });
  body.set("csrf_token", form.elements.namedItem("csrf_token")?.value ?? "");
  try {
    const answer = await fetch(textarea.dataset.previewUrl, {
      method: "POST",
      body,
      headers: { "X-Fragment": "1" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    output.innerHTML = await answer.text();
  } catch {
    output.textContent = output.dataset.failed;
  }
  output.hidden = false;
}

for (const box of document.querySelectorAll("[data-preview-of]")) {
  const textarea = document.getElementById(box.dataset.previewOf);
  const output = box.querySelector(".preview__text");
  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => show(textarea, output));
}
