// The page around the map: title, language, what the data are.

import { aboutContent } from "./about.js";
import { currentMap } from "./atlas.js";
import { data } from "./data.js";
import { showDialog } from "./dialog.js";
import { toolText } from "./elements.js";
import { map } from "./map.js";
import { on, state, tell } from "./state.js";
import { giveRoom } from "./view.js";
import { say } from "./words.js";

const aboutButton = document.getElementById("about-open");
const languageButton = document.getElementById("language");

function writePage() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  const shown = currentMap();
  document.title = data.maps ? `${say(shown.title)} · ${say(data.title)}` : say(data.title);
  for (const name of ["title", "description"]) {
    const element = document.getElementById(name);
    element.textContent = say(shown[name]);
    element.title = say(shown[name]);
  }
  aboutButton.replaceChildren(...toolText("about"));
  languageButton.replaceChildren(say("language"));
  languageButton.setAttribute("aria-label", say("languageHint"));
  languageButton.lang = state.lang === "zh" ? "en" : "zh-CN";
  map.getContainer().setAttribute("role", "main");
  map.getContainer().setAttribute("aria-label", say("map"));
}

export function startPage() {
  aboutButton.addEventListener("click", () => showDialog(aboutContent));
  languageButton.addEventListener("click", () => {
    // Titles of another length leave the map another room.
    giveRoom(() => {
      state.lang = state.lang === "zh" ? "en" : "zh";
      tell("language");
    });
  });
  on("language", writePage);
  on("map", writePage);
}
