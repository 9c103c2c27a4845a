// The one dialog of the page.

import { make } from "./elements.js";
import { on } from "./state.js";
import { say } from "./words.js";

const dialog = document.getElementById("about");

let dialogContent = null;

function fillDialog() {
  if (!dialogContent) return;
  dialog.replaceChildren(
    make(
      "button.close",
      { type: "button", "aria-label": say("close"), onclick: () => dialog.close() },
      "×",
    ),
    make("div.dialog-body", {}, dialogContent()),
  );
}

export function showDialog(content) {
  dialogContent = content;
  fillDialog();
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

export function startDialog() {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  on("language", fillDialog);
}
