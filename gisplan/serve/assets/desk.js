// What a page of the office does beyond forms and links: progress, filters, one press at a time.
"use strict";

// -- a job that runs: told by the server as it goes on ------------------------------------------
const work = document.querySelector("[data-job]");
if (work) {
  const source = new EventSource(`/jobs/${work.dataset.job}/events`);
  const bar = work.querySelector("progress");
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (told.state !== "running") {
      source.close();
      location.reload();
      return;
    }
    if (told.what) work.querySelector(".what").textContent = told.what;
    if (told.steps) {
      bar.max = told.steps;
      bar.value = told.done;
    }
    const left = told.left === null || told.left === undefined ? "" : remaining(told.left);
    work.querySelector(".told").textContent = [left, told.note].filter(Boolean).join(" · ");
  };
}

function remaining(seconds) {
  const minutes = Math.round(seconds / 60);
  return minutes < 1
    ? work.dataset.left.replace("{0}", Math.ceil(seconds))
    : work.dataset.leftMinutes.replace("{0}", minutes);
}

// -- jobs that run while one does something else -------------------------------------------------
if (document.body.dataset.running && !work) {
  const look = setInterval(async () => {
    const answer = await fetch("/jobs/running").catch(() => null);
    if (!answer || !answer.ok) return clearInterval(look);
    const { running } = await answer.json();
    if (running) return undefined;
    clearInterval(look);
    const busy = document.querySelector(".busy a");
    if (busy) busy.textContent = document.documentElement.lang === "en" ? "done, see the results" : "已完成，看结果";
    return undefined;
  }, 2500);
}

// -- a button that starts something is pressed once ----------------------------------------------
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.disabled = true;
    });
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-once] button")) button.disabled = false;
});

// -- rows that hold what is typed ------------------------------------------------------------------
for (const field of document.querySelectorAll("[data-filter]")) {
  const rows = document.querySelectorAll(`#${field.dataset.filter} tbody tr`);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

// -- files: dropped or chosen, and sent at once -----------------------------------------------------
const drop = document.querySelector("[data-drop]");
if (drop) {
  const picker = drop.querySelector("input[type=file]");
  const button = drop.querySelector(".send");
  const send = () => {
    if (!picker.files.length) return;
    button.disabled = true;
    button.textContent = drop.dataset.sending;
    drop.submit();
  };
  button.hidden = true;
  picker.addEventListener("change", send);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    picker.files = event.dataTransfer.files;
    send();
  });
}
