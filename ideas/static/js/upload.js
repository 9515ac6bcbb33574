// Sends files with a bar that shows how far it is; without a script the browser sends the form itself.
function track(section, form) {
  const bar = document.createElement("progress");
  const line = document.createElement("p");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", section.dataset.running);
  line.setAttribute("role", "status");
  line.textContent = section.dataset.running;
  form.append(line, bar);
  return { bar, line };
}

function showPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  watch();
  document.querySelector(".error-summary, [role=alert]")?.focus();
}

function send(section, form, event) {
  event.preventDefault();
  const { bar, line } = track(section, form);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (moment) => {
    if (moment.lengthComputable) bar.value = (100 * moment.loaded) / moment.total;
  });
  request.addEventListener("load", () => {
    const next = request.getResponseHeader("Location");
    if (request.status === 422) showPage(request.responseText);
    else if (request.status < 400) location.assign(next ?? location.href);
    else document.documentElement.replaceWith(
      new DOMParser().parseFromString(request.responseText, "text/html").documentElement,
    );
  });
  request.addEventListener("error", () => {
    bar.remove();
    line.textContent = section.dataset.failed;
    delete form.dataset.sent;
  });
  request.open("POST", form.action || location.href);
  request.setRequestHeader("X-Fragment", "1");
  request.send(new FormData(form));
}

function watch() {
  const section = document.querySelector("[data-upload]");
  const form = section?.querySelector("form");
  form?.addEventListener("submit", (event) => send(section, form, event));
}

watch();
